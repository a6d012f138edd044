"""Words, order, likeness and harmless text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrtool.text import (
    count,
    definite_plural,
    did_you_mean,
    ended,
    fold,
    genitive,
    join,
    nearest,
    number,
    printable,
    quote,
    sentence,
    slug,
    sort_key,
)

if TYPE_CHECKING:
    from random import Random

FIELDS = ["agenda", "attendance", "date", "hours", "items", "minutes", "presenters", "purpose"]
FORUMS = ["varmlandsradet", "ordforanderadet", "direktorsberedningen", "beredningsgruppen"]


def test_lists_counts_and_numbers() -> None:
    assert [join(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a och b",
        "a, b och c",
    ]
    assert join(["a", "b"], "eller") == "a eller b"
    assert count(1, "ärende", "ärenden") == "1 ärende"
    assert count(0, "ärende", "ärenden") == "0 ärenden"
    assert count(12345, "ärende", "ärenden") == "12\xa0345 ärenden"
    assert number(-1234567) == "−1\xa0234\xa0567"


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Värmlandsrådet", "Värmlandsrådets"),
        ("Grums", "Grums"),
        ("Max", "Max"),
        ("Fritz", "Fritz"),
        ("KSO", "KSO:s"),
        ("ordförande i HSF", "ordförande i HSF:s"),
        ("Plan B", "Plan Bs"),
        ("", ""),
    ],
)
def test_genitive(name: str, whose: str) -> None:
    assert genitive(name) == whose


@pytest.mark.parametrize(
    ("one", "many", "the_many"),
    [
        ("kommun", "kommuner", "kommunerna"),
        ("region", "regioner", "regionerna"),
        ("kallelse", "kallelser", "kallelserna"),
        ("ställningstagande", "ställningstaganden", "ställningstagandena"),
        ("protokoll", "protokoll", "protokollen"),
        ("svar", "svar", "svaren"),
        ("namn", "namn", "namnen"),
        ("ledare", "ledare", "ledarna"),
        ("ordförande", "ordförande", "ordförandena"),
        ("formalia", "formalia", "formalia"),
    ],
)
def test_definite_plural(one: str, many: str, the_many: str) -> None:
    assert definite_plural(one, many) == the_many


def test_sentence_and_quote() -> None:
    assert sentence("ärendet KSO") == "Ärendet KSO"
    assert sentence("") == ""
    assert quote("så") == "”så”"


@pytest.mark.parametrize(
    "ordered",
    [
        ["Arvika", "Eda", "Karlstad", "Säffle", "Torsby", "Åmål", "Årjäng", "Ärla", "Örebro"],
        ["vind", "Wales", "yxa", "zebra", "å"],
        ["Eda", "Éden", "Edsvalla"],
        ["punkt 2", "punkt 10", "punkt 10 b"],
        ["Region Värmland", "Regionen"],
        ["2021-009", "2021-010", "2021-100"],
        ["Müller", "Myrdal", "Mårbacka", "Mælk", "Møller"],
        ["7", "a", "ж"],
    ],
)
def test_swedish_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


def test_order_does_not_see_how_letters_are_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Åmål")
    assert sorted([decomposed, "Zebra", "Äng"], key=sort_key) == ["Zebra", decomposed, "Äng"]


@given(st.lists(st.text(), unique=True), st.randoms())
def test_order_is_total_whatever_the_texts(texts: list[str], chance: Random) -> None:
    shuffled = texts.copy()
    chance.shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == sorted(texts, key=sort_key)


def test_order_stands_endless_digits() -> None:
    assert sort_key("1" * 5000) < sort_key("2" * 5000)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Direktörsberedningen", "direktorsberedningen"),
        ("  Nya \xa0Perspektiv ", "nya-perspektiv"),
        ("nya_perspektiv", "nya-perspektiv"),
        ("13:00–15:00", "13:00-15:00"),
        (unicodedata.normalize("NFD", "Årjäng"), "arjang"),
        ("Møller Strauß", "moller-strauss"),
        ("ar\u200bvi\u00adka", "arvika"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("word", "best"),
    [
        ("presenter", "presenters"),
        ("minuets", "minutes"),
        ("dtae", "date"),
        ("itmes", "items"),
        ("Purpose", "purpose"),
        ("attendence", "attendance"),
        ("hour", "hours"),
        ("att", "attendance"),
        ("ordforandradet", "ordforanderadet"),
        ("Ordföranderådet", "ordforanderadet"),
        ("värmlandsråd", "varmlandsradet"),
        ("ordf", "ordforanderadet"),
    ],
)
def test_the_nearest_is_what_was_meant(word: str, best: str) -> None:
    assert nearest(word, [*FIELDS, *FORUMS])[:1] == [best]


@pytest.mark.parametrize("word", ["", "-", "at", "kompetensförsörjning", "zzzz", "x" * 100_000])
def test_nothing_is_near_a_word_of_its_own(word: str) -> None:
    assert nearest(word, [*FIELDS, *FORUMS]) == []


def test_nearest_gives_no_more_than_asked_and_never_the_word_itself() -> None:
    ids = [f"or-2022-{n:02}" for n in range(1, 9)]
    assert nearest("or-2022-09", ids, 2) == ["or-2022-01", "or-2022-02"]
    assert "or-2022-01" not in nearest("or-2022-01", ids, 8)
    assert nearest("or-2022-10", reversed(ids)) == ["or-2022-01", "or-2022-02", "or-2022-03"]


def test_a_swap_of_neighbours_is_one_slip() -> None:
    assert nearest("ro", ["or", "db", "vr"]) == ["or"]
    assert nearest("abc", ["cab"]) == []


def test_did_you_mean() -> None:
    assert did_you_mean("presenter", FIELDS) == " Menade du presenters?"
    assert did_you_mean("or-2022-3", ["or-2022-03", "or-2022-13"]) == (
        " Menade du or-2022-03 eller or-2022-13?"
    )
    assert did_you_mean("budget", FIELDS) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Värmlandsrådets arbetsformer – 2022\xa0års",
            "Värmlandsrådets arbetsformer – 2022\xa0års",
        ),
        ("två\r\nrader\noch\u2028tre", "två␤rader␤och␤tre"),
        ("\x1b[31mfel\x1b[0m", "␛[31mfel␛[0m"),
        ("a\tb\x00c\x7f\x9b", "a␉b␀c␡�"),
        ("\u202egnp.exe", "�gnp.exe"),
        ("\ud800", "�"),
        ("👨\u200d👩\u200d👧 e\u0301", "👨\u200d👩\u200d👧 e\u0301"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters(codec=None)))
def test_printable_text_is_one_line_that_steers_nothing(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in shown)
    assert printable(shown) == shown
    shown.encode()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Värmlandsrådets ”arbetsformer” 2022/1", "varmlandsradets-arbetsformer-2022-1"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", "namnlos"),
        ("", "namnlos"),
        ("CON", "con-fil"),
        ("lpt¹", "lpt1-fil"),
        ("console", "console"),
    ],
)
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_a_slug_is_a_file_name_and_stays_one(text: str) -> None:
    name = slug(text)
    assert 0 < len(name) <= 80
    assert all(char in "abcdefghijklmnopqrstuvwxyz0123456789-" for char in name)
    assert not name.startswith("-")
    assert not name.endswith("-")
    assert slug(name) == name


def test_a_long_slug_is_cut_between_hyphens() -> None:
    assert slug("a" * 79 + " b") == "a" * 79


def test_a_sentence_gets_the_full_stop_it_lacks() -> None:
    assert ended("Klammern stängs inte") == "Klammern stängs inte."
    assert [ended(text) for text in ("Klart.", "Menade du X?", "")] == [
        "Klart.",
        "Menade du X?",
        "",
    ]
