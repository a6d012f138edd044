"""The ids there are in a data repo, with what each is called: what an editor has to offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.register import ids
from vrtool.register.describe import meeting_name
from vrtool.register.load import load
from vrtool.schema.fields import IdOf
from vrtool.text import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from vrtool.register.register import Register
    from vrtool.schema.shapes import Known

_LISTED = {
    IdOf.FORUM: ids.forums,
    IdOf.MATTER: ids.matters,
    IdOf.MEETING: ids.meetings,
    IdOf.NORM: ids.norms,
    IdOf.PARTY: ids.parties,
    IdOf.PERSON: ids.people,
    IdOf.SEAT: ids.seats,
    IdOf.TOPIC: ids.topics,
}


def known_ids(root: Path) -> Known:
    """The ids of the data repo at `root`; those of a file that cannot be read are left out."""
    register = load(root).register
    names = _names(register) if register else {}
    return {
        one: {key: names.get(one, {}).get(key, "") for key in listed(root)}
        for one, listed in _LISTED.items()
    }


def _names(register: Register) -> dict[IdOf, dict[str, str]]:
    """What the records are called; a seat says by its id whose it is."""
    structure = register.structure
    return {
        IdOf.FORUM: {key: one.names[-1].name for key, one in structure.forums.items()},
        IdOf.MATTER: {key: one.title for key, one in register.matters.items()},
        IdOf.MEETING: {
            key: sentence(meeting_name(register, one)) for key, one in register.meetings.items()
        },
        IdOf.NORM: {
            key: norm.title for one in register.norm_sources for key, norm in one.norms.items()
        },
        IdOf.PARTY: {key: one.name for key, one in structure.parties.items()},
        IdOf.PERSON: {key: one.name for key, one in register.rosters.people.items()},
        IdOf.TOPIC: dict(structure.topics),
    }
