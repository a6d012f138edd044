"""What a rule is: one function that judges one kind of norm, and the ways to say its verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from vrtool.diagnostic import Judgement, Place, Pointer, Related, Severity, Verdict
from vrtool.model.base import Record
from vrtool.model.structure import Term
from vrtool.model.working_forms import Composition, Phase, WorkingForms
from vrtool.register.norms import NormInForce, Rulebook
from vrtool.register.register import Register
from vrtool.register.rosters import Roster, roster_on
from vrtool.register.target import Target


class Subject(Enum):
    """What kind of thing a rule judges; in brackets the type it is handed."""

    MEETING = "meeting"  # Meeting
    ITEM = "item"  # Appearance
    MATTER = "matter"  # Matter
    SEATING = "seating"  # Seating
    YEAR = "year"  # ForumYear
    TERM = "term"  # ForumTerm
    WHEEL = "wheel"  # YearWheel
    COSTS = "costs"  # Costs
    STRUCTURE = "structure"  # Structure
    PROCESS = "process"  # Progress: a matter that follows a process
    REGISTER = "register"  # Register: a rule about the data, without a norm


Names: TypeAlias = Iterator[tuple[Pointer, str, Target]]
"""What parameters name: where below `with`, the name, and what it should be."""


class Parameters(Record):
    """What a norm may set for its rule (`with` in the file)."""

    def references(self) -> Names:
        """Everything the parameters name."""
        yield from ()


class NoParameters(Parameters):
    """A kind of norm that has nothing to set."""


@dataclass(frozen=True, slots=True)
class Seating:
    """A forum's composition over the days on which it is unchanged."""

    forum: str
    first: date
    last: date | None
    forms: WorkingForms
    composition: Composition


@dataclass(frozen=True, slots=True)
class ForumYear:
    """A forum's calendar year, wholly inside a span in which every meeting is recorded."""

    forum: str
    year: int

    @property
    def subject(self) -> str:
        """How a deviation names it."""
        return str(self.year)


@dataclass(frozen=True, slots=True)
class ForumTerm:
    """A forum's term of office, wholly inside a span in which every meeting is recorded."""

    forum: str
    term: Term

    @property
    def subject(self) -> str:
        """How a deviation names it."""
        return self.term.id


@dataclass(frozen=True)
class Context:
    """What a rule may look at besides its subject: the records and the norm it judges by."""

    register: Register
    rulebook: Rulebook
    norm: NormInForce | None = None

    @property
    def forms(self) -> WorkingForms | None:
        """The rulebook that the norm stands in; None for a norm of a type of process."""
        forms = self.norm.forms if self.norm else None
        return forms if isinstance(forms, WorkingForms) else None

    def roster(self, forum: str, day: date) -> Roster:
        """Who sits in the forum on the day."""
        return roster_on(self.register, self.rulebook, forum, day)


RuleFunction = Callable[[Any, Any, Context], Iterator[Verdict]]
F = TypeVar("F", bound=Callable[..., Iterator[Verdict]])


@dataclass(frozen=True)
class Rule:
    """A rule as the catalogue holds it.

    `wakes` is the phase from which it judges, unless a norm sets a later one. `severity` belongs
    to rules about the data; a norm's comes from its strength.
    """

    code: str
    name: str
    subject: Subject
    function: RuleFunction
    parameters: type[Parameters]
    wakes: Phase
    severity: Severity

    @property
    def needs_norm(self) -> bool:
        """Whether the rule judges by a norm, or the data itself."""
        return self.subject is not Subject.REGISTER


_MARK = "vr_rule"


def rule(
    code: str,
    name: str,
    *,
    subject: Subject,
    wakes: Phase = Phase.PLANNED,
    parameters: type[Parameters] = NoParameters,
) -> Callable[[F], F]:
    """Mark a function as the rule that judges one kind of norm."""

    def mark(function: F) -> F:
        setattr(
            function,
            _MARK,
            Rule(code, name, subject, function, parameters, wakes, Severity.ERROR),
        )
        return function

    return mark


def data_rule(code: str, name: str, *, severity: Severity = Severity.ERROR) -> Callable[[F], F]:
    """Mark a function as a rule about the data itself, whatever the working forms say."""

    def mark(function: F) -> F:
        setattr(
            function,
            _MARK,
            Rule(code, name, Subject.REGISTER, function, NoParameters, Phase.PLANNED, severity),
        )
        return function

    return mark


def marked(function: object) -> Rule | None:
    """The rule a function was marked as, if it was."""
    found = getattr(function, _MARK, None)
    return found if isinstance(found, Rule) else None


def holds(subject: str, at: Place) -> Verdict:
    """The norm holds for the subject."""
    return Verdict(Judgement.HOLDS, subject, at)


def unknown(subject: str, at: Place) -> Verdict:
    """The record does not tell."""
    return Verdict(Judgement.UNKNOWN, subject, at)


def breach(
    subject: str,
    at: Place,
    message: str,
    mend: str,
    *related: Related,
    severity: Severity | None = None,
) -> Verdict:
    """The norm is broken: what is wrong (message) and what to do about it (mend), in Swedish."""
    return Verdict(Judgement.BREACH, subject, at, message, mend, related, severity)


def absent(
    subject: str, at: Place, message: str, mend: str, *related: Related, known: bool
) -> Verdict:
    """Something is not there: a breach where the record is complete, unknown elsewhere."""
    return breach(subject, at, message, mend, *related) if known else unknown(subject, at)
