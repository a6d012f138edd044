"""Laws of the papers about a matter: no empty heading, values are but text, the same each time."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.documents.agendas import empty_headings, meeting, register
from tests.documents.test_agenda_text import HARD
from tests.documents.test_markdown import HOSTILE, shown
from vrtool.documents import programs
from vrtool.documents.brief import brief_markdown, brief_view
from vrtool.documents.consultation import consultation_markdown, consultation_view
from vrtool.documents.render import MARKDOWN
from vrtool.model.matter import Matter
from vrtool.register.kinds import Kind
from vrtool.register.register import Register

_TEXT = st.one_of(st.sampled_from(["Läget", "En fråga\n\ni två stycken"]), HOSTILE).filter(bool)
_TEXTS = st.lists(_TEXT, max_size=2)
_ID = "2031-001"


def _some(fields: dict[str, st.SearchStrategy[object]]) -> st.SearchStrategy[dict[str, object]]:
    """Any of the fields, each there or not."""
    return st.fixed_dictionaries({}, optional=fields)


_BRIEF = _some(
    {
        **dict.fromkeys(("proposal", "summary", "description", "way_forward"), _TEXT),
        "considerations": _some(
            {**dict.fromkeys(("taken_in", "not_taken_in", "guiding_words"), _TEXTS), "text": _TEXT}
        ),
        "views": st.lists(st.fixed_dictionaries({"meeting": st.just("x"), "text": _TEXT})),
        "documents": _TEXTS,
        "submitted": _some({"by": st.just("rut"), "to": st.just("rad")}),
    }
)
_ANSWER = st.one_of(
    st.sampled_from(["2031-02-03", "no-views", "answered"]),
    _some({"text": _TEXT, "stance": st.sampled_from(["supports", "opposes"])}),
)
_POINT = st.builds(
    lambda text, rest: {"section": text, "view": text, **rest},
    _TEXT,
    _some(
        {
            "title": _TEXT,
            "from": st.lists(st.sampled_from(["alby", "Grupp 1"]), unique=True),
            "handling": st.sampled_from(["taken-in", "later-process", "clarified"]),
            "reason": _TEXT,
            "decided_by": _TEXT,
        }
    ),
)
_CONSULTATION = _some(
    {
        "asked": st.sampled_from(["all", ["alby"]]),
        "due": st.just("2031-02-14"),
        "answers": st.dictionaries(st.sampled_from(["alby", "berga"]), _ANSWER),
        "points": st.lists(_POINT, max_size=3),
        "handled_by": _TEXT,
    }
)


def _matter(title: str, brief: object, consultation: dict[str, object]) -> Matter:
    points = consultation.get("points", [])
    assert isinstance(points, list)
    numbered = [{"id": f"p{number}", **point} for number, point in enumerate(points)]
    whole = {"id": _ID, "title": title, "brief": brief}
    return Matter.model_validate({**whole, "consultation": {**consultation, "points": numbered}})


@pytest.fixture(name="council", scope="module")
def a_council(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return register(tmp_path_factory.mktemp("council"), meeting())


def _papers(council: Register, made: Matter) -> list[str]:
    """Both papers about the matter, as Markdown."""
    found = replace(
        council,
        matters={_ID: made},
        paths={**council.paths, (Kind.MATTER, _ID): "data/matters/2031-001.yaml"},
    )
    assert made.consultation is not None
    return [
        brief_markdown(brief_view(found, made, draft=True)),
        consultation_markdown(consultation_view(found, made, made.consultation)),
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(title=_TEXT, brief=_BRIEF, consultation=_CONSULTATION)
def test_no_heading_is_empty_and_the_text_is_always_the_same(
    council: Register, title: str, brief: object, consultation: dict[str, object]
) -> None:
    made = _matter(title, brief, consultation)
    papers = _papers(council, made)
    assert papers == _papers(council, made)
    for paper in papers:
        assert empty_headings(paper) == []
        assert sum(line.startswith("# ") for line in paper.splitlines()) == 1


def _texts(page: html.HtmlElement, path: str) -> list[str]:
    return [re.sub(r"[ \n]+", " ", element.text_content()).strip() for element in page.xpath(path)]


@pytest.mark.parametrize("hard", HARD)
def test_whatever_a_record_holds_is_shown_as_text(council: Register, hard: str) -> None:
    point: dict[str, object] = {"section": hard, "view": hard, "handling": "taken-in"}
    made = _matter(
        hard,
        {
            "proposal": hard,
            "summary": hard,
            "considerations": {"text": hard, "guiding_words": [hard]},
            "documents": [hard],
        },
        {
            "answers": {"alby": {"text": hard}},
            "points": [{**point, "from": [{"name": hard}], "reason": hard}],
            "handled_by": hard,
        },
    )
    text = re.sub(" +", " ", shown(hard))
    for markdown in _papers(council, made):
        page = html.document_fromstring(
            programs.pandoc(markdown, [f"--from={MARKDOWN}", "--to=html5"], timestamp=0).decode()
        )
        assert _texts(page, "//p/em")[0] == text
        assert len(page.xpath("//h1")) == 1
        assert page.xpath("//a | //script | //code | //img") == []
    terms = dict(zip(_texts(page, "//dt"), _texts(page, "//dd"), strict=True))
    assert (terms["Behandlad av"], terms["Skäl"]) == (text, text)
    assert _texts(page, "//h4") == [text]
