"""Names of roles and departments, which say nothing of a person."""

import re

_ENDS = re.compile(
    r"[员长管任师监理部厂科处室班组间司]\s*$|(?i:engineer|manager|department|head|leader|operator|office)s?\s*$"
)
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪"
    "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
"""The most usual of them: `王厂长` is a person, `生产副厂长` a role."""
_LONGEST_NAMED = 4


def is_role(words: str) -> bool:
    """Whether words name a role or a department, without a person and without a number that tells which one."""
    said = words.strip()
    named = len(said) <= _LONGEST_NAMED and said[:1] in _SURNAMES
    return _ENDS.search(said) is not None and not named and not any(sign.isnumeric() for sign in said)
