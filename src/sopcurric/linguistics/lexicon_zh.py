"""Words that lead to a Chinese verb, and what makes a verb the first part of a name."""

import re

from sopcurric.linguistics.levels import VerbLevel, word_set

LABEL = re.compile(
    r"\s*(?:[（(【\[]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）】\].、](?!\d)|"
    r"[（(【\[][^）)】\]]{1,16}[)）】\]]|[-–—*•·]\s+)\s*",
)
"""A number, a bullet or a bracketed remark before a step."""

_ADVERBS = word_set(
    """
    首先 先 然后 再 最后 随后 接着 继而 同时 并 并且 而后 之后 此后 立即 立刻 马上 及时 迅速 尽快 快速 缓慢 缓缓
    慢慢 逐渐 逐步 渐渐 依次 逐一 逐个 逐项 逐台 逐级 逐点 分别 重新 再次 反复 多次 定期 定时 按时 准时 每班
    每天 每日 每周 每月 每年 每小时 每次 必须 应当 应 须 需 需要 务必 一定 可 可以 方可 才能 方能 即可 就地 现场
    远程 远方 手动 自动 人工 就近 在线 当场 仔细 认真 全面 彻底 严格 正确 准确 规范 合理 小心 谨慎 轻轻 轻 轻微
    用力 均匀 平稳 匀速 稳妥 妥善 充分 完全 全部 完整 统一 集中 共同 双人 两人 一人 专人 单人 相互 互相 主动
    提前 事先 预先 及早 持续 连续 不断 间断 间歇 交替 对称 交叉 对角 顺时针 逆时针 单手 双手 亲自 当面 面对面
    口头 书面 电话 微 稍 稍微 略 适当 适量 少量 大量 严密 密切 加强 尽量 优先 随时 始终 一直 全程 全天 暂时 临时
    紧急 直接 不 勿 都 均 也 还 又 则 便 就 即 方 请 小幅 大幅 侧身 弯腰 下蹲 对口 确保安全后 依规 如实 详细
    清晰 清楚 实时 快 慢 缓 早 已 试 初步 进一步 继续 开始 停止后 停机后 由外向内 由内向外 自上而下 自下而上
    由上至下 由远及近 由小到大 由低到高
    """,
)
ADVERB = re.compile(
    r"(?:\s+|[^\W\d_]{1,5}地(?=[检确打关启停清测调紧拆安放取加开拧转推拉擦])|"
    r"每\s?(?:隔\s?)?[\d一二两三四半]*\s?个?(?:班|天|日|周|月|年|小时|h|min|分钟|"
    r"次)(?:至少)?(?:[一1两2]\s?次)?"
    r"|[\d一二两三四五十]+\s?(?:min|h|s|分钟|小时|秒)\s?(?:内|后|前)|[两二三一双2]\s?人(?:以上|一组)?|"
    r"第[一二三四]次|逐[槽台级个点项步层段班日相只]|"
    + "|".join(sorted(_ADVERBS, key=lambda word: (-len(word), word)))
    + ")",
)
"""One adverb, or a frequency or a deadline."""

PREPOSITIONS = re.compile(
    "按照|按|根据|依据|依照|参照|对照|遵照|结合|借助|通过|使用|利用|采用|运用|用|以|凭|经由|经|沿着|沿|从|自|"
    "在|于|由|随着|随|会同|配合|手持|"
    "前往|进入|到达|到|去|于|趁|除",
)
"""Words that lead a phrase of means, place or order; some are verbs where nothing follows."""

WEAK_VERBS = word_set("按 使用 采用 到 到达 前往 进入 发现 等待 等 接到 接收 对照 配合 会同 遵守")
"""Verbs that give way to a verb in a later clause."""

