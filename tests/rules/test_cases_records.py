"""VR102–VR122: rings, missing matters, ids, doubles, and days that cannot be."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, structure
from tests.rules.cases import Case, cases, each, matter, meeting, said, together


def _continues(identifier: str, other: str, mark: str = "") -> Files:
    return matter(identifier, f"continues: {mark}{other}")


RINGS = cases(
    None,
    a_chain=Case(together(_continues("2031-002", "2031-001"), matter())),
    a_ring_of_three_is_told_once=Case(
        together(
            _continues("2031-001", "2031-002", "①"),
            _continues("2031-002", "2031-003"),
            _continues("2031-003", "2031-001"),
        ),
        ("① VR102 - error",),
    ),
    itself=Case(_continues("2031-001", "2031-001", "①"), ("① VR102 - error",)),
    a_chain_into_a_ring_is_told_at_the_ring=Case(
        together(
            _continues("2031-001", "2031-002"),
            _continues("2031-002", "2031-003", "①"),
            _continues("2031-003", "2031-002"),
        ),
        ("① VR102 - error",),
    ),
)


def _purpose(purpose: str, matters: str = "") -> Files:
    item = f"{{id: a, title: A, purpose: [{purpose}]{matters}}}"
    return together(matter(), meeting("ra-2031-01", "2031-04-04", item))


MATTERLESS = cases(
    None,
    a_position=Case(_purpose("information, ①position"), ("① VR103 - error",)),
    an_assignment=Case(_purpose("①assignment"), ("① VR103 - error",)),
    a_nomination=Case(_purpose("①nomination"), ("① VR103 - error",)),
    a_position_with_its_matter=Case(_purpose("position", ", matter: 2031-001")),
    a_position_with_several=Case(_purpose("position", ", matters: [2031-001]")),
    dialogue_needs_none=Case(_purpose("dialogue, information, preparation")),
)


def _named(path: str, text: str) -> Case:
    return Case({path: text}, ("① VR111 - error",))


FILE_NAMES = cases(
    None,
    a_matter_with_its_slug=Case(matter()),
    a_matter_without_slug=Case({"matters/2031-001.yaml": "id: 2031-001\ntitle: A\n"}),
    another_matters_number=_named("matters/2031-002-a.yaml", "id: ①2031-001\ntitle: A\n"),
    a_longer_number=_named("matters/2031-0010.yaml", "id: ①2031-001\ntitle: A\n"),
    another_meetings_name=_named(
        "meetings/ra-2031-02.yaml", "id: ①ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
    ),
    a_meeting_with_a_slug=_named(
        "meetings/ra-2031-01-vaxel.yaml", "id: ①ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
    ),
)


def _id(identifier: str, date: str = "2031-04-04", more: str = "", found: str = "") -> Case:
    mark = "①" if found else ""
    text = f"id: {mark}{identifier}\nforum: rad\ndate: {date}\n{more}\n"
    return Case({f"meetings/{identifier}.yaml": text}, (found,) if found else ())


MEETING_IDS = cases(
    None,
    forum_year_number=_id("ra-2031-01"),
    another_forum=_id("br-2031-01", found="① VR112 - error"),
    another_year=_id("ra-2030-01", found="① VR112 - error"),
    no_number=_id("ra-2031", found="① VR112 - error"),
    moved_over_the_turn_of_the_year=_id(
        "ra-2030-09", "2031-01-17", "moved: [{from: 2030-12-13, reason: Snö}]"
    ),
)

A, B = "{id: a, title: A}", "{id: b, title: B}"
DOUBLES = cases(
    None,
    told_apart=Case(meeting("ra-2031-01", "2031-04-04", A, B)),
    one_id_twice=Case(
        meeting("ra-2031-01", "2031-04-04", A, B, "{id: ①a, title: C}"), ("① VR113 - error",)
    ),
    three_times=Case(
        meeting("ra-2031-01", "2031-04-04", A, "{id: ①a, title: B}", "{id: ②a, title: C}"),
        ("① VR113 - error", "② VR113 - error"),
    ),
    at_two_meetings=Case(
        together(meeting("ra-2031-01", "2031-04-04", A), meeting("ra-2031-02", "2031-05-16", A))
    ),
)


def _people(old: str, new: str) -> Files:
    assert ROSTERS.count(old) == 1
    return {"forums.yaml": ROSTERS.replace(old, new)}


NAMES = cases(
    None,
    the_same_name=Case(
        _people("{name: Bo Lind, party: berga}", "{name: ①Anna Ek, party: berga}"),
        ("① VR114 - warning",),
    ),
    spelt_otherwise=Case(
        _people("{name: Bo Lind, party: berga}", "{name: ①anna  ÉK, party: berga}"),
        ("① VR114 - warning",),
    ),
    an_alias_is_anothers_name=Case(
        _people(
            "{name: Bo Lind, party: berga}", "{name: ①Bo Lind, party: berga, aliases: [Anna Ek]}"
        ),
        ("① VR114 - warning",),
    ),
    told_apart=Case(
        _people(
            "{name: Bo Lind, party: berga}", "{name: Anna Ek, party: berga, other_than: [anna]}"
        )
    ),
    told_apart_by_the_first=Case(
        {
            "forums.yaml": ROSTERS.replace(
                "{name: Anna Ek, party: alby}", "{name: Anna Ek, party: alby, other_than: [bo]}"
            ).replace("Bo Lind", "Anna Ek")
        }
    ),
    ones_own_alias=Case(_people("{name: Bo Lind,", "{name: Bo Lind, aliases: [Bo  Lind],")),
    three_of_whom_two_are_told_apart=Case(
        {
            "forums.yaml": ROSTERS.replace(
                "{name: Bo Lind,", "{name: ①Anna Ek, other_than: [rut],"
            ).replace("{name: Rut Gran,", "{name: ②Anna Ek,")
        },
        ("① VR114 - warning", "② VR114 - warning"),
    ),
)


def _two(one: str, other: str, *found: str) -> Case:
    """Two meetings of one forum on one day; both take lines of their own."""
    first = "id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
    second = "id: ra-2031-02\nforum: rad\ndate: ①2031-04-04\n"
    files = {
        "meetings/ra-2031-01.yaml": f"{first}{one}\n",
        "meetings/ra-2031-02.yaml": f"{second}{other}\n",
    }
    return Case(files, found)


TWO_MEETINGS = cases(
    None,
    without_hours=_two("", "", "① VR115 - warning"),
    one_without_hours=_two("", "hours: 09:00–10:00", "① VR115 - warning"),
    overlapping=_two("hours: 09:00–10:00", "hours: 09:30–11:00", "① VR115 - warning"),
    one_after_the_other=_two("hours: 09:00–10:00", "hours: 10:00–11:00"),
    one_of_them_cancelled=_two("cancelled: {reason: Snö}", ""),
    two_forums=Case(
        together(meeting("ra-2031-01", "2031-04-04"), meeting("br-2031-01", "2031-04-04"))
    ),
)


def _on(date: str, more: str = "", mark: str = "①") -> Files:
    text = f"id: ra-2031-01\nforum: rad\ndate: {mark}{date}\n{more}\n"
    return {"meetings/ra-2031-01.yaml": text}


WARNED = ("① VR121 - warning",)
DAYS = cases(
    None,
    a_friday=Case(_on("2031-04-04")),
    a_saturday=Case(_on("2031-04-05"), WARNED),
    a_sunday=Case(_on("2031-04-06"), WARNED),
    good_friday=Case(_on("2031-04-11"), WARNED),
    midsummer_eve=Case(_on("2031-06-20"), WARNED),
    christmas_eve=Case(_on("2031-12-24"), WARNED),
    cancelled=Case(_on("2031-04-05", "cancelled: {reason: Snö}")),
    the_second_day=Case(_on("2031-04-04", "to: ①2031-04-05", mark=""), WARNED),
    a_country_nobody_knows_leaves_weekends=Case(
        {**_on("2031-04-05"), "structure.yaml": structure() + "country: ②XX\n"},
        ("① VR121 - warning", "② VR123 - error"),
    ),
    another_country_keeps_other_days=Case(
        {**_on("2031-05-17"), "structure.yaml": structure() + "country: NO\n"}, WARNED
    ),
    midsummer_eve_is_no_holiday_there=Case(
        {**_on("2031-06-20"), "structure.yaml": structure() + "country: NO\n"}
    ),
)


def _dated(more: str, *found: str) -> Case:
    text = f"id: ra-2031-01\nforum: rad\ndate: 2031-04-03\nto: 2031-04-04\n{more}\n"
    return Case({"meetings/ra-2031-01.yaml": text}, found)


WRONG = "① VR122 - error"
ORDER = cases(
    None,
    fixed_on_the_last_day=_dated("agenda: {fixed: {date: 2031-04-04, by: [rut]}}"),
    fixed_after=_dated("agenda: {fixed: {date: ①2031-04-05, by: [rut]}}", WRONG),
    called_after=_dated("notice: {sent: ①2031-04-05}", WRONG),
    called_after_in_full=_dated("notice: {sent: ①{date: 2031-04-05, to: all}}", WRONG),
    adjusted_on_the_first_day=_dated("minutes: {adjusted: [{by: anna, date: 2031-04-03}]}"),
    adjusted_before=_dated("minutes: {adjusted: [{by: anna, date: ①2031-04-02}]}", WRONG),
    dispatched_before=_dated("minutes: {dispatched: ①2031-04-02}", WRONG),
    corrected_before=_dated("minutes: {corrections: [{date: ①2031-04-02, text: Fel.}]}", WRONG),
)


@each({**RINGS, **MATTERLESS, **FILE_NAMES, **MEETING_IDS})
def test_ids(tmp_path: Path, judged: None, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each({**DOUBLES, **NAMES, **TWO_MEETINGS})
def test_doubles(tmp_path: Path, judged: None, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each({**DAYS, **ORDER})
def test_days(tmp_path: Path, judged: None, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
