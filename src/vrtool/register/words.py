"""The structure's own words in every form a sentence needs, with the common ones as default."""

from __future__ import annotations

from vrtool.model.item import Item, OutcomeKind, Purpose
from vrtool.model.matter import Logic
from vrtool.model.structure import Word
from vrtool.register.register import Register
from vrtool.register.rosters import SeatState
from vrtool.text import join


def _word(one: str, the: str, many: str, the_many: str) -> Word:
    return Word(one=one, the=the, many=many, the_many=the_many)


_COMMON = {
    "position": _word(
        "ställningstagande", "ställningstagandet", "ställningstaganden", "ställningstagandena"
    ),
    "information": _word("information", "informationen", "information", "informationen"),
    "dialogue": _word("dialog", "dialogen", "dialoger", "dialogerna"),
    "preparation": _word("beredning", "beredningen", "beredningar", "beredningarna"),
    "assignment": _word("uppdrag", "uppdraget", "uppdrag", "uppdragen"),
    "nomination": _word("nominering", "nomineringen", "nomineringar", "nomineringarna"),
    "procedure": _word("formalia", "formalia", "formalia", "formalia"),
    "agenda": _word("dagordning", "dagordningen", "dagordningar", "dagordningarna"),
    "notice": _word("kallelse", "kallelsen", "kallelser", "kallelserna"),
    "minutes": _word(
        "minnesanteckningar", "minnesanteckningarna", "minnesanteckningar", "minnesanteckningarna"
    ),
    "party": _word("part", "parten", "parter", "parterna"),
    "member": _word("ledamot", "ledamoten", "ledamöter", "ledamöterna"),
    "official": _word("tjänsteperson", "tjänstepersonen", "tjänstepersoner", "tjänstepersonerna"),
}


def word(register: Register, name: str) -> Word:
    """A word of the structure, or the common one. Raises KeyError for a word nobody has."""
    return register.structure.words.get(name) or _COMMON[name]


_OUTCOMES = {
    OutcomeKind.NOTED: "till kännedom",
    OutcomeKind.DISCUSSED: "diskuterat",
    OutcomeKind.PREPARED: "berett",
    OutcomeKind.RETURNED: "återremitterat",
    OutcomeKind.POSTPONED: "bordlagt",
    OutcomeKind.WITHDRAWN: "tillbakadraget",
    OutcomeKind.RECOMMENDATION: "rekommendation",
}
OWN_WORD = {
    OutcomeKind.POSITION: Purpose.POSITION,
    OutcomeKind.ASSIGNED: Purpose.ASSIGNMENT,
    OutcomeKind.NOMINATED: Purpose.NOMINATION,
}
"""Results that the structure calls by its own word for the purpose they fulfil."""

SEAT_STATES = {
    SeatState.VACANT: "vakant",
    SeatState.DECLINED: "avböjd",
    SeatState.UNFILLED: "inte tillsatt",
    SeatState.UNKNOWN: "inte känd",
}
"""Why nobody is named at a seat."""

LOGICS = {Logic.CASE: "ärendelogik", Logic.PROCESS: "processlogik"}


def outcome_word(register: Register, kind: OutcomeKind) -> str:
    """What came of an item in a word or two: *diskuterat*, *ställningstagande*."""
    own = OWN_WORD.get(kind)
    return word(register, own.value).one if own else _OUTCOMES[kind]


def purposes(register: Register, item: Item) -> str:
    """What the item is up for: *information och dialog*."""
    return join([word(register, purpose.value).one for purpose in item.purpose])
