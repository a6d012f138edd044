"""The structure's own words in every form a sentence needs, with the common ones as default."""

from __future__ import annotations

from vrtool.model.item import Item, OutcomeKind
from vrtool.model.matter import Logic
from vrtool.model.structure import Word, WordName
from vrtool.register.register import Register
from vrtool.register.target import Target
from vrtool.text import join


def _word(one: str, the: str, many: str, the_many: str) -> Word:
    return Word(one=one, the=the, many=many, the_many=the_many)


_COMMON: dict[WordName, Word] = {
    "position": _word(
        "ställningstagande", "ställningstagandet", "ställningstaganden", "ställningstagandena"
    ),
    "recommendation": _word(
        "rekommendation", "rekommendationen", "rekommendationer", "rekommendationerna"
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
    "deputy": _word("ersättare", "ersättaren", "ersättare", "ersättarna"),
    "official": _word("tjänsteperson", "tjänstepersonen", "tjänstepersoner", "tjänstepersonerna"),
    "co-opted": _word("adjungerad", "den adjungerade", "adjungerade", "de adjungerade"),
    "office": _word("uppdrag", "uppdraget", "uppdrag", "uppdragen"),
    "chair": _word("ordförande", "ordföranden", "ordförande", "ordförandena"),
    "case-logic": _word("ärendelogik", "ärendelogiken", "ärendelogiker", "ärendelogikerna"),
    "process-logic": _word("processlogik", "processlogiken", "processlogiker", "processlogikerna"),
}


def word(register: Register, name: WordName) -> Word:
    """A word of the structure, or the common one.

    What a sentence needs of it: `one`, `a`, `none`, `that`, `the`, `it`, `many`, `the_many`,
    and `agree(common, neuter, plural)` for what agrees with it; text.genitive gives *whose*.
    """
    return register.structure.words.get(name) or _COMMON[name]


_OUTCOMES = {
    OutcomeKind.NOTED: "till kännedom",
    OutcomeKind.DISCUSSED: "diskuterat",
    OutcomeKind.PREPARED: "berett",
    OutcomeKind.RETURNED: "återremitterat",
    OutcomeKind.POSTPONED: "bordlagt",
    OutcomeKind.WITHDRAWN: "tillbakadraget",
}
_OWN_WORDS: dict[OutcomeKind, WordName] = {
    OutcomeKind.POSITION: "position",
    OutcomeKind.RECOMMENDATION: "recommendation",
    OutcomeKind.ASSIGNED: "assignment",
    OutcomeKind.NOMINATED: "nomination",
}
"""Results that the structure may call by a word of its own."""

_LOGICS: dict[Logic, WordName] = {Logic.CASE: "case-logic", Logic.PROCESS: "process-logic"}


def outcome_word(register: Register, kind: OutcomeKind) -> str:
    """What came of an item in a word or two: *diskuterat*, *ställningstagande*."""
    own = _OWN_WORDS.get(kind)
    return word(register, own).one if own else _OUTCOMES[kind]


def word_beside(register: Register, kind: OutcomeKind, other: OutcomeKind) -> str:
    """What came of an item, in a word that is not also the other's.

    A structure may have one word for two results; the common words tell them apart.
    """
    called, own = outcome_word(register, kind), _OWN_WORDS.get(kind)
    same = kind is not other and called == outcome_word(register, other)
    return _COMMON[own].one if own and same else called


def logic_word(register: Register, logic: Logic) -> str:
    """*ärendelogik* or *processlogik*."""
    return word(register, _LOGICS[logic]).one


def purposes(register: Register, item: Item) -> str:
    """What the item is up for: *information och dialog*."""
    return join([word(register, purpose.value).one for purpose in item.purpose])


def named(register: Register, target: Target) -> str:
    """What a reference is to name: *part eller forum*."""
    return target.swedish.format(
        party=word(register, "party").one,
        office=word(register, "office").one,
        assignment=word(register, "assignment").one,
    )
