"""Plain data as YAML that people read and that our reader reads as the same data."""

import yaml

from sopcurric.io.yaml_scalars import WrittenFloat, WrittenInteger, resolved

_ENDLESS = 1_000_000


def yaml_text(value: object) -> str:
    """Plain data as YAML: each text stays on the line on which it begins, unless it has lines of its own."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ENDLESS)


class _Dumper(yaml.SafeDumper):
    """Block style without aliases; text is quoted only where our reader would take it for something else."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature of the base class
        """Write out everything as often as it is said."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Indent lists below their keys."""
        super().increase_indent(flow, indentless=False)

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """What a plain scalar is taken for: dates and words such as `on` are text to our reader."""
        if kind is yaml.ScalarNode and isinstance(value, str) and implicit == (True, False):
            return _TAGS[next(one for one in _TAGS if isinstance(resolved(value), one))]
        return str(super().resolve(kind, value, implicit))  # type: ignore[no-untyped-call]


_TAGS: dict[type[object], str] = {
    type(None): "tag:yaml.org,2002:null",
    bool: "tag:yaml.org,2002:bool",
    int: "tag:yaml.org,2002:int",
    float: "tag:yaml.org,2002:float",
    str: "tag:yaml.org,2002:str",
}
"""Tags by type; truth values come before the numbers that they are, too."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Several lines stand below each other where YAML can show them so; what begins with a sign stands in quotes."""
    odd = any(sign.isspace() and sign not in " \n" for sign in text)
    plain = text[:1].isalnum()
    style = '"' if odd else "|" if "\n" in text else None if plain else "'"
    return dumper.represent_scalar(_TAGS[str], text, style=style)


def _number(dumper: yaml.SafeDumper, number: WrittenInteger | WrittenFloat) -> yaml.ScalarNode:
    """A number as it was typed: `1.10` stays `1.10`."""
    kind = int if isinstance(number, int) else float
    return dumper.represent_scalar(_TAGS[kind], number.written)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(tuple, yaml.SafeDumper.represent_list)
_Dumper.add_representer(WrittenInteger, _number)
_Dumper.add_representer(WrittenFloat, _number)
