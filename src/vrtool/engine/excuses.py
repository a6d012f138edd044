"""Deviations: which breach each stands behind, and which stand behind nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vrtool.diagnostic import Excuse, Judgement, Place, Verdict
from vrtool.engine.compiled import Complaint, Library
from vrtool.engine.judging import Judged
from vrtool.model.deviation import Deviation
from vrtool.model.meeting import Meeting
from vrtool.register.kinds import Kind
from vrtool.register.phases import reached
from vrtool.register.register import Register
from vrtool.rules.base import Subject
from vrtool.rules.catalogue import EngineFault
from vrtool.text import did_you_mean


@dataclass
class _Recorded:
    """A deviation where it stands, with the judgements it has met."""

    deviation: Deviation
    place: Place
    record: str | None
    meeting: Meeting | None = None
    met: set[Judgement] = field(default_factory=set)
    expired: bool = False

    def about(self, judged: Judged, records: frozenset[str]) -> bool:
        """Whether it speaks of this verdict's norm and subject."""
        deviation = self.deviation
        if deviation.forum is not None and deviation.forum != judged.record:
            return False
        if self.record is None:
            return deviation.on in (judged.verdict.subject, judged.record)
        if self.record not in records:
            return False
        return deviation.on in (None, judged.verdict.subject, judged.record)


class Excuses:
    """Every deviation recorded in the repo."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._by_norm: dict[str, list[_Recorded]] = defaultdict(list)
        for recorded in _all(register):
            self._by_norm[recorded.deviation.norm].append(recorded)

    def behind(self, judged: Judged) -> Excuse | None:
        """The excuse for a breach; deviations met by other verdicts are remembered."""
        excuse: Excuse | None = None
        candidates = self._by_norm.get(judged.compiled.id)
        if not candidates:
            return None
        records = self._records(judged)
        for recorded in candidates:
            if not recorded.about(judged, records):
                continue
            recorded.met.add(judged.verdict.judgement)
            until = recorded.deviation.until
            if until is not None and until < judged.day:
                recorded.expired = True
            elif judged.verdict.judgement is Judgement.BREACH:
                excuse = _excuse(recorded.deviation)
        return excuse

    def complaints(self, norms: Iterable[str], library: Library) -> Iterator[Complaint]:
        """Deviations that name no norm, that have run out, or whose norm holds."""
        known = sorted(set(norms))
        for recorded in (r for group in self._by_norm.values() for r in group):
            if recorded.deviation.norm not in known:
                yield _no_norm(recorded, known)
            elif recorded.expired:
                yield _expired(recorded)
            elif recorded.met == {Judgement.HOLDS}:
                yield _needless(recorded, "normen är uppfylld")
            elif not recorded.met and not _may_come(recorded, library):
                yield _needless(recorded, "normen gäller inget här")

    def _records(self, judged: Judged) -> frozenset[str]:
        """The records whose deviations may speak of the verdict: a meeting's and its matters'."""
        meeting = self._register.meetings.get(judged.record)
        if meeting is None:
            return frozenset((judged.record,))
        matters = next((i.all_matters for i in meeting.items if i.id == judged.verdict.subject), ())
        return frozenset((judged.record, *matters))


def _all(register: Register) -> Iterator[_Recorded]:
    for index, deviation in enumerate(register.deviations.deviations):
        place = register.place(Kind.DEVIATIONS, pointer=("deviations", index))
        yield _Recorded(deviation, place, None)
    for meeting in register.meetings.values():
        for index, deviation in enumerate(meeting.deviations):
            place = register.meeting_place(meeting, "deviations", index)
            yield _Recorded(deviation, place, meeting.id, meeting)
    for matter in register.matters.values():
        for index, deviation in enumerate(matter.deviations):
            yield _Recorded(
                deviation, register.matter_place(matter, "deviations", index), matter.id
            )


def _excuse(deviation: Deviation) -> Excuse:
    accepted = deviation.accepted
    return Excuse(
        deviation.reason,
        accepted.by if accepted else None,
        accepted.date.isoformat() if accepted else None,
    )


def _may_come(recorded: _Recorded, library: Library) -> bool:
    """Whether the norm may still come to judge what the deviation is about.

    Of a meeting that is told by its phase; a matter may come up, and a year be closed, any day.
    """
    meeting = recorded.meeting
    if meeting is None:
        return True
    return any(
        made.id == recorded.deviation.norm
        and meeting.forum in made.forums
        and not reached(meeting, made.wakes)
        for subject in (Subject.MEETING, Subject.ITEM)
        for made in library.in_force(meeting.date, subject)
    )


def _no_norm(recorded: _Recorded, known: list[str]) -> Complaint:
    norm = recorded.deviation.norm
    return _say(
        EngineFault.UNUSED_DEVIATION,
        recorded.place,
        "norm",
        f"Avsteget nämner normen {norm}, som inte finns.{did_you_mean(norm, known)}",
        "Rätta normens id; vr norms listar dem som finns.",
    )


def _expired(recorded: _Recorded) -> Complaint:
    return _say(
        EngineFault.EXPIRED_DEVIATION,
        recorded.place,
        "until",
        f"Avsteget från {recorded.deviation.norm} har gått ut och gäller inte längre.",
        "Ta bort det, eller låt det godtas på nytt med en senare dag.",
    )


def _needless(recorded: _Recorded, why: str) -> Complaint:
    return _say(
        EngineFault.UNUSED_DEVIATION,
        recorded.place,
        "norm",
        f"Avsteget från {recorded.deviation.norm} behövs inte: {why}.",
        "Ta bort avsteget, eller rätta vad det gäller (on).",
    )


def _say(fault: EngineFault, at: Place, field: str, message: str, mend: str) -> Complaint:
    place = Place(at.path, (*at.pointer, field))
    return Complaint(fault, Verdict(Judgement.BREACH, "", place, message, mend))
