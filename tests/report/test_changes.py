"""What has changed as text, Markdown and JSON: safe whatever the files hold, and never endless."""

from __future__ import annotations

import json

import pytest

from vrtool.diagnostic import Finding, Location, Severity
from vrtool.history.change import (
    Act,
    Change,
    Difference,
    FindingChanges,
    Group,
    RecordChange,
    Unread,
)
from vrtool.history.wording import Fate, compared, shortened
from vrtool.report.changes import changes_text
from vrtool.report.changes_json import changes_json
from vrtool.report.changes_markdown import MARK, changes_markdown

pytestmark = pytest.mark.slow("measured")

HOSTILE = "Titel\n::error::\x1b[31m <script>alert(1)</script> [a](http://b.se) @anna #12 `x` | ]]>"
OLD = "Rådet ställer sig bakom det förslag som beredningen har lämnat"
NEW = "Rådet ställer sig inte bakom det förslag som beredningen har lämnat"


def made(*changes: Change, findings: FindingChanges | None = None) -> Difference:
    record = RecordChange(Group.MATTER, "2031-001", "Ärendet 2031-001 Växel", changes)
    return Difference("main", "HEAD", (record,) if changes else (), (), findings)


def finding(message: str = "Saknas.") -> Finding:
    return Finding("VR301", "not-prepared", Severity.ERROR, message, Location("data/a.yaml", 3))


def test_hostile_text_stays_text_on_a_terminal() -> None:
    told = changes_text(made(Change(Act.ADDED, HOSTILE, after=HOSTILE)))
    assert "\x1b" not in told
    assert not any(line.startswith("::") for line in told.split("\n"))


def test_hostile_text_stays_text_in_markdown() -> None:
    told = changes_markdown(
        made(Change(Act.ADDED, HOSTILE), findings=FindingChanges((finding(HOSTILE),)))
    )
    for harm in ("[a](", "@anna", "#12", "://b", " `x`", "\x1b", "\n::"):
        assert harm not in told
    assert told.count("\\<script\\>") == told.count("<script") == 2


def test_markdown_begins_with_its_mark_and_is_the_same_each_time() -> None:
    difference = made(Change(Act.CHANGED, "Förslag", OLD, NEW))
    told = changes_markdown(difference)
    assert told.split("\n")[0] == MARK
    assert told == changes_markdown(difference)
    assert told.endswith(
        "**Ärendet 2031-001 Växel**\n\n"
        "- Förslag: Rådet ställer sig<ins> inte</ins> bakom det förslag som beredningen har lämnat"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- punkt", "\\- punkt"),
        ("1. punkt", "1\\. punkt"),
        ("30) punkt", "30\\) punkt"),
        ("a:smile:", "a:\N{WORD JOINER}smile:"),
        ("kl. 13.00–15.00", "kl. 13.00–15.00"),
    ],
)
def test_what_begins_a_list_or_makes_a_picture_is_text_too(text: str, shown: str) -> None:
    assert changes_markdown(made(Change(Act.ADDED, text))).endswith(f"\n- {shown}")


def test_nothing_changed_is_said() -> None:
    assert "Inget har ändrats i sak." in changes_text(made())
    assert "Inget har ändrats i sak." in changes_markdown(made())
    assert json.loads(changes_json(made()))["summary"] == {
        "records": 0,
        "changes": 0,
        "omitted": 0,
    }


@pytest.mark.parametrize("length", [20, 5000])
def test_ten_thousand_changes_are_bounded(length: int) -> None:
    change = Change(Act.ADDED, "Ny punkt", after="ord " * length)
    difference = made(*[change] * 10_000, findings=FindingChanges((finding(),) * 10_000))
    text = changes_text(difference)
    assert text.count("Ny punkt") == 300
    assert "… och 9 700 ändringar till." in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "… och 9950 till." in text
    assert len(changes_markdown(difference)) < 61_000
    answer = json.loads(changes_json(difference))
    assert answer["summary"] == {"records": 1, "changes": 10_000, "omitted": 5000}
    assert answer["findings"]["omitted"] == 5000


def test_findings_and_unread_files_are_told() -> None:
    found = FindingChanges((finding("Ny."),), (finding("Borta."),), ())
    unread = (Unread("HEAD", "data/b.yaml", 7, "Inte YAML."),)
    told = changes_text(Difference("main", "HEAD", (), unread, found))
    assert told.split("\n")[2:] == [
        "Nya anmärkningar:",
        "  fel VR301 data/a.yaml:3: Ny.",
        "",
        "Anmärkningar som försvinner, kanske bara för att en fil inte går att läsa i HEAD:",
        "  fel VR301 data/a.yaml:3: Borta.",
        "",
        "Gick inte att läsa: data/b.yaml:7 i HEAD: Inte YAML.",
        "Inget har ändrats i sak. Anmärkningar: 1 ny och 1 försvinner.",
    ]


def test_what_a_file_that_could_not_be_read_hid_is_not_told_as_new() -> None:
    found = FindingChanges((finding("Ny."),), (finding("Borta."),), ())
    unread = (Unread("main", "data/b.yaml", 7, "Inte YAML."),)
    told = changes_text(Difference("main", "HEAD", (), unread, found))
    assert "Nya anmärkningar, kanske bara för att en fil inte går att läsa i main:" in told
    assert "Anmärkningar som försvinner:" in told


def test_json_tells_the_words() -> None:
    answer = json.loads(changes_json(made(Change(Act.CHANGED, "Förslag", OLD, NEW))))
    assert answer["version"] == 1
    assert answer["findings"] is None
    (record,) = answer["records"]
    (change,) = record["changes"]
    assert (record["kind"], record["id"], change["act"]) == ("matter", "2031-001", "changed")
    assert [piece["fate"] for piece in change["words"]] == ["same", "added", "same"]
    assert "".join(piece["text"] for piece in change["words"]) == NEW


def test_the_pieces_make_up_both_texts() -> None:
    pieces = compared(OLD, f"{NEW} idag")
    assert "".join(p.text for p in pieces if p.fate is not Fate.ADDED) == OLD
    assert "".join(p.text for p in pieces if p.fate is not Fate.REMOVED) == f"{NEW} idag"


def test_long_texts_are_shown_around_what_differs() -> None:
    long = " ".join(f"ord{n}" for n in range(200))
    pieces = shortened(compared(f"{long} slut", f"{long} final"))
    assert [piece.fate for piece in pieces] == [Fate.SAME, Fate.REMOVED, Fate.ADDED]
    assert pieces[0].text == "… ord194 ord195 ord196 ord197 ord198 ord199 "
    whole = compared("a " * 4000, "b " * 4000)
    assert [piece.fate for piece in whole] == [Fate.REMOVED, Fate.ADDED]
