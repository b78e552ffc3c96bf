"""Rule profiles: what comes along, what a repository says instead, and how a programme is measured by it."""

import pytest

from sopcurric.app.profile_loading import BASE, DEFAULT, resolved
from sopcurric.io import resources
from sopcurric.model.profile import Number, ProfileFile

TEXT = {"zh": "示例"}


def number(value: float, **more: object) -> dict[str, object]:
    return {"value": value, "unit": "hours", "source": TEXT, "clause": TEXT, "modality": "must", **more}


def profile(name: str, *extends: str, **numbers: float) -> tuple[ProfileFile, str]:
    given = {key.replace("_", "-"): number(value, verified_on="2026-09-01") for key, value in numbers.items()}
    file = ProfileFile.model_validate({"id": name, "title": TEXT, "extends": extends, "numbers": given})
    return file, f"profiles/{name}.yaml"


@pytest.mark.parametrize("name", resources.profile_names())
def test_profiles_that_come_along_stand_by_themselves(name: str) -> None:
    found, findings = resolved(name, {}, "zh")
    assert findings == ()
    assert found.chain[0] == BASE
    assert found.chain[-1] == name
    assert set(found.origins) == set(found.numbers)
    assert found.outcomes
    assert "safety" in found.authority


def test_what_a_repository_says_counts_and_later_ones_win() -> None:
    own = {
        "province": profile("province", DEFAULT, total_hours=2600, weekly_hours_max=28),
        "company": profile("company", DEFAULT, total_hours=2700),
        "college": profile("college", "province", "company"),
    }
    found, findings = resolved("college", own, "zh")
    assert findings == ()
    assert found.level == "higher"
    assert found.numbers["total-hours"].value == 2700
    assert found.origins["total-hours"] == "company"
    assert found.origins["weekly-hours-max"] == "province"
    assert found.origins["public-foundation-share"] == DEFAULT
    assert found.chain[-3:] == ("province", "company", "college")
    assert len(set(found.chain)) == len(found.chain)


def test_a_profile_of_the_repository_goes_before_one_that_comes_along() -> None:
    found, _ = resolved("safety-training", {"safety-training": profile("safety-training")}, "zh")
    assert "safety-initial-hours" not in found.numbers


@pytest.mark.parametrize("name", ["../defaults/programme", "moe-2019", "joint-team-practice/../safety-training", ""])
def test_only_names_are_names_of_profiles(name: str) -> None:
    found, findings = resolved(name, {}, "zh")
    assert [one.code for one in findings] == ["PLN001"]
    assert found.id == DEFAULT


def test_circles_unknown_names_and_weaker_numbers_are_told_with_their_places() -> None:
    own = {
        "one": profile("one", "two", "nowhere", DEFAULT, total_hours=2400),
        "two": profile("two", "one", hours_in_all=1),
    }
    found, findings = resolved("one", own, "zh")
    told = {(one.code, one.place.document, one.place.pointer) for one in findings if one.place}
    assert told == {
        ("PLN113", "profiles/two.yaml", ("extends", 0)),
        ("PLN112", "profiles/one.yaml", ("extends", 1)),
        ("PLN114", "profiles/one.yaml", ("numbers", "total-hours")),
        ("PLN115", "profiles/two.yaml", ("numbers", "hours-in-all")),
    }
    assert "hours-in-all" not in found.numbers


def test_a_third_is_a_third() -> None:
    typed = Number.model_validate(number(0.3333, verified_on="2026-09-01"))
    assert typed.exact.denominator == 3
    assert resolved("moe-2019-secondary-3y", {}, "zh")[0].numbers["public-foundation-share"].exact.denominator == 3


def test_what_binds_stays_what_it_is_by_level() -> None:
    """教职成〔2019〕13号: 3000 and 2500 hours; for bachelors the total is recalled and never an error."""
    totals = {
        name: resolved(name, {}, "zh")[0].numbers["total-hours"]
        for name in ("moe-2019-secondary-3y", DEFAULT, "vocational-bachelor-4y")
    }
    assert [(one.value, one.modality) for one in totals.values()] == [
        (3000, "must"),
        (2500, "must"),
        (3200, "recalled"),
    ]
