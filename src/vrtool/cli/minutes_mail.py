"""The drafts of mail with which minutes go out: made, written, and told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vrtool.cli.building import BUILD, TEMPLATES, only_errors, tell_faults
from vrtool.cli.minutes_documents import Held
from vrtool.cli.minutes_documents import minutes as minutes_job
from vrtool.cli.streams import near, out, say
from vrtool.documents.mail import draft
from vrtool.documents.meta import Format
from vrtool.documents.minutes_mail import letters, receivers
from vrtool.documents.output import changed_by_hand, write_document, write_files
from vrtool.documents.render import render
from vrtool.edit.minutes_dispatch import Outgoing
from vrtool.errors import CannotDo
from vrtool.model.meeting import Minutes
from vrtool.planning.demands import Demands
from vrtool.register.describe import the_minutes
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.text import join

DRAFTS = "utskick"
"""The folder of a meeting's own with the drafts."""


def mail(held: Held, outgoing: Outgoing, *, force: bool, only: bool) -> bool:
    """Write a draft to each receiver whose address is known, with the minutes as a PDF.

    Out: whether nothing stood in the way; what did, is told. Raises CannotDo where the addresses
    cannot be read, or a draft has been changed by hand and not `force`; where drafts are the
    `only` thing asked for, also where there is no address.
    """
    register = held.register
    if Kind.CONTACTS in register.broken.kinds:
        raise CannotDo(f"{_contacts(register)} går inte att läsa: kör vr check för att se varför.")
    to = receivers(register, outgoing.record)
    if not to.known:
        if only:
            raise CannotDo(_unknown(register, to.without))
        say(_unknown(register, to.without))
        return True
    sent = _as_sent(held, outgoing)
    pdf = _pdf(sent, force=force)
    if pdf is None:
        if not only:
            say("Med --no-mail antecknas utskicket ändå, utan utkast.")
        return False
    made = letters(sent.demands, sent.meeting, to.known, outgoing.date, pdf)
    drafts = {name: draft(letter) for name, letter in made.items()}
    folder = _folder(held) / DRAFTS
    _tell(held, write_files(folder, drafts, force=force), to.without)
    return True


def _contacts(register: Register) -> str:
    return register.place(Kind.CONTACTS).path


def _folder(held: Held) -> Path:
    return held.report.root / BUILD / held.meeting.id


def _as_sent(held: Held, outgoing: Outgoing) -> Held:
    """The records as they will be once the minutes are out, for the PDF tells of it."""
    minutes = held.meeting.minutes or Minutes()
    sent = minutes.model_copy(update={"dispatched": outgoing.record})
    after = held.meeting.model_copy(update={"minutes": sent})
    register = replace(held.register, meetings={**held.register.meetings, after.id: after})
    return replace(held, register=register, demands=Demands(register), meeting=after)


def _pdf(held: Held, *, force: bool) -> bytes | None:
    """The minutes as PDF: as somebody has made them by hand, else built now.

    None where something is wrong with them, which is told.
    """
    job, folder = minutes_job(held, draft=False), _folder(held)
    path = folder / f"{job.stem}.{Format.PDF.value}"
    if not force and changed_by_hand(path):
        say(f"{near(path)} är ändrad för hand och bifogas som den är. Med --force byggs den om.")
        return path.read_bytes()
    if held.is_draft:
        tell_faults(only_errors(held.report), held.lacking)
        say(f"\nInget är skrivet: {held.name} har fel som måste rättas först.")
        return None
    own_templates = [held.report.root / TEMPLATES]
    markdown, meta = job.write(own_templates)
    rendered = render(markdown, meta, [Format.PDF], own_templates)
    write_document(folder, job.stem, rendered, force=force)
    return rendered[Format.PDF]


def _tell(held: Held, files: Sequence[Path], without: Sequence[str]) -> None:
    out(f"Utkast till e-post med {the_minutes(held.register, held.meeting)}:")
    for path in files:
        out(f"  {near(path)}")
    if without:
        say(f"Adress saknas till {join(without)}: skriv den i {_contacts(held.register)}.")
    out("Öppna dem i ditt e-postprogram, läs igenom och skicka. Inget är sänt.")


def _unknown(register: Register, without: Sequence[str]) -> str:
    party = next(iter(register.structure.parties))
    return (
        f"Inga utkast: adress saknas till {join(without)}. Skriv adresserna i "
        f"{_contacts(register)}, så här:\n\n"
        f"parties:\n  {party}:\n    to: [namn@exempel.se]"
    )
