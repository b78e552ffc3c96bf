"""Named methods of cooperation (五双, 五共, 四统四分 …): the same name means different things in different schemes."""

from collections.abc import Mapping, Sequence

OWN = "own:"
"""What names of a team's own methods begin with; their elements are written beside them."""

METHODS: Mapping[str, tuple[str, ...]] = {
    "001:五双": ("双智慧", "双身份", "双主体", "双优势", "双保证"),
    "001:五共": ("模式共研", "师资共享", "资源共建", "过程共管", "责任共担"),
    "001:四统四分": (
        *("党建统领", "项目统管", "资源统筹", "流程统制"),
        *("分项目", "分权力", "分责任", "分收益"),
    ),
    "002:四共": ("课程资源共建", "课程资源共研", "课程资源共用", "课程资源共评"),
    "002:四个合作": ("合作办学", "合作育人", "合作就业", "合作发展"),
    "003:四共": ("人才共育", "过程共管", "成果共享", "责任共担"),
    "004:四个合作": ("合作办学", "合作育人", "合作就业", "合作发展"),
}
"""Elements of each method by its name: the number of the founding document (001 重庆, 002 安徽, 003 金昌, 004 包头),
a colon, and what it is called there."""


def elements_of(method: str, own: Sequence[str]) -> tuple[str, ...]:
    """The elements of a method in their order; `own` are those that a team wrote, which count for its own ones."""
    return tuple(dict.fromkeys(own)) if is_own(method) else METHODS.get(method, ())


def is_own(method: str) -> bool:
    """Whether a name is one of the team."""
    return method.startswith(OWN) and len(method) > len(OWN)


def meant(method: str) -> tuple[str, ...]:
    """The names that may be meant by an unknown one: those that are called the same, or else all."""
    called = method.rpartition(":")[2].strip()
    alike = tuple(one for one in METHODS if one.partition(":")[2] == called)
    return alike or tuple(METHODS)


def called(method: str) -> str:
    """What a method is called, without where it comes from."""
    return method.partition(":")[2] or method
