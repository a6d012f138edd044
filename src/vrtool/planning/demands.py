"""What the norms in force ask before and after a meeting, as days: every number is data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from vrtool.engine.compiled import Compiled, Library
from vrtool.model.meeting import Meeting
from vrtool.planning.working_days import days_before, last_working_day
from vrtool.register.norms import NormInForce, Rulebook
from vrtool.register.register import Register
from vrtool.rules.agenda import Lead
from vrtool.rules.base import Parameters
from vrtool.rules.calling import FixedBy
from vrtool.rules.catalogue import rules_by_code
from vrtool.rules.dispatch import Within
from vrtool.rules.notice import Called
from vrtool.rules.preparation import PreparedBy

P = TypeVar("P", bound=Parameters)

PREPARED = "VR301"
FIXED, FIXED_BY_GROUP = "VR501", "VR509"
PAPERS_SENT, PAPERS_LEAD, NOTICE_LEAD = "VR502", "VR503", "VR515"
ADJUSTED, SIGNED_AND_ADJUSTED = "VR608", "VR610"
DISPATCHED, DISPATCHED_WITHIN = "VR602", "VR603"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last working day for something, and the norm that asks for it, if one does."""

    day: date
    norm: NormInForce | None = None


class Demands:
    """The norms of a repo by the day, the forum and the rule that judges them."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.rulebook = Rulebook(register)
        self._library = Library(register, self.rulebook)
        self._helpers: dict[date, frozenset[str]] = {}

    @property
    def country(self) -> str:
        """Whose holidays count."""
        return self.register.structure.country

    def asked(self, code: str, forum: str, day: date) -> list[Compiled]:
        """The norms in force that day that ask something of the forum by this rule."""
        subject = rules_by_code()[code].subject
        return [
            made
            for made in self._library.in_force(day, subject)
            if made.rule.code == code and forum in made.forums and made.severity is not None
        ]

    def norm(self, code: str, forum: str, day: date) -> NormInForce | None:
        """The first of them, if there is any."""
        return next((made.entry for made in self.asked(code, forum, day)), None)

    def set_by(
        self, code: str, kind: type[P], forum: str, day: date
    ) -> Iterator[tuple[NormInForce, P]]:
        """Each of them with what it sets for its rule."""
        for made in self.asked(code, forum, day):
            if isinstance(made.parameters, kind):
                yield made.entry, made.parameters

    def helpers(self, day: date) -> frozenset[str]:
        """The forums that prepare matters for others that day, or fix their agendas."""
        if day not in self._helpers:
            forums = self.register.structure.forums
            preparing = (e for f in forums for e in self.set_by(PREPARED, PreparedBy, f, day))
            fixing = (e for f in forums for e in self.set_by(FIXED_BY_GROUP, FixedBy, f, day))
            self._helpers[day] = frozenset(
                [norm.forum for _, norm in preparing] + [norm.forum for _, norm in fixing]
            )
        return self._helpers[day]

    # Before the meeting

    def papers_out(self, meeting: Meeting) -> Deadline:
        """The last day for the papers of a position: as the norms set it, else the day before."""
        leads = [
            *self._leads(PAPERS_LEAD, Lead, meeting),
            *self._leads(NOTICE_LEAD, Called, meeting),
        ]
        before = Deadline(
            days_before(meeting.date, 1, self.country),
            self.norm(PAPERS_SENT, meeting.forum, meeting.date),
        )
        return min([*leads, before], key=lambda deadline: deadline.day)

    def notice_out(self, meeting: Meeting) -> Deadline:
        """The last day for the notice; without a norm of its own it goes with the papers."""
        leads = self._leads(NOTICE_LEAD, Called, meeting)
        return min(leads, key=lambda d: d.day, default=Deadline(self.papers_out(meeting).day))

    def agenda_fixed(self, meeting: Meeting) -> Deadline | None:
        """The last day for fixing the agenda, before the notice; None where no norm asks for it."""
        norms = (self.norm(c, meeting.forum, meeting.date) for c in (FIXED, FIXED_BY_GROUP))
        norm = next((entry for entry in norms if entry), None)
        return Deadline(self.notice_out(meeting).day, norm) if norm else None

    def _leads(
        self, code: str, kind: type[Lead] | type[Called], meeting: Meeting
    ) -> list[Deadline]:
        return [
            Deadline(days_before(meeting.date, set_.lead_days, self.country), norm)
            for norm, set_ in self.set_by(code, kind, meeting.forum, meeting.date)
            if isinstance(set_, Lead | Called)
        ]

    # After the meeting

    def minutes_out(self, meeting: Meeting) -> Deadline | None:
        """The last day for sending the minutes out; None where no norm sets one."""
        last = [
            Deadline(
                last_working_day(
                    meeting.last_day + timedelta(days=within.within_days), self.country
                ),
                norm,
            )
            for norm, within in self.set_by(DISPATCHED_WITHIN, Within, meeting.forum, meeting.date)
        ]
        return min(last, key=lambda deadline: deadline.day, default=None)
