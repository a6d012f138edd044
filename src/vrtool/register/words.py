"""The structure's own words in every form a sentence needs, with the common ones as default."""

from __future__ import annotations

from vrtool.model.structure import Word
from vrtool.register.register import Register


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
