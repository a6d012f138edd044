"""The structure's words in every form, and the forums' names as they stand within a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from tests.repos import council, messages, register, structure, write_repo
from tests.repos import outcome as checked
from tests.rules.cases import meeting
from vrtool.documents.agenda import agenda_view
from vrtool.model.item import OutcomeKind, Purpose
from vrtool.model.matter import Logic
from vrtool.model.structure import Gender, Word, WordName
from vrtool.register import choose
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.words import logic_word, outcome_word, word
from vrtool.report import meetings

_POSITION = {"one": "rekommendation", "the": "rekommendationen", "many": "rekommendationer"}


def _word(one: str, the: str, many: str, **more: str) -> Word:
    return Word.model_validate({"one": one, "the": the, "many": many, **more})


FORMS = {
    "an en": (
        _word("rekommendation", "rekommendationen", "rekommendationer"),
        ("en rekommendation", "ingen rekommendation", "den rekommendation", "den"),
        "rekommendationerna",
    ),
    "an ett": (
        _word("ställningstagande", "ställningstagandet", "ställningstaganden"),
        ("ett ställningstagande", "inget ställningstagande", "det ställningstagande", "det"),
        "ställningstagandena",
    ),
    "an ett without a plural ending": (
        _word("protokoll", "protokollet", "protokoll"),
        ("ett protokoll", "inget protokoll", "det protokoll", "det"),
        "protokollen",
    ),
    "only in the plural": (
        _word("anteckningar", "anteckningarna", "anteckningar"),
        ("anteckningar", "inga anteckningar", "de anteckningar", "dem"),
        "anteckningarna",
    ),
    "the same in the definite": (
        _word("formalia", "formalia", "formalia"),
        ("formalia", "inga formalia", "de formalia", "dem"),
        "formalia",
    ),
    "an adjective": (
        _word("sakkunnig", "den sakkunniga", "sakkunniga"),
        ("en sakkunnig", "ingen sakkunnig", "den sakkunnig", "den"),
        "sakkunniga",
    ),
    "of several words": (
        _word("enig åsikt", "den eniga åsikten", "eniga åsikter", the_many="de eniga åsikterna"),
        ("en enig åsikt", "ingen enig åsikt", "den enig åsikt", "den"),
        "de eniga åsikterna",
    ),
    "another gender than the ending shows": (
        _word("språkrör", "språkrören", "språkrör", gender="ett"),
        ("ett språkrör", "inget språkrör", "det språkrör", "det"),
        "språkrören",
    ),
}


@pytest.mark.parametrize(("one", "forms", "the_many"), FORMS.values(), ids=FORMS.keys())
def test_every_form(one: Word, forms: tuple[str, ...], the_many: str) -> None:
    assert (one.a, one.none, one.that, one.it) == forms
    assert one.the_many == the_many


def test_what_agrees() -> None:
    words = {gender: _word("x", "x", "x", gender=gender.value) for gender in Gender}
    agreeing = {gender: one.agree("klar", "klart", "klara") for gender, one in words.items()}
    assert agreeing == {
        Gender.COMMON: "klar",
        Gender.NEUTER: "klart",
        Gender.PLURAL: "klara",
    }


def test_a_gender_there_is_none_of() -> None:
    with pytest.raises(ValidationError):
        _word("x", "x", "x", gender="neutrum")


@pytest.fixture(scope="module")
def common(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return register(tmp_path_factory.mktemp("council"), council({}))


@pytest.mark.parametrize("name", get_args(WordName))
def test_the_common_word_has_every_form_itself(common: Register, name: WordName) -> None:
    assert word(common, name).given_the_many


def test_the_common_words_are_of_the_gender_they_show(common: Register) -> None:
    of_gender = {
        gender: {name for name in get_args(WordName) if word(common, name).gender is gender}
        for gender in Gender
    }
    assert of_gender[Gender.NEUTER] == {"position", "assignment", "office"}
    assert of_gender[Gender.PLURAL] == {"procedure", "minutes"}


def _with_own_words(root: Path) -> Register:
    words = (
        f"words:\n  position: {_POSITION}\n  case-logic: {{one: sakgång, the: sakgången, "
        "many: sakgångar}\n"
    )
    return register(root, {**council({}), "structure.yaml": structure(more=words)})


class TestOfAStructure:
    """Its own words go first, the common ones fill in."""

    @pytest.fixture
    def own(self, tmp_path: Path) -> Register:
        return _with_own_words(tmp_path)

    def test_a_word_and_another(self, own: Register) -> None:
        assert word(own, "position").none == "ingen rekommendation"
        assert word(own, "minutes").the == "minnesanteckningarna"

    def test_a_purpose_is_looked_up_by_its_value(self, own: Register) -> None:
        assert word(own, Purpose.POSITION.value).one == "rekommendation"
        assert word(own, Purpose.DIALOGUE.value).one == "dialog"

    @pytest.mark.parametrize(
        ("kind", "called"),
        [
            (OutcomeKind.POSITION, "rekommendation"),
            (OutcomeKind.RECOMMENDATION, "rekommendation"),
            (OutcomeKind.ASSIGNED, "uppdrag"),
            (OutcomeKind.NOMINATED, "nominering"),
            (OutcomeKind.NOTED, "till kännedom"),
        ],
    )
    def test_an_outcome(self, own: Register, kind: OutcomeKind, called: str) -> None:
        assert outcome_word(own, kind) == called

    def test_a_logic(self, own: Register) -> None:
        assert logic_word(own, Logic.CASE) == "sakgång"
        assert logic_word(own, Logic.PROCESS) == "processlogik"


class TestUnknownWords:
    """A word nobody asks for would change nothing and be missed by no one."""

    def test_a_near_one(self, tmp_path: Path) -> None:
        words = f"words:\n  ①positon: {_POSITION}\n"
        files = {**council({}), "structure.yaml": structure(more=words)}
        places = write_repo(tmp_path, files)
        (found,) = checked(tmp_path).findings
        at = found.location
        assert f"{at.path}:{at.line}:{at.column}" == places["①"]
        assert found.code == "VR005"
        assert found.message == ("”positon” är inget av de ord som gäller här. Menade du position?")
        assert found.help.startswith("Skriv ett av position, recommendation, information, ")

    def test_a_form_nobody_knows(self, tmp_path: Path) -> None:
        words = "words: {position: {one: a, the: a, many: a, plural: a}}\n"
        files = {**council({}), "structure.yaml": structure(more=words)}
        (message,) = messages(tmp_path, files)
        assert message == "Okänt fält ”plural”."

    def test_a_gender_in_other_words(self, tmp_path: Path) -> None:
        words = "words: {position: {one: a, the: a, many: a, gender: neutrum}}\n"
        files = {**council({}), "structure.yaml": structure(more=words)}
        (message,) = messages(tmp_path, files)
        assert message == "”neutrum” är inget av de ord som gäller här."


class TestForumNames:
    """A name of several words takes its article within a sentence, not in a list."""

    @pytest.fixture
    def named(self, tmp_path: Path) -> Register:
        text = structure().replace(
            "names: [{name: Breda rådet, short_name: breda rådet}]",
            "names: [{name: Strategiska beredningen, short_name: strategiska beredningen, "
            "in_text: den strategiska beredningen}]",
        )
        held = meeting("br-2031-01", "2031-04-04", more="form: conference")
        files = {**council(held), "structure.yaml": text}
        return register(tmp_path, files)

    def test_within_a_sentence(self, named: Register) -> None:
        day = named.meetings["br-2031-01"].date
        assert named.forum_name("bredd", day) == "den strategiska beredningen"
        assert named.forum_name("rad", day) == "rådet"

    def test_in_a_list(self, named: Register) -> None:
        found = named.meetings["br-2031-01"]
        assert "strategiska beredningen" in meetings.row(named, found)
        assert named.forum_short_name("okant", found.date) == "okant"

    def test_in_a_heading(self, named: Register) -> None:
        shown = agenda_view(named, Rulebook(named), named.meetings["br-2031-01"])
        assert shown.title == "Kallelse till den strategiska beredningens konferens"
        assert shown.subtitle == ""

    @pytest.mark.parametrize(
        "text", ["den strategiska beredningen", "Strategiska beredningen", "bredd", "br"]
    )
    def test_whoever_asks_for_it(self, named: Register, text: str) -> None:
        assert choose.forum_id(named, text) == "bredd"

    def test_it_is_heard_to_decide(self, named: Register) -> None:
        assert "den strategiska beredningen" in named.forum_names
