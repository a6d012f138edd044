"""Deviations: which breach each stands behind, and which stand behind nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vrtool.diagnostic import Excuse, Judgement, Place, Verdict
from vrtool.engine.compiled import Complaint
from vrtool.engine.judging import Judged
from vrtool.model.deviation import Deviation
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.rules.catalogue import EngineFault
from vrtool.text import did_you_mean


@dataclass
class _Recorded:
    """A deviation where it stands, with the judgements it has met."""

    deviation: Deviation
    place: Place
    record: str | None
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

    def complaints(self, norms: Iterable[str]) -> Iterator[Complaint]:
        """Deviations that name no norm, that have run out, or whose norm holds."""
        known = sorted(set(norms))
        for recorded in (r for group in self._by_norm.values() for r in group):
            fault = _complaint(recorded, known)
            if fault:
                yield fault

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
            yield _Recorded(deviation, place, meeting.id)
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


def _complaint(recorded: _Recorded, known: list[str]) -> Complaint | None:
    norm, at = recorded.deviation.norm, recorded.place
    if norm not in known:
        guess = did_you_mean(norm, known)
        return _say(
            EngineFault.UNUSED_DEVIATION,
            Place(at.path, (*at.pointer, "norm")),
            f"Avsteget nämner normen {norm}, som inte finns.{guess}",
            "Rätta normens id; vr norms listar dem som gäller.",
        )
    if recorded.expired:
        return _say(
            EngineFault.EXPIRED_DEVIATION,
            Place(at.path, (*at.pointer, "until")),
            f"Avsteget från {norm} har gått ut och gäller inte längre.",
            "Ta bort det, eller låt det godkännas på nytt med en senare dag.",
        )
    if recorded.met <= {Judgement.HOLDS}:
        what = "normen är uppfylld" if recorded.met else "normen prövas inte här"
        return _say(
            EngineFault.UNUSED_DEVIATION,
            at,
            f"Avsteget från {norm} behövs inte: {what}.",
            "Ta bort avsteget, eller rätta vad det gäller (on).",
        )
    return None


def _say(fault: EngineFault, at: Place, message: str, mend: str) -> Complaint:
    return Complaint(fault, Verdict(Judgement.BREACH, "", at, message, mend))
