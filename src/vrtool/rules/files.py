"""Files the records name, and what was changed after it was settled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from vrtool.diagnostic import Place, Pointer, Severity, Verdict
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.describe import meeting_name, the_minutes
from vrtool.register.files import ATTACHMENTS
from vrtool.register.fingerprint import adjusted_parts
from vrtool.register.fixing import changed_since_fixing
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.rules.base import Context, breach, data_rule
from vrtool.text import did_you_mean, sentence


@data_rule("VR131", "attachment")
def attachment(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A document is named that is not there, or lies outside the repo."""
    for at, path in _files(register):
        if path in register.files:
            continue
        if _outside(path):
            yield breach(
                path,
                at,
                f"Sökvägen ”{path}” leder ut ur {ATTACHMENTS}/.",
                f"Lägg dokumentet under data/{ATTACHMENTS}/ och skriv vägen dit "
                f"({ATTACHMENTS}/…), med vanliga snedstreck.",
            )
        else:
            guess = did_you_mean(path, _near(register, path))
            yield breach(
                path,
                at,
                f"Dokumentet ”{path}” finns inte under data/.{guess}",
                "Lägg dit dokumentet, rätta vägen, eller ta bort file: om det inte förvaras här.",
            )


def _near(register: Register, path: str) -> list[str]:
    """The files in the same folder or of the same name: among all, the search would take long."""
    wanted = PurePosixPath(path)
    folder, name = f"{wanted.parent}/", wanted.name
    return sorted(
        file
        for file in register.files
        if (file.startswith(folder) and "/" not in file[len(folder) :])
        or file.rpartition("/")[2] == name
    )


def _outside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return ".." in parts or "\\" in path or not parts or parts[0] != ATTACHMENTS


def _files(register: Register) -> Iterator[tuple[Place, str]]:
    """Every path that a document has, with its place."""
    for matter in register.matters.values():
        for pointer, file in _of_matter(matter):
            if file is not None:
                yield register.matter_place(matter, *pointer), file
    for meeting in register.meetings.values():
        for number, item in enumerate(meeting.items):
            for index, paper in enumerate(item.papers):
                if paper.file is not None:
                    pointer = ("agenda", "items", number, "papers", index, "file")
                    yield register.meeting_place(meeting, *pointer), paper.file


def _of_matter(matter: Matter) -> Iterator[tuple[Pointer, str | None]]:
    for index, paper in enumerate(matter.brief.documents if matter.brief else ()):
        yield ("brief", "documents", index, "file"), paper.file
    for party, answer in matter.consultation.answers.items() if matter.consultation else ():
        yield ("consultation", "answers", party, "file"), answer.file


@data_rule("VR141", "changed-after-fixing", severity=Severity.WARNING)
def changed_after_fixing(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """An item or its brief is not as it stood when the agenda was fixed."""
    for meeting in register.meetings.values():
        for part in changed_since_fixing(register, meeting):
            yield breach(
                part,
                _item_place(register, meeting, part, ("agenda", "fixed", "fingerprint", part)),
                f"Punkten ”{part}” vid {meeting_name(register, meeting)} är ändrad efter "
                "fastställande.",
                f"Låt fastställa {word(register, 'agenda').the} på nytt, eller ta tillbaka "
                "ändringen.",
            )


@data_rule("VR142", "changed-after-adjustment")
def changed_after_adjustment(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """Adjusted minutes were edited: what is adjusted stands."""
    for meeting in register.meetings.values():
        minutes = meeting.minutes
        if minutes is None or not minutes.adjusted or not minutes.fingerprint:
            continue
        for part in _changed(minutes.fingerprint, adjusted_parts(meeting)):
            fallback: Pointer = (
                ("minutes", "fingerprint", part) if "/" in part else ("minutes", part)
            )
            item, written = part.removeprefix("items/"), word(register, "minutes")
            edited = written.agree("ändrad", "ändrat", "ändrade")
            yield breach(
                part,
                _item_place(register, meeting, item, fallback),
                f"{sentence(the_minutes(register, meeting))} är {edited} efter "
                f"justering: {_PARTS.get(part, f'punkten ”{item}”')}.",
                "Ta tillbaka ändringen och skriv en rättelse med datum under minutes: corrections.",
            )


_PARTS = {
    "led_by": "vem som ledde mötet",
    "secretary": "vem som var sekreterare",
    "attendance": "närvaron",
}


def _changed(settled: dict[str, str], now: dict[str, str]) -> list[str]:
    return sorted(part for part in settled | now if settled.get(part) != now.get(part))


def _item_place(register: Register, meeting: Meeting, item: str, fallback: Pointer) -> Place:
    for index, entry in enumerate(meeting.items):
        if entry.id == item:
            return register.meeting_place(meeting, "agenda", "items", index)
    return register.meeting_place(meeting, *fallback)
