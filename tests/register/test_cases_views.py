"""What is derived: a matter's way, a meeting's phase, what is complete, what is earlier."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.repos import council, register, structure, write_repo
from tests.rules.cases import matter, meeting, together
from vrtool.model.meeting import Meeting
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import Aspect, complete, full_years, fully_known, spans
from vrtool.register.load import load
from vrtool.register.phases import current, evidence, held, reached
from vrtool.register.times import ended_before, first_moment

UP = "{id: a, title: A, matter: 2031-001}"


class TestPath:
    """A matter's way is every item that names it, in order of time."""

    def test_in_order_of_time_and_clock(self, tmp_path: Path) -> None:
        files = together(
            matter(),
            meeting("ra-2031-01", "2031-04-04", UP, hours="13:00–15:00"),
            meeting("br-2031-01", "2031-04-04", UP, hours="09:00–12:00"),
            meeting("be-2031-09", "2031-03-14", UP),
        )
        known = register(tmp_path, council(files))
        way = [entry.meeting.id for entry in known.path_of("2031-001")]
        assert way == ["be-2031-09", "br-2031-01", "ra-2031-01"]

    def test_without_cancelled_meetings(self, tmp_path: Path) -> None:
        cancelled = meeting("ra-2031-01", "2031-04-04", UP, more="cancelled: {reason: Snö}")
        known = register(tmp_path, council(together(matter(), cancelled)))
        assert known.path_of("2031-001") == ()
        assert [one.id for one in known.by_forum["rad"]] == ["ra-2031-01"]

    def test_twice_at_one_meeting(self, tmp_path: Path) -> None:
        items = (UP, "{id: b, title: B, matters: [2031-002, 2031-001]}")
        files = together(matter(), matter("2031-002"), meeting("ra-2031-01", "2031-04-04", *items))
        known = register(tmp_path, council(files))
        assert [entry.pointer[-1] for entry in known.path_of("2031-001")] == [0, 1]
        assert [entry.item.id for entry in known.path_of("2031-002")] == ["b"]

    def test_of_a_matter_nobody_took_up(self, tmp_path: Path) -> None:
        known = register(tmp_path, council(matter()))
        assert known.path_of("2031-001") == ()
        assert known.path_of("2031-999") == ()

    def test_an_item_by_its_address(self, tmp_path: Path) -> None:
        known = register(
            tmp_path, council(together(matter(), meeting("ra-2031-01", "2031-04-04", UP)))
        )
        there, item = known.item_at("ra-2031-01/a")
        assert there is not None
        assert item is not None
        assert (there.id, item.index) == ("ra-2031-01", 0)
        assert known.item_at("ra-2031-01") == (there, None)
        assert known.item_at("ra-2031-01/b") == (there, None)
        assert known.item_at("ra-2031-02/a") == (None, None)


ITEMS = {"items": [{"id": "a", "title": "A"}]}
FIXED = {"fixed": {"date": "2031-03-21", "by": ["rut"]}}
CALLED = {"notice": {"sent": "2031-03-21"}}
PRESENT = {"attendance": {"present": ["anna"]}}
ADJUSTED = {"adjusted": [{"by": "anna", "date": "2031-04-11"}]}
SENT = {"dispatched": "2031-04-11"}
OUTCOME = {"items": [{"id": "a", "title": "A", "outcome": {"kind": "noted"}}]}


def _meeting(**fields: Any) -> Meeting:
    base = {"id": "ra-2031-01", "forum": "rad", "date": "2031-04-04"}
    return Meeting.model_validate(base | fields)


@pytest.mark.parametrize(
    ("fields", "phase", "awake"),
    [
        ({}, Phase.PLANNED, "planned"),
        ({"agenda": {"items": []}}, Phase.PLANNED, "planned"),
        ({"agenda": ITEMS}, Phase.DRAFT, "planned draft"),
        ({"agenda": ITEMS | FIXED}, Phase.FIXED, "planned draft fixed"),
        ({"agenda": FIXED}, Phase.FIXED, "planned draft fixed"),
        ({"agenda": ITEMS} | CALLED, Phase.CALLED, "planned draft fixed called"),
        ({"notice": {"invited": ["anna"]}}, Phase.PLANNED, "planned"),
        (CALLED, Phase.CALLED, "planned draft fixed called"),
        ({"minutes": PRESENT}, Phase.HELD, "planned draft fixed called held"),
        ({"agenda": OUTCOME}, Phase.HELD, "planned draft fixed called held"),
        (
            {"minutes": {"attendance": {"present": None, "absent": None}}},
            Phase.PLANNED,
            "planned",
        ),
        (
            {"minutes": {"attendance": {"absent": ["anna"]}}},
            Phase.HELD,
            "planned draft fixed called held",
        ),
        ({"minutes": {"led_by": "rut", "secretary": "bo"}}, Phase.PLANNED, "planned"),
        (
            {"minutes": PRESENT | ADJUSTED},
            Phase.ADJUSTED,
            "planned draft fixed called held adjusted",
        ),
        (
            {"minutes": PRESENT | SENT},
            Phase.DISPATCHED,
            "planned draft fixed called held dispatched",
        ),
        (
            {"minutes": SENT},
            Phase.DISPATCHED,
            "planned draft fixed called held dispatched",
        ),
        (
            {"minutes": ADJUSTED | SENT},
            Phase.DISPATCHED,
            "planned draft fixed called held adjusted dispatched",
        ),
    ],
)
def test_phases(fields: dict[str, Any], phase: Phase, awake: str) -> None:
    """The furthest step for which there is evidence wakes all before it, forgotten ones too."""
    found = _meeting(**fields)
    assert current(found) is phase
    assert [one.value for one in Phase if reached(found, one)] == awake.split()