CONDITION_START = re.compile(
    r"待|当(?!班|场|面|日)|若|如(?!实|下)|倘|假如|一旦|遇|每当|发现|发生|出现|因|由于|为(?!了?保)|为了|凡|除|接到|收到"
)
CONDITION_END = re.compile(
    r"(?:(?<!前|最)后|(?<!目|面|提)前|(?<!及|定|计|按|准|实|小)时|期间|过程中|情况下|的同时|条件下|(?<!检查)状态下)$",
)
CONDITION_TURN = re.compile(
    r"之后|以后|之前|以前|(?<![前最])后(?!端|轴|侧|部|级|方|续|备|果)|(?<![目面提])前(?!端|轴|侧|部|级|方|往|"
    r"后)|(?<![及定计按准实同])时(?!间|效|段|候|钟)|"
    r"期间|过程中|情况下|的同时|状态下|条件下|完毕",
)
"""What begins, ends and turns a condition."""

TERMINATOR = re.compile(
    "顺序|次序|要求|规程|方法|方式|原则|标准|规定|计划|路线|步骤|程序|方案|比例|曲线|速度|速率|制度|指令|"
    "指示|操作票|工作票|票|表|清单|图纸|图|方向|配方|说明书|说明|数量|"
    "周期|频次|分工|结果|情况|需要|条件|参数|指标|范围|流程|内容|卡|单|位置|用量|浓度|温度|压力|分类|类别|规格",
)
"""Words that end a phrase with 按 or 根据."""

ROLE_END = re.compile(
    "(?:人员|[员工人长者师]|师傅|岗位|班组|双方|部门|单位|监护|主控|外操|内操|主操|副操|中控|调度|室|现场|"
    "集控|作业|方|侧|上|下|中|内|处|前|后|时|就地|远程)$",
)
"""Ends of a phrase that says who acts or where."""

RESULT = re.compile(r"好(?!转)|完毕|完成|完(?![整好善])|净(?!化|水)|掉|清楚|齐全?")
"""What may follow a verb and belongs to it."""

SINGLE_FRONTED = frozenset(
    "放装挂推拉打开关置移送调升降加倒收交报存拆拧旋换接切插吊抬提投转退引取卸导排停擦擦扣压存锁贴归运"
)
"""Verbs of one character that may follow an object with 将."""

SAFE_SINGLE = frozenset("停关开接调测拆装换挂查降减加升取抬推拉擦盖戴穿洗称放送")
"""Verbs of one character that may follow a condition without a comma."""

ROLE_START = re.compile(
    r"(?:[^，\d]{0,8}?(?:人员|双方|本人|负责人|监护人|[电焊钳仪表]工|操作员|班长|组长|主控|中控|外操|内操|"
    r"主操|副操|师傅|两人|一人))(?=[^，]{2})",
)
"""Who acts, at the head of a clause."""

CHANGES = re.compile("下降|上升|升高|提高|降低|变化|增加|减少|增大|减小")
"""Verbs that close a phrase with 随."""

_ABOUT = re.compile(
    r"器|柜|票|员|钮|仪|盘|负责人|顺序|步骤|要求|规程|程序|标准|方案|记录(?!$)|方法|方式|原则|规定|计划|作业|"
    r"工作|过程|期间|[前后](?![轴端])|时(?!间)|的|结果|质量|"
    "部位|部件|按钮|曲线|指令|路线|次数|画面|内容|周期|现场|手柄|岗位|制度|合格的|用品|工具|机构|工(?!作|件|"
    "具)|项目|申请|和(?=.{1,4}(?:条件|情况|状态))",
)
_PROPERTY = re.compile(
    "情况|状态|条件|位置|信号|参数|时间|负荷|系统|措施|温度|压力|电流|流量|装置|阀(?!门)|泵(?!体)|槽"
)
_MEASURED = frozenset(
    {VerbLevel.CLEAN, VerbLevel.ADJUST, VerbLevel.MEASURE, VerbLevel.VERIFY, VerbLevel.PERCEIVE, VerbLevel.RECORD}
)
_DIRECTED = frozenset("入至到在为成")


def inner_names(text: str, after: int, verb: str, level: VerbLevel) -> bool:
    """Whether what follows makes the verb the first part of a name (检修记录, 启动条件)."""
    if verb[-1] in _DIRECTED:
        return False
    return bool(_ABOUT.match(text, after) or (level not in _MEASURED and _PROPERTY.match(text, after)))
