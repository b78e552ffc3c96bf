"""SOP134 危险特征的核对清单没有写全

含义：带 `tags` 的规程要写到这类危险最要紧的几件事，缺一项提示一次。熔融金属：工具和炉料干燥、坑和地面无积水、
冷却水泄漏的处置、起重机吊运路线避让；毒害气体：气体检测、通风、呼吸器；高压：打开前泄压、安全阀；
带电：绝缘用具、防止两点接触。文字中写到铝液、铁水、冰铜而没有标签的，提示加上标签。

例：

    job: {code: POT, title: 铝电解工, tags: [molten-metal]}

改法：在步骤、危险源的措施或应急中写明这一项；确实没有这种情况的，写一句为什么没有。

依据：《工贸企业重大事故隐患判定标准》（应急管理部令第10号）有色部分；其他清单为通用做法。

----

SOP134 A check list of dangers that is incomplete

Meaning: an SOP with `tags` speaks of what matters most for that danger; each item that is missing is told. Molten
metal: dry tools and charges, dry pits and floors, leaks of cooling water, the path of crane loads. Toxic gas:
monitors, ventilation, breathing apparatus. High pressure: relief before opening, safety valves. Live lines:
insulating equipment, no contact at two points. Where the text speaks of molten metal and has no tag, the tag is
suggested.

Example (YAML):

    job: {code: POT, title: Pot operator, tags: [molten-metal]}

Cure: write of it in a step, a control of a hazard or an emergency; where it cannot happen, say why in a sentence.

Source: the non-ferrous part of the criteria for major accident hazards (order 10 of the
Ministry of Emergency Management); the other lists are general practice.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import CHECK_LISTS, MOLTEN
from sopcurric.model.compilation import Compilation
from sopcurric.model.sop import JobSop
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "dry-tools": "写明工具、模具和炉料要干燥、预热",
        "dry-pit": "写明坑、沟和地面不得有积水",
        "cooling-water": "写明冷却水泄漏、断水时怎样处置",
        "crane-path": "写明吊运路线下方不得有人",
        "gas-monitor": "写明携带或查看气体检测报警仪",
        "ventilation": "写明先通风，站在上风侧",
        "breathing-apparatus": "写明在什么情况下佩戴空气呼吸器",
        "relief-before-opening": "写明打开前泄压，确认压力为零",
        "safety-valve": "写明检查安全阀等超压保护",
        "insulation": "写明使用绝缘手套、绝缘垫等用具",
        "two-point-contact": "写明怎样防止同时接触两点、短路或接地",
        "untagged": "在 `tags:` 中加上 `molten-metal`",
        "item.dry-tools": "工具和炉料干燥",
        "item.dry-pit": "坑和地面无积水",
        "item.cooling-water": "冷却水泄漏的处置",
        "item.crane-path": "吊运路线避让",
        "item.gas-monitor": "气体检测",
        "item.ventilation": "通风",
        "item.breathing-apparatus": "呼吸器",
        "item.relief-before-opening": "打开前泄压",
        "item.safety-valve": "超压保护",
        "item.insulation": "绝缘用具",
        "item.two-point-contact": "两点接触",
        "item.untagged": "熔融金属的标签",
    },
    "en": {
        "dry-tools": "say that tools, moulds and charges are dry and preheated",
        "dry-pit": "say that pits, launders and floors hold no water",
        "cooling-water": "say what is done when cooling water leaks or fails",
        "crane-path": "say that nobody stands below the path of crane loads",
        "gas-monitor": "say that a gas monitor is carried or read",
        "ventilation": "say that the place is ventilated first, and to stay upwind",
        "breathing-apparatus": "say when breathing apparatus is worn",
        "relief-before-opening": "say that pressure is relieved to zero before opening",
        "safety-valve": "say that safety valves are checked",
        "insulation": "say that insulating gloves, mats and tools are used",
        "two-point-contact": "say how contact at two points, short circuit and earthing are prevented",
        "untagged": "add `molten-metal` to `tags:`",
        "item.dry-tools": "dry tools and charges",
        "item.dry-pit": "dry pits and floors",
        "item.cooling-water": "leaks of cooling water",
        "item.crane-path": "the path of crane loads",
        "item.gas-monitor": "gas monitors",
        "item.ventilation": "ventilation",
        "item.breathing-apparatus": "breathing apparatus",
        "item.relief-before-opening": "relief before opening",
        "item.safety-valve": "safety valves",
        "item.insulation": "insulating equipment",
        "item.two-point-contact": "contact at two points",
        "item.untagged": "a tag for molten metal",
    },
}

_TAG = "molten-metal"


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        words = compilation.said_by_job.get(sop.address, "")
        for tag in sop.tags:
            for item, cue in CHECK_LISTS.get(tag, {}).items():
                if not cue.search(words):
                    yield _finding(sop, tag, item)
        done = "\n".join(compilation.said[one.address] for one in sop.procedures)
        if _TAG not in sop.tags and MOLTEN.search(done):
            yield _finding(sop, _TAG, "untagged")


def _finding(sop: JobSop, tag: str, item: str) -> Finding:
    return finding("SOP134", Severity.INFO, subject=sop.address, tag=tag, item=item, variant=item)


RULE = Rule(
    code="SOP134",
    name="safety-check-list",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "危险特征 `{tag}` 的核对清单中没有写到：{item}",
            "在步骤、措施或应急处置中写明",
        ),
        "en": (
            "of the check list for `{tag}` this is missing: {item}",
            "write of it in a step, a control or an emergency",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