def test_a_forgotten_step_leaves_no_evidence() -> None:
    signs = evidence(_meeting(minutes=PRESENT))
    assert signs == {Phase.PLANNED, Phase.HELD}


@pytest.mark.parametrize("part", ["present", "absent", "served", "others"])
def test_attendance_of_any_kind_tells_that_it_was_held(part: str) -> None:
    one: dict[str, list[Any]] = {
        "present": ["anna"],
        "absent": ["anna"],
        "served": [{"who": "arne", "for": "sf/alby/1"}],
        "others": [{"name": "Gäst"}],
    }
    assert held(_meeting(minutes={"attendance": {part: one[part]}}))


class TestCompleteness:
    """Absence is evidence only where the record claims to be complete."""

    def _complete(self, root: Path, spans_: str, day: date) -> bool:
        known = register(root, council({"structure.yaml": structure(spans_)}))
        return complete(known, "rad", Aspect.MINUTES, day)

    @pytest.mark.parametrize(
        ("span", "day", "told"),
        [
            ("2031-01-01/2031-06-30", date(2031, 1, 1), True),
            ("2031-01-01/2031-06-30", date(2031, 6, 30), True),
            ("2031-01-01/2031-06-30", date(2031, 7, 1), False),
            ("2031-01-01/", date(2099, 1, 1), True),
            ("2031-01-01/", date(2030, 12, 31), False),
            ("/2031-06-30", date(1900, 1, 1), True),
            ("2029-01-01/2029-12-31, 2031-01-01/2031-12-31", date(2030, 6, 1), False),
            ("", date(2031, 1, 1), False),
        ],
    )
    def test_spans(self, tmp_path: Path, span: str, day: date, *, told: bool) -> None:
        assert self._complete(tmp_path, span, day) is told

    @pytest.mark.parametrize(
        ("span", "years"),
        [
            ("2031-01-01/2031-12-31", [2031]),
            ("2031-01-01/2033-12-31", [2031, 2032, 2033]),
            ("2031-01-02/2033-12-30", [2032]),
            ("2031-01-01/", []),
            ("/2031-12-31", []),
            ("2031-01-01/2031-06-30, 2031-07-01/2031-12-31", []),
            ("2031-01-01/2031-12-31, 2029-01-01/2029-12-31", [2029, 2031]),
        ],
    )
    def test_years(self, tmp_path: Path, span: str, years: list[int]) -> None:
        known = register(tmp_path, council({"structure.yaml": structure(span)}))
        assert full_years(known, "rad") == years

    def test_a_forum_nobody_knows(self, tmp_path: Path) -> None:
        known = register(tmp_path, council({}))
        assert spans(known, "okant", Aspect.MEETINGS) == ()

    @pytest.mark.parametrize(("broken", "told"), [("ra-2031-09", False), ("br-2031-09", True)])
    def test_a_broken_file_of_the_forum(self, tmp_path: Path, broken: str, *, told: bool) -> None:
        write_repo(tmp_path, council({f"meetings/{broken}.yaml": "id: [\n"}))
        known = load(tmp_path).register
        assert known is not None
        assert complete(known, "rad", Aspect.MINUTES, date(2031, 4, 4)) is told
        assert full_years(known, "rad") == ([2031] if told else [])

    @pytest.mark.parametrize(
        ("more", "told"),
        [("", True), ("known: full", True), ("known: items", False), ("known: planned", False)],
    )
    def test_a_record_narrows_it(self, tmp_path: Path, more: str, *, told: bool) -> None:
        known = register(tmp_path, council(meeting("ra-2031-01", "2031-04-04", more=more)))
        assert fully_known(known, known.meetings["ra-2031-01"]) is told


class TestTimes:
    """Earlier means ended before the other begins, by clock."""

    def _at(self, day: str, hours: str | None = None, to: str | None = None) -> Meeting:
        return _meeting(
            date=day, **({"hours": hours} if hours else {}), **({"to": to} if to else {})
        )

    @pytest.mark.parametrize(
        ("one", "other", "earlier"),
        [
            (("2031-04-03",), ("2031-04-04",), True),
            (("2031-04-04",), ("2031-04-03",), False),
            (("2031-04-04",), ("2031-04-04",), None),
            (("2031-04-04", "09:00–12:00"), ("2031-04-04",), None),
            (("2031-04-04", "09:00–12:00"), ("2031-04-04", "12:00–13:00"), True),
            (("2031-04-04", "09:00–12:00"), ("2031-04-04", "11:59–13:00"), False),
            (("2031-04-03", None, "2031-04-04"), ("2031-04-05",), True),
            (("2031-04-03", None, "2031-04-04"), ("2031-04-04",), None),
            (("2031-04-03", "09:00–12:00", "2031-04-04"), ("2031-04-04", "13:00–15:00"), True),
            (("2031-04-03", None, "2031-04-05"), ("2031-04-04",), False),
            (("2031-04-03",), ("2031-04-03", None, "2031-04-04"), None),
        ],
    )
    def test_ended_before(
        self, one: tuple[str, ...], other: tuple[str, ...], *, earlier: bool | None
    ) -> None:
        assert ended_before(self._at(*one), self._at(*other)) is earlier

    def test_first_moment(self) -> None:
        assert first_moment(self._at("2031-04-04")) == (date(2031, 4, 4), 0)
        assert first_moment(self._at("2031-04-04", "09:30–12:00")) == (date(2031, 4, 4), 570)
