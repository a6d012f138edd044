"""Whatever minutes and sheets are made of is shown as text, however hostile."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from tests.documents.minutes import ID, meeting, register
from tests.documents.test_markdown import shown
from vrtool.documents import programs
from vrtool.documents.home import after, home_markdown, home_view
from vrtool.documents.minutes import minutes_markdown, minutes_view
from vrtool.documents.minutes_extract import extract_markdown, extract_view
from vrtool.documents.render import MARKDOWN
from vrtool.model.meeting import Meeting
from vrtool.planning.demands import Demands

HARD = [
    "# Rubrik [x](javascript:alert(1)) <script>alert(1)</script>",
    "1. | a | b |",
    "{{ 7 * 7 }} {% raw %} `kod`{=html}",
    '= Typst #read("/etc/passwd") $x$',
    "två\nrader\n\n- och en punkt",
    "---",
    "Term\n:   definition",
    "::: x",
    "=SUM(A1)",
    "C#",
    "\u202eabc",
]


@cache
def _page(markdown: str) -> html.HtmlElement:
    arguments = [f"--from={MARKDOWN}", "--to=html5", "--columns=10"]
    return html.document_fromstring(programs.pandoc(markdown, arguments, timestamp=0).decode())


def _texts(page: html.HtmlElement, path: str) -> list[str]:
    return [re.sub(r"[ \n]+", " ", element.text_content()).strip() for element in page.xpath(path)]


def _meeting(hard: str) -> Meeting:
    outcome = {
        "kind": "position",
        "text": hard,
        "decides_next": ["alby"],
        "ambition": hard,
        "questions": [hard],
        "reservations": [{"party": "alby", "text": hard}],
        "assignments": [{"id": "u", "task": hard, "receiver": "alby"}],
        "reports": [{"assignment": "u", "text": hard}],
    }
    noted = {"kind": "noted", "text": hard}
    items = [
        {"id": "a", "title": hard, "text": hard, "outcome": outcome},
        {"id": "b", "title": hard, "outcome": noted},
    ]
    minutes = {
        "secretary": "rut",
        "attendance": {"present": ["anna"], "others": [{"name": hard, "organisation": hard}]},
        "dispatched": {"date": "2031-03-20", "others": [hard]},
        "corrections": [{"date": "2031-03-20", "item": "a", "text": hard}],
    }
    whole = {"id": ID, "forum": "rad", "date": "2031-03-14", "place": hard, "minutes": minutes}
    return Meeting.model_validate({**whole, "agenda": {"items": items}})


@pytest.fixture(name="demands")
def demands_of_the_meeting(tmp_path: Path, hard: str) -> Demands:
    """The little council with the hostile meeting."""
    made = _meeting(hard)
    found = register(tmp_path, meeting())
    return Demands(replace(found, meetings={made.id: made}))


def _assert_harmless(page: html.HtmlElement) -> None:
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//a | //script | //code | //img | //hr") == []


@pytest.mark.parametrize("hard", HARD)
def test_in_the_minutes(demands: Demands, hard: str) -> None:
    view = minutes_view(demands, demands.register.meetings[ID])
    page = _page(minutes_markdown(view))
    _assert_harmless(page)
    text = re.sub(" +", " ", shown(hard))
    assert _texts(page, "//h3")[-2:] == [f"1. {text}", f"2. {text}"]
    assert _texts(page, "//blockquote") == [text]
    terms = dict(zip(_texts(page, "//dt"), _texts(page, "//dd"), strict=True))
    assert (terms["Plats"], terms["Ambition"], terms["Andra mottagare"]) == (text, text, text)
    rows = [_texts(row, "./td") for row in page.xpath("//tbody/tr")]
    cells = {cell for row in rows for cell in row}
    assert len([row for row in rows if len(row) == 4]) == len(rows)
    assert text in cells or "\n" in hard  # in a cell lines are parted by semicolons
    lists = _texts(page, "//li")
    assert f"Alby: {text}" in lists
    assert text in lists


@pytest.mark.parametrize("hard", HARD)
def test_in_a_sheet_to_take_home_and_in_an_extract(demands: Demands, hard: str) -> None:
    chosen = demands.register.meetings[ID]
    text = re.sub(" +", " ", shown(hard))
    sheet = _page(home_markdown(home_view(after(demands, chosen), "alby")))
    _assert_harmless(sheet)
    assert f"Punkt 1, {text}" in _texts(sheet, "//li")
    assert _texts(sheet, "//blockquote") == [text]
    extract = _page(extract_markdown(extract_view(demands, chosen, chosen.items[0], "alby")))
    _assert_harmless(extract)
    assert _texts(extract, "//h3") == [text]
    assert _texts(extract, "//blockquote") == [text]
