"""The whole check: from loaded files to sorted findings."""

from __future__ import annotations

from dataclasses import dataclass, field

from vrtool.diagnostic import Excuse, Finding, Judgement, Severity, Strength, Verdict
from vrtool.engine.compiled import Complaint, Library
from vrtool.engine.excuses import Excuses
from vrtool.engine.judging import Judge, Judged, crash
from vrtool.engine.placing import Placer
from vrtool.engine.tally import Tally
from vrtool.register.load import Loaded, Trouble, collector_paused
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.rules.base import Context, Subject
from vrtool.rules.catalogue import rules_by_code


@dataclass(frozen=True)
class Outcome:
    """What a check came to: findings in order, verdicts counted by working forms and norm."""

    findings: tuple[Finding, ...]
    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)


def check(loaded: Loaded) -> Outcome:
    """Check everything that was loaded: a pure function of the files."""
    with collector_paused():
        return _checked(loaded)


def _checked(loaded: Loaded) -> Outcome:
    placer = Placer(loaded.root)
    findings = [_from_trouble(trouble, placer) for trouble in loaded.troubles]
    if loaded.register is None:
        return Outcome(_in_order(findings))
    run = _Run(loaded.register, placer)
    return Outcome(_in_order(findings + run.findings()), run.tallies)


class _Run:
    """One check of one register."""

    def __init__(self, register: Register, placer: Placer) -> None:
        self._register = register
        self._placer = placer
        self._rulebook = Rulebook(register)
        self._library = Library(register, self._rulebook)
        self._judge = Judge(register, self._rulebook, self._library)
        self._excuses = Excuses(register)
        self.tallies = {(made.entry.forms.id, made.id): Tally() for made in self._library.all}

    def findings(self) -> list[Finding]:
        breaches = self._judged()
        subsumed = {
            (norm, judged.record, judged.verdict.subject)
            for judged, _ in breaches
            for norm in judged.compiled.entry.norm.subsumes
        }
        standing = [
            (judged, excuse)
            for judged, excuse in breaches
            if (judged.compiled.id, judged.record, judged.verdict.subject) not in subsumed
        ]
        for judged, excuse in standing:
            self._count(judged, excused=excuse is not None)
        found = [
            self._stamp(judged, excuse)
            for judged, excuse in standing
            if judged.compiled.severity is not None
        ]
        return found + self._about_data() + self._complaints()

    def _judged(self) -> list[tuple[Judged, Excuse | None]]:
        breaches = []
        for judged in self._judge.everything():
            excuse = self._excuses.behind(judged)
            if judged.verdict.judgement is Judgement.BREACH:
                breaches.append((judged, excuse))
            else:
                self._count(judged)
        return breaches

    def _count(self, judged: Judged, *, excused: bool = False) -> None:
        key = (judged.compiled.entry.forms.id, judged.compiled.id)
        self.tallies[key].add(judged.verdict.judgement, excused=excused)

    def _about_data(self) -> list[Finding]:
        context = Context(self._register, self._rulebook)
        found = []
        for rule in rules_by_code().values():
            if rule.subject is not Subject.REGISTER:
                continue
            try:
                verdicts = list(rule.function(self._register, None, context))
            except Exception as error:  # noqa: BLE001 - one rule's fault must not hide the others' findings
                self._judge.crashes.append(crash(self._register, rule.code, "", error))
                continue
            found += [
                _finding(
                    rule.code, rule.name, verdict.severity or rule.severity, verdict, self._placer
                )
                for verdict in verdicts
                if verdict.judgement is Judgement.BREACH
            ]
        return found

    def _complaints(self) -> list[Finding]:
        norms = [name for f in self._register.norm_sources for name in f.norms]
        unread = self._register.broken.kinds  # a norm may stand in a file that cannot be read
        excuses = [] if unread else list(self._excuses.complaints(norms, self._library))
        return [
            _from_complaint(complaint, self._placer)
            for complaint in (*self._library.complaints, *self._judge.crashes, *excuses)
        ]

    def _stamp(self, judged: Judged, excuse: Excuse | None) -> Finding:
        made, entry = judged.compiled, judged.compiled.entry
        severity = judged.verdict.severity or made.severity or Severity.NOTE
        if excuse is not None:
            severity = max(severity, excused_severity(entry.norm.strength))  # the milder
        return _finding(
            made.rule.code,
            made.rule.name,
            severity,
            judged.verdict,
            self._placer,
            norm=made.id,
            working_forms=entry.forms.id,
            paragraph=entry.norm.paragraph,
            strength=entry.norm.strength,
            excused=excuse,
        )


def excused_severity(strength: Strength) -> Severity:
    """What is left of a breach with a recorded deviation: of a `shall` a standing warning."""
    return Severity.WARNING if strength is Strength.SHALL else Severity.NOTE


def _finding(  # noqa: PLR0913 - the stamps of a finding are many and all named
    code: str,
    name: str,
    severity: Severity,
    verdict: Verdict,
    placer: Placer,
    *,
    norm: str | None = None,
    working_forms: str | None = None,
    paragraph: str | None = None,
    strength: Strength | None = None,
    excused: Excuse | None = None,
) -> Finding:
    return Finding(
        code=code,
        name=name,
        severity=severity,
        message=verdict.message,
        location=placer.find(verdict.at),
        pointer=verdict.at.pointer,
        norm=norm,
        working_forms=working_forms,
        paragraph=paragraph,
        strength=strength,
        help=verdict.mend,
        related=tuple((placer.find(r.place), r.message) for r in verdict.related),
        excused=excused,
        days=verdict.days,
        subject=verdict.subject,
    )


def _from_trouble(trouble: Trouble, placer: Placer) -> Finding:
    return Finding(
        code=trouble.fault.code,
        name=trouble.fault.kebab,
        severity=Severity.ERROR,
        message=trouble.message,
        location=placer.find(trouble.place),
        pointer=trouble.place.pointer,
        help=trouble.mend,
        related=tuple((placer.find(r.place), r.message) for r in trouble.related),
    )


def _from_complaint(complaint: Complaint, placer: Placer) -> Finding:
    fault = complaint.fault
    return _finding(fault.code, fault.kebab, fault.severity, complaint.verdict, placer)


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key))
