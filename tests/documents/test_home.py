"""What a party takes home from a meeting, and the extracts it gets of single points."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repos
from tests.documents.agendas import empty_headings, plain
from tests.documents.minutes import ALL_THERE, ID, demands_of, meeting, register, section
from tests.rules.cases import matter
from vrtool.documents.home import after, home_markdown, home_meta, home_view
from vrtool.documents.home_view import HomeView
from vrtool.documents.minutes_extract import (
    extract_markdown,
    extract_meta,
    extract_view,
    receivers,
)
from vrtool.planning.demands import Demands

MATTER = matter(more="raised: 2031-01-07\nbrief: {proposal: Rådet köper växeln.}")
HOME = (
    "N: {title: T, rule: VR311, strength: shall, paragraph: '1', applies: {forums: [rad]}, "
    "with: {party_kinds: [municipality]}}"
)
POSITION = (
    "- {id: a, title: Växeln, matter: 2031-001, "
    "outcome: {kind: position, text: Ja., decides_next: [berga]}}"
)


def _sheet(
    root: Path,
    items: str,
    party: str = "berga",
    *,
    files: repos.Files | None = None,
    norms: str = HOME,
) -> HomeView:
    found = register(root, meeting(items), {**MATTER, **(files or {})}, norms=norms)
    return home_view(after(Demands(found), found.meetings[ID]), party)


def _lines(view: HomeView) -> list[str]:
    return plain(home_markdown(view)).splitlines()


def test_the_sheet_of_a_party_that_is_to_decide() -> None:
    demands = demands_of("examples/ovningsradet")
    there = after(demands, demands.register.meetings["or-2031-03"])
    view = home_view(there, "testby")
    found = _lines(view)
    assert found[0] == "# Att ta med hem till Testby"
    assert "*Från ordföranderådet 9 maj 2031*" in found
    assert found[found.index("Era deltagare") + 1] == ":   Tora Exempel"
    assert section(found, "## Att besluta om") == ["- Punkt 3, Gemensamt hjälpmedelslager"]
    assert section(found, "## Att återföra")[0].endswith(
        "(ställningstagande) – återfört i kommunstyrelsen 27 maj 2031"
    )
    assert [line for line in found if line.startswith("### ")] == [
        "### 3. Gemensamt hjälpmedelslager",
        "### 4. Mediecenter blir digitalt",
        "### 5. Nominering till Stiftelsen Övningsmuseets styrelse",
    ]
    assert (
        plain(home_meta(view).title)
        == "Att ta med hem till Testby: från ordföranderådet 9 maj 2031"
    )


@pytest.mark.parametrize("folder", ["", "examples/ovningsradet", "examples/vastmanland"])
def test_every_party_has_a_sheet_from_every_meeting(folder: str) -> None:
    demands = demands_of(folder)
    for chosen in demands.register.chronological:
        there = after(demands, chosen)
        for party in demands.register.structure.parties:
            markdown = home_markdown(home_view(there, party))
            assert empty_headings(markdown) == []
            assert "\n\n\n" not in markdown


def test_nothing_to_take_home_is_said(tmp_path: Path) -> None:
    view = _sheet(tmp_path, "- {id: a, title: Läget, outcome: {kind: noted}}")
    assert _lines(view)[-1] == "**Inget att ta hem.**"
    assert (view.decisions, view.assignments, view.feedback, view.positions) == ((), (), (), ())


def test_only_the_party_that_is_to_decide_is_asked_to(tmp_path: Path) -> None:
    assert [line.what for line in _sheet(tmp_path / "1", POSITION).decisions] == ["Punkt 1, Växeln"]
    other = _sheet(tmp_path / "2", POSITION, "alby")
    assert other.decisions == ()
    assert [point.title for point in other.positions] == ["Växeln"]


def test_what_is_registered_as_done_is_told(tmp_path: Path) -> None:
    follow_up = (
        "raised: 2031-01-07\n"
        "follow_up:\n"
        f"  berga: [{{meeting: {ID}, feedback: {{body: nämnden, date: 2031-04-01}}, "
        "decision: {body: fullmäktige, date: 2031-05-01}}]\n"
        f"  alby: [{{meeting: {ID}, not_taken: Valår.}}, "
        "{meeting: ra-2031-01, feedback: {body: nämnden, date: 2031-02-01}}]\n"
    )
    files = {
        **matter(more=follow_up),
        "meetings/ra-2031-01.yaml": "id: ra-2031-01\nforum: rad\ndate: 2031-01-14\n",
    }
    view = _sheet(tmp_path / "1", POSITION, files=files)
    assert plain(view.decisions[0].done) == "beslutat i fullmäktige 1 maj 2031"
    assert plain(view.feedback[0].done) == "återfört i nämnden 1 april 2031"
    other = _sheet(tmp_path / "2", POSITION, "alby", files=files)
    assert other.feedback[0].done == "inte återfört: Valår."


def test_questions_are_taken_home_by_those_whom_a_norm_asks(tmp_path: Path) -> None:
    assert _sheet(tmp_path / "1", POSITION, "alby").feedback
    assert _sheet(tmp_path / "2", POSITION, "regionen").feedback == ()
    assert _sheet(tmp_path / "3", POSITION, "alby", norms="").feedback == ()


def test_assignments_of_the_party_and_its_people_old_and_new(tmp_path: Path) -> None:
    earlier = """
        id: ra-2031-01
        forum: rad
        date: 2031-01-17
        agenda:
          items:
            - id: a
              title: Växeln
              outcome:
                kind: assigned
                assignments:
                  - {id: gammalt, task: Gammalt., receiver: berga}
                  - {id: klart, task: Klart., receiver: berga}
    """
    items = """
        - id: a
          title: Uppföljning
          outcome:
            kind: noted
            reports: [{assignment: klart, done: true}]
            assignments:
              - {id: eget, task: Eget., receiver: bo, due: 2031-05-01}
              - {id: annat, task: Annat., receiver: alby}
    """
    view = _sheet(tmp_path, items, files={"meetings/ra-2031-01.yaml": earlier})
    assert [(line.id, line.receiver) for line in view.assignments] == [
        ("gammalt", "Berga"),
        ("eget", "Bo Lind"),
    ]
    assert plain("\n".join(section(_lines(view), "## Uppdrag"))).endswith(
        "- Eget.\n    Bo Lind · senast 1 maj 2031 · nytt"
    )


@pytest.mark.parametrize("field", ["initiator: berga", "concerns: [berga]"])
def test_points_about_what_concerns_the_party(tmp_path: Path, field: str) -> None:
    item = "- {id: a, title: Växeln, matter: 2031-001, outcome: {kind: discussed, text: Bra.}}"
    files = matter(more=f"raised: 2031-01-07\n{field}")
    view = _sheet(tmp_path / "1", item, files=files)
    assert "Bra." in section(_lines(view), "## Andra punkter som berör er")
    assert _sheet(tmp_path / "2", item, "alby", files=files).concerning == ()


# Extracts


def test_an_extract_holds_the_point_and_what_is_asked() -> None:
    demands = demands_of("examples/ovningsradet")
    chosen = demands.register.meetings["or-2031-03"]
    item = next(item for item in chosen.items if item.id == "hjalpmedelslager")
    view = extract_view(demands, chosen, item, "testby")
    found = plain(extract_markdown(view)).splitlines()
    assert found[:3] == ["# Utdrag ur minnesanteckningar", "", "*Ordföranderådet 9 maj 2031*"]
    assert found[found.index("Till") + 1] == ":   Testby kommun"
    point = section(found, "### Gemensamt hjälpmedelslager")
    assert point[-1] == "Ställningstagandet lämnas till Testby kommun för beslut."
    assert any(line.startswith("> Ordföranderådet ställer sig bakom") for line in point)
    assert section(found, "## Underskrifter")[-1] == (
        ":   Anna Exempel, vice ordförande, justerat 16 maj 2031"
    )
    assert not [line for line in found if "Mediecenter" in line]
    assert plain(extract_meta(view).description) == (
        "Ordföranderådet 9 maj 2031, till Testby kommun"
    )


def test_it_goes_to_those_that_are_to_decide_else_to_all(tmp_path: Path) -> None:
    items = f"{POSITION}\n- {{id: b, title: Nätet, outcome: {{kind: noted}}}}"
    found = register(tmp_path, meeting(items), MATTER)
    position, noted = found.meetings[ID].items
    assert receivers(found, position) == ("berga",)
    assert receivers(found, noted) == ("alby", "berga", "regionen")


def test_a_correction_of_the_point_goes_along(tmp_path: Path) -> None:
    more = ALL_THERE + (
        "  corrections:\n"
        "    - {date: 2031-04-02, item: a, text: Det var Berga.}\n"
        "    - {date: 2031-04-02, text: Något annat.}\n"
    )
    found = register(tmp_path, meeting(POSITION, more=more), MATTER)
    chosen = found.meetings[ID]
    view = extract_view(Demands(found), chosen, chosen.items[0], "alby", draft=True)
    lines = plain(extract_markdown(view)).splitlines()
    assert section(lines, "## Rättelser") == ["- Det var Berga.", "    Rättat 2 april 2031."]
    assert "Till Alby kommun för kännedom." in lines
    assert view.stamp == "UTKAST"
