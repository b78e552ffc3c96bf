"""Addresses of source elements: `[ORGANISATION:]JOB/part/...`.

`DIG/P1/S2` is job / procedure / step; `QL:DIG/P1/S2` is the same in the plant QL. Elements of other files begin with
`@`: `@programme/A/S1`, `@course/MATH`, `@standard/6-17-06-01`, `@case/TQ-1`.
"""

Address = str

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def join(*parts: str) -> Address:
    """The address of a part below another."""
    return "/".join(parts)


def job_address(organisation: str, code: str) -> Address:
    """The address of a job; `organisation` may be empty."""
    return f"{organisation}:{code}" if organisation else code


def job_of(address: Address) -> Address:
    """The job (with its organisation) that an address lies in."""
    return address.split("/", 1)[0]


def in_job(address: Address) -> str:
    """The part of an address below the job, which is the same in every plant that follows one SOP."""
    return address.partition("/")[2]


def within(address: Address, container: Address) -> bool:
    """Whether an address is the container itself or lies below it."""
    return address == container or address.startswith(f"{container}/")


def is_of_sop(address: Address) -> bool:
    """Whether an address is one of an SOP, and not of another file."""
    return not address.startswith("@")


def without_plant(address: Address) -> Address:
    """An address as it is the same in every plant."""
    plant, colon, rest = address.partition(":")
    return rest if colon else plant


def meets(address: Address, target: Address) -> bool:
    """Whether a target means an address: the same, or, where it names no plant, the same in any."""
    return target in (address, without_plant(address))


def letters(number: int) -> str:
    """The letter of an alternative by its number from 0: a to z, then aa, bb and so on."""
    return _LETTERS[number % len(_LETTERS)] * (number // len(_LETTERS) + 1)


def name_in(address: Address) -> str:
    """The last part of an address: the id of the element in its section."""
    return address.rsplit("/", 1)[-1]
