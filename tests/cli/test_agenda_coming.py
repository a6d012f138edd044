"""`vr agenda build --coming`: every coming meeting's notice, and what is left."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.council import ROOT, Council
from vrtool.register.load import Loaded, load

pytestmark = pytest.mark.slow("measured")

BUILD = ("agenda", "build", "--coming", "--today", "2032-01-16", "--format", "md")
MEETINGS = ["db-2032-01", "or-2032-01", "vr-2032-01"]
"""Those with items on 16 January 2032, the day of the first."""
SPOILT = "meetings/or-2032-01.yaml"
EMPTY = "Utan punkter ännu, därför inte byggt: ordföranderådet 19\xa0mars\xa02032.\n"


@pytest.fixture(name="example")
def a_copy_of_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the fictional council, with its root as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


def _built(council: Council) -> list[str]:
    build = council.root / "build"
    return sorted(path.relative_to(build).as_posix() for path in build.rglob("kallelse.*"))


def _notices(*meetings: str) -> list[str]:
    return [f"{meeting}/kallelse.md" for meeting in meetings]


def _spoil(council: Council) -> None:
    council.change(SPOILT, "forum: ordforanderadet", "forum: ordforanderadet\ntopics: [okant]")


def test_every_coming_meeting_with_items_is_built_in_order_of_date(
    example: Council, vr: Run
) -> None:
    told = vr(*BUILD)
    assert told.code == 0
    assert told.plain.out == (
        "Kallelse till direktörsberedningen 16 januari 2032:\n"
        "  build/db-2032-01/kallelse.md\n"
        "Kallelse till ordföranderådet 6 februari 2032:\n"
        "  build/or-2032-01/kallelse.md\n"
        "Kallelse till Övningsrådet 12 februari 2032:\n"
        "  build/vr-2032-01/kallelse.md\n"
        "Byggt: 3 kallelser av 3.\n"
    )
    assert told.err == EMPTY
    assert _built(example) == _notices(*MEETINGS)


def test_they_are_the_same_as_built_one_by_one(example: Council, vr: Run) -> None:
    vr(*BUILD, "--draft")
    together = {path: (example.root / "build" / path).read_bytes() for path in _built(example)}
    shutil.rmtree(example.root / "build")
    for meeting in MEETINGS:
        vr("agenda", "build", meeting, "--format", "md", "--draft")
    alone = {path: (example.root / "build" / path).read_bytes() for path in _built(example)}
    assert together == alone


@pytest.mark.parametrize(
    ("today", "first"), [("2032-01-17", 1), ("2032-02-07", 2), ("2032-02-12", 2)]
)
def test_what_is_over_is_left(example: Council, vr: Run, today: str, first: int) -> None:
    assert vr("agenda", "build", "--coming", "--today", today, "--format", "md").code == 0
    assert _built(example) == _notices(*MEETINGS[first:])


def test_a_meeting_that_goes_on_is_still_coming(example: Council, vr: Run) -> None:
    example.change(
        "meetings/db-2032-01.yaml", "date: 2032-01-16", "date: 2032-01-15\nto: 2032-01-16"
    )
    vr(*BUILD, "--draft")
    assert _built(example) == _notices(*MEETINGS)


def test_a_cancelled_meeting_is_not_built(example: Council, vr: Run) -> None:
    cancelled = vr("meeting", "cancel", "or-2032-01", "--reason", "Storm.", "--on", "2032-01-16")
    assert cancelled.code == 0
    told = vr(*BUILD, "--draft")
    assert _built(example) == _notices("db-2032-01", "vr-2032-01")
    assert "6\xa0februari" not in told.out + told.err


def test_without_a_day_the_clock_tells_what_is_coming(
    example: Council, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(date):
        """A clock that stands still."""

        @classmethod
        def today(cls) -> Clock:
            return cls(2032, 2, 7)

    monkeypatch.setattr("vrtool.cli.clock.date", Clock)
    assert vr("agenda", "build", "--coming", "--format", "md").code == 0
    assert _built(example) == _notices("vr-2032-01")


def test_the_day_tells_which_is_the_next_one_too(example: Council, vr: Run) -> None:
    assert vr("agenda", "build", "--today", "2032-01-17", "--format", "md").code == 0
    assert _built(example) == _notices("or-2032-01")


# What is left


@pytest.mark.parametrize("options", [[], ["--draft"], ["--public"]])
def test_with_nothing_coming_that_is_said_and_nothing_is_wrong(
    example: Council, vr: Run, options: list[str]
) -> None:
    told = vr("agenda", "build", "--coming", "--today", "2032-02-13", *options)
    assert (told.code, told.err) == (0, EMPTY)
    assert told.out == "Inget kommande möte har en dagordning att bygga.\n"
    later = vr("agenda", "build", "--coming", "--today", "2040-01-01", *options)
    assert later == (0, told.out, "")
    assert not (example.root / "build").exists()


def test_errors_stop_only_the_meeting_that_has_them(example: Council, vr: Run) -> None:
    _spoil(example)
    told = vr(*BUILD).plain
    assert told.code == 1
    assert _built(example) == _notices("db-2032-01", "vr-2032-01")
    assert f"data/{SPOILT}:" in told.out
    assert "Inget är skrivet: ordföranderådet 6 februari 2032 har fel" in told.err
    assert "Inte byggt: ordföranderådet 6 februari 2032.\n" in told.err
    assert told.out.endswith("Byggt: 2 kallelser av 3.\n")


def test_a_draft_is_built_of_all_of_them(example: Council, vr: Run) -> None:
    _spoil(example)
    told = vr(*BUILD, "--draft")
    assert (told.code, told.err) == (0, EMPTY)
    assert _built(example) == _notices(*MEETINGS)
    spoilt = (example.root / "build" / "or-2032-01" / "kallelse.md").read_text(encoding="utf-8")
    assert spoilt.startswith("**UTKAST**")
    assert "okant" in spoilt


def test_a_document_changed_by_hand_stops_no_other(example: Council, vr: Run) -> None:
    vr(*BUILD)
    first, second, third = (example.root / "build" / path for path in _notices(*MEETINGS))
    first.write_text("Mitt eget.\n", encoding="utf-8")
    second.unlink()
    third.unlink()
    told = vr(*BUILD)
    assert told.code == 3
    assert f"Ändrat för hand sedan det skapades, eller inte skapat av vr: {first}." in told.err
    assert first.read_text(encoding="utf-8") == "Mitt eget.\n"
    assert second.exists()
    assert third.exists()
    assert vr(*BUILD, "--force").code == 0
    assert "Mitt eget." not in first.read_text(encoding="utf-8")


def test_what_stops_them_all_is_said_once(example: Council, vr: Run) -> None:
    templates = example.root / "templates"
    templates.mkdir()
    (templates / "agenda.md.j2").write_text("{{ finns_inte }}\n", encoding="utf-8")
    told = vr(*BUILD)
    assert told.code == 3
    assert told.err.count("finns_inte") == 1
    assert told.out == "Byggt: 0 kallelser av 3.\n"


def test_a_meeting_whose_file_cannot_be_read_is_not_passed_over(example: Council, vr: Run) -> None:
    example.write("meetings/or-2032-03.yaml", "id: [")
    told = vr(*BUILD, "--draft")
    assert told.code == 1
    assert "Går inte att läsa, därför inte byggt: data/meetings/or-2032-03.yaml." in told.err
    assert _built(example) == _notices(*MEETINGS)


def test_for_publication_what_is_not_to_be_published_is_left(example: Council, vr: Run) -> None:
    example.change(SPOILT, "forum:", "public: false\nforum:")
    example.change("meetings/or-2032-02.yaml", "forum:", "public: false\nforum:")
    told = vr(*BUILD, "--public").plain
    assert told.code == 0
    assert _built(example) == ["db-2032-01/publik/kallelse.md", "vr-2032-01/publik/kallelse.md"]
    assert told.err == (
        "Ska inte publiceras, därför inte byggt: "
        "ordföranderådet 6 februari 2032 och ordföranderådet 19 mars 2032.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["or-2032-01"], "--coming bygger för alla kommande möten: utelämna mötet.\n"),
        (["--open"], "--coming bygger för alla kommande möten: utelämna --open.\n"),
        (["--public", "--draft"], "Ett utkast publiceras inte: välj --public eller --draft.\n"),
        (["--today", "igår"], "Skriv datum som ÅÅÅÅ-MM-DD, inte ”igår”.\n"),
    ],
)
def test_what_does_not_go_together(
    example: Council, vr: Run, arguments: list[str], said: str
) -> None:
    told = vr("agenda", "build", "--coming", *arguments)
    assert (told.code, told.out) == (2, "")
    assert said in told.err
    assert not (example.root / "build").exists()


def test_the_records_are_read_and_checked_once(
    example: Council, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def counted(root: Path) -> Loaded:
        read.append(root)
        return load(root)

    monkeypatch.setattr("vrtool.cli.repo.load", counted)
    assert vr(*BUILD).code == 0
    assert read == [example.root]
