"""Norms made ready to run: each with its rule, its parameters read, the forums it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import ValidationError

from vrtool.diagnostic import Judgement, Place, Severity, Strength, Verdict
from vrtool.model.complaints import complaints
from vrtool.model.process import ProcessType
from vrtool.model.working_forms import Phase
from vrtool.register import words
from vrtool.register.known import Known
from vrtool.register.local_names import LOCAL, local_names
from vrtool.register.norms import NormInForce, Rulebook, norm_place
from vrtool.register.register import Register
from vrtool.register.target import Target
from vrtool.rules.base import Context, Parameters, Rule, Subject
from vrtool.rules.catalogue import EngineFault, rules_by_code
from vrtool.text import did_you_mean

_ORDER = list(Phase)

SEVERITIES = {
    Strength.SHALL: Severity.ERROR,
    Strength.SHOULD: Severity.ERROR,
    Strength.NORMAL: Severity.WARNING,
}


@dataclass(frozen=True)
class Compiled:
    """A norm ready to run; `context` is what its rule may look at."""

    entry: NormInForce
    rule: Rule
    parameters: Parameters
    forums: frozenset[str]
    context: Context

    @property
    def id(self) -> str:
        """The norm's id."""
        return self.entry.id

    @cached_property
    def wakes(self) -> Phase:
        """From which phase it judges: the later of the rule's and the norm's own."""
        own = self.entry.norm.phase
        return max(self.rule.wakes, own, key=_ORDER.index) if own else self.rule.wakes

    @property
    def severity(self) -> Severity | None:
        """What this check makes of a breach; nothing of one that merely permits."""
        return self.entry.norm.severity or SEVERITIES.get(self.entry.norm.strength)


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something wrong with a norm or a deviation, found by the engine itself."""

    fault: EngineFault
    verdict: Verdict


class Library:
    """Every norm of the repo that has a rule, compiled once, and what is wrong with the others."""

    def __init__(self, register: Register, rulebook: Rulebook) -> None:
        self._register = register
        self._rulebook = rulebook
        self._known = Known(register)
        self.complaints: list[Complaint] = []
        self._compiled: dict[tuple[str, str], Compiled] = {}
        for forms in register.norm_sources:
            for identifier, norm in forms.norms.items():
                entry = NormInForce(identifier, norm, forms)
                made = self._compile(entry)
                if made:
                    self._compiled[forms.id, identifier] = made
        self._by_norms: dict[int, dict[Subject, list[Compiled]]] = {}

    @cached_property
    def all(self) -> tuple[Compiled, ...]:
        """Every compiled norm, whenever it is in force."""
        return tuple(self._compiled.values())

    @cached_property
    def _local(self) -> dict[tuple[str, Target], tuple[str, ...]]:
        return local_names(self._register)

    def in_force(self, day: date, subject: Subject) -> list[Compiled]:
        """The norms in force on the day that judge this kind of subject."""
        norms = self._rulebook.norms(day)
        key = id(norms)  # the rulebook keeps one tuple for each span without change
        if key not in self._by_norms:
            self._by_norms[key] = self._sorted_out(norms)
        return self._by_norms[key][subject]

    def of_process(self, kind: ProcessType) -> list[Compiled]:
        """The norms that stand in the type of process."""
        found = (self._compiled.get((kind.id, norm)) for norm in kind.norms)
        return [made for made in found if made]

    def _sorted_out(self, norms: tuple[NormInForce, ...]) -> dict[Subject, list[Compiled]]:
        found: dict[Subject, list[Compiled]] = {kind: [] for kind in Subject}
        for entry in norms:
            made = self._compiled.get((entry.forms.id, entry.id))
            if made:
                found[made.rule.subject].append(made)
        return found

    def _compile(self, entry: NormInForce) -> Compiled | None:
        code = entry.norm.rule
        if code is None:
            return None
        rule = rules_by_code().get(code)
        if rule is None or not rule.needs_norm:
            self._complain(
                norm_place(self._register, entry, "rule"),
                f"Normen {entry.id} nämner regeln {code}, som inte finns."
                + did_you_mean(code, [c for c, r in rules_by_code().items() if r.needs_norm]),
                "Se docs/regler.md för de regler som finns.",
            )
            return None
        if not self._in_its_place(entry, rule):
            return None
        parameters = self._read_parameters(entry, rule)
        if parameters:
            self._look_up(entry, parameters)
        forums = self._register.forums_of(entry.norm.applies.forums)
        context = Context(self._register, self._rulebook, entry)
        return Compiled(entry, rule, parameters, forums, context) if parameters else None

    def _look_up(self, entry: NormInForce, parameters: Parameters) -> None:
        """A name under `with` that does not exist would silence the norm or make it cry wolf."""
        here = norm_place(self._register, entry).path
        for pointer, name, target in parameters.references():
            local = self._local[here, target] if target in LOCAL else None
            if name in local if local is not None else self._known.has(target, name):
                continue
            candidates = list(local) if local is not None else self._known.candidates(target)
            self._complain(
                norm_place(self._register, entry, "with", *pointer),
                f"Normen {entry.id}: {words.named(self._register, target)} ”{name}” finns inte."
                f"{did_you_mean(name, candidates)}",
                f"Rätta namnet, eller lägg till det {target.listed}.",
            )

    def _in_its_place(self, entry: NormInForce, rule: Rule) -> bool:
        """Whether the rule can judge what such norms are about: meetings, or a process."""
        of_process = isinstance(entry.forms, ProcessType)
        if of_process is (rule.subject is Subject.PROCESS):
            return True
        what = (
            "en processtyp har bara regler för ärenden som följer processen"
            if of_process
            else "den prövar ärenden som följer en process, och hör hemma i en processtyp"
        )
        self._complain(
            norm_place(self._register, entry, "rule"),
            f"Normen {entry.id} prövas inte med regeln {rule.code}: {what}.",
            "Byt regel, eller flytta normen. docs/regler.md säger vad varje regel prövar.",
        )
        return False

    def _read_parameters(self, entry: NormInForce, rule: Rule) -> Parameters | None:
        try:
            return rule.parameters.model_validate(entry.norm.parameters)
        except ValidationError as error:
            for complaint in complaints(error, rule.parameters):
                place = norm_place(self._register, entry, "with", *complaint.pointer)
                at = Place(place.path, place.pointer, complaint.on_key)
                self._complain(at, f"Normen {entry.id}: {complaint.message}", complaint.mend)
        return None

    def _complain(self, at: Place, message: str, mend: str) -> None:
        verdict = Verdict(Judgement.BREACH, "", at, message, mend)
        self.complaints.append(Complaint(EngineFault.BAD_NORM, verdict))
