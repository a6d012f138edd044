"""Laws of the notice: no empty heading, values are but text, the same each time."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.documents.agendas import empty_headings, meeting, register, view_of
from tests.documents.test_markdown import HOSTILE, shown
from vrtool.documents import programs
from vrtool.documents.agenda import agenda_markdown
from vrtool.documents.parts import Shortcoming
from vrtool.documents.plain import as_plain
from vrtool.documents.render import MARKDOWN
from vrtool.model.meeting import Meeting
from vrtool.register.register import Register

_TEXT = st.one_of(
    st.sampled_from(["Läget", "Växeln", "En längre fråga\n\ni två stycken"]), HOSTILE
).filter(bool)
_ID = "ra-2031-02"


def _some(fields: dict[str, st.SearchStrategy[object]]) -> st.SearchStrategy[dict[str, object]]:
    """Any of the fields, each there or not."""
    return st.fixed_dictionaries({}, optional=fields)


_ITEM = _some(
    {
        "purpose": st.lists(
            st.sampled_from(["information", "position", "procedure"]), max_size=2, unique=True
        ),
        "kind": st.sampled_from(["item", "standing", "break"]),
        "label": _TEXT,
        "text": _TEXT,
        "proposal": _TEXT,
        "minutes": st.sampled_from(["5", "90"]),
        "start": st.sampled_from(["13:00", "23:30"]),
        "day": st.sampled_from(["1", "2", "3"]),
        "number": st.sampled_from(["1", "7"]),
        "added": st.just("2031-03-10"),
        "presenters": st.lists(st.one_of(st.just("rut"), st.fixed_dictionaries({"name": _TEXT}))),
        "papers": st.lists(_TEXT, max_size=2),
        "papers_count": st.just("2"),
        "papers_sent": st.just("2031-03-01"),
        "public": st.sampled_from(["true", "false"]),
    }
)
_ABOUT = _some(
    {
        "to": st.just("2031-03-15"),
        "hours": st.just("13:00–15:00"),
        "title": _TEXT,
        "place": _TEXT,
        "mode": st.sampled_from(["physical", "digital"]),
        "known": st.sampled_from(["planned", "items"]),
        "cancelled": st.fixed_dictionaries({"reason": _TEXT}),
        "notice": st.fixed_dictionaries({"text": _TEXT}),
    }
)


@st.composite
def _meetings(draw: st.DrawFn) -> Meeting:
    titled = st.tuples(_TEXT, _ITEM)
    items = [
        {"id": f"i{n}", "title": title, **rest}
        for n, (title, rest) in enumerate(draw(st.lists(titled, max_size=4)))
    ]
    about = draw(_ABOUT)
    whole = {"id": _ID, "forum": "rad", "date": "2031-03-14", **about}
    return Meeting.model_validate({**whole, "agenda": {"items": items}})


@pytest.fixture(name="council", scope="module")
def a_council(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return register(tmp_path_factory.mktemp("council"), meeting())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=_meetings())
def test_no_heading_is_empty_and_the_text_is_always_the_same(
    council: Register, made: Meeting
) -> None:
    held = replace(council, meetings={made.id: made})
    markdown = agenda_markdown(view_of(held))
    assert empty_headings(markdown) == []
    assert "\n\n\n" not in markdown
    assert markdown == agenda_markdown(view_of(held))


HARD = [
    "# Rubrik [x](javascript:alert(1)) <script>alert(1)</script>",
    "1. | a | b |",
    "{{ 7 * 7 }} {% raw %} `kod`{=html}",
    '= Typst #read("/etc/passwd") $x$',
    "två\nrader\n\n- och en punkt",
    "***",
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


@pytest.mark.parametrize("hard", HARD)
def test_whatever_a_record_holds_is_shown_as_text(council: Register, hard: str) -> None:
    item = {
        "id": "a",
        "title": hard,
        "label": hard,
        "proposal": hard,
        "presenters": [{"name": hard, "organisation": hard}],
        "papers": [hard],
        "purpose": ["position"],
    }
    agenda = {"items": [item, {"id": "b", "title": hard}]}
    whole = {"id": _ID, "forum": "rad", "date": "2031-03-14", "place": hard, "agenda": agenda}
    made = Meeting.model_validate(whole)
    page = _page(agenda_markdown(view_of(replace(council, meetings={made.id: made}))))
    text = re.sub(" +", " ", shown(hard))
    assert _texts(page, "//h3")[0] == f"1. {text}"
    assert f"2. {text}" in _texts(page, "//p/strong")
    terms = dict(zip(_texts(page, "//dt"), _texts(page, "//dd"), strict=True))
    assert terms["Plats"] == text
    assert terms["Föredragande"] == re.sub(" +", " ", shown(f"{hard}, {hard}"))
    assert terms["Underlag"] == text
    assert _texts(page, "//blockquote") == [text]
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//a | //script | //code | //img") == []


def test_a_view_holds_only_finished_data() -> None:
    assert as_plain(Shortcoming("a", "b")) == {"message": "a", "mend": "b"}
    with pytest.raises(TypeError, match="NoneType"):
        as_plain(Shortcoming("a", None))  # type: ignore[arg-type]


def test_a_template_of_the_repos_own_wins(council: Register, tmp_path: Path) -> None:
    (tmp_path / "agenda.md.j2").write_text("# {{ title }} {{ days | length }}\n", encoding="utf-8")
    assert agenda_markdown(view_of(council), [tmp_path]) == "# Kallelse till rådet 0\n"
