"""What the reporters report: findings selected, with what they need to be read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vrtool.diagnostic import Finding, Severity, Strength
from vrtool.engine import Outcome
from vrtool.errors import WrongUsage
from vrtool.register.load import Loaded
from vrtool.rules.catalogue import names_by_code
from vrtool.text import did_you_mean, sentence

STRENGTHS = {
    Strength.SHALL: "ska",
    Strength.SHOULD: "bör",
    Strength.NORMAL: "normalt",
    Strength.MAY: "kan",
}
SEVERITIES = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.NOTE: "notis"}


@dataclass(frozen=True)
class Reportable:
    """Findings in order; `forms` are the rulebooks' short names.

    `files` is how many files were checked, `paths` which, in order. `above` leads from the root of
    the git repo to the data repo's (`rad/`), and is empty where the two are one, or without git.
    """

    root: Path
    findings: tuple[Finding, ...]
    files: int
    forms: dict[str, str]
    paths: tuple[str, ...] = ()
    above: str = ""

    def in_git(self, path: str) -> str:
        """A path as those have it who know the git repo: code hosts and build servers."""
        return f"{self.above}{path}"

    def count(self, severity: Severity) -> int:
        """How many findings there are of a severity, the excused included."""
        return sum(finding.severity is severity for finding in self.findings)

    def paragraph(self, finding: Finding) -> str:
        """*Arbetsformerna 3.1 (bör)*, or nothing where no norm stands behind the finding."""
        if finding.norm is None or finding.strength is None:
            return ""
        forms = self.forms.get(finding.working_forms or "", finding.working_forms or "")
        return f"{sentence(forms)} {finding.paragraph} ({STRENGTHS[finding.strength]})"

    def advice(self, finding: Finding) -> str:
        """What to do, with the paragraph; of an excused breach, the deviation that stands."""
        paragraph, excuse = self.paragraph(finding), finding.excused
        if excuse is not None:
            by = f" ({excuse.accepted_by})" if excuse.accepted_by else ""
            return f"{paragraph}: avsteg är antecknat{by}: {excuse.reason}"
        return f"{paragraph}: {finding.help}" if paragraph else finding.help

    def fails(self, *, strict: bool) -> bool:
        """Whether the check fails: on errors; when strict, on warnings nobody answers for too."""
        return any(failing(finding, strict=strict) for finding in self.findings)


def failing(finding: Finding, *, strict: bool) -> bool:
    """Whether the finding makes the check fail."""
    if finding.severity is Severity.ERROR:
        return True
    return strict and finding.severity is Severity.WARNING and finding.excused is None


def reportable(loaded: Loaded, outcome: Outcome) -> Reportable:
    """Everything a check found, ready to be reported."""
    register = loaded.register
    forms = register.norm_sources if register else ()
    broken = {trouble.place.path for trouble in loaded.troubles}
    paths = (set(register.paths.values()) if register else set()) | broken
    return Reportable(
        root=loaded.root,
        findings=outcome.findings,
        files=len(paths),
        forms={entry.id: entry.short_name for entry in forms},
        paths=tuple(sorted(paths)),
        above=_above(loaded.root),
    )


def _above(root: Path) -> str:
    """The way to the folder from the git repo it lies in; `.git` is a file in other work trees."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return "" if top == root else f"{root.relative_to(top).as_posix()}/"


def selected(
    report: Reportable,
    norms: Sequence[str],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    paths: Sequence[str] = (),
) -> Reportable:
    """The findings asked for. Codes may be given by their beginning (`VR3`), norms whole.

    `paths` are relative to the root. Raises WrongUsage for a code or norm that does not exist.
    """
    for name in (*select, *ignore):
        _known(name, norms)
    kept = tuple(
        finding
        for finding in report.findings
        if (not select or any(_is(finding, name) for name in select))
        and not any(_is(finding, name) for name in ignore)
        and (not paths or any(_below(finding.location.path, path) for path in paths))
    )
    shown = tuple(path for path in report.paths if not paths or any(_below(path, p) for p in paths))
    return replace(report, findings=kept, paths=shown)


def touching(report: Reportable, changed: Collection[str]) -> Reportable:
    """The findings in changed files, and those that a place in one explains.

    `changed` are paths relative to the root, of files or of folders that changed as a whole.
    """
    kept = tuple(
        finding
        for finding in report.findings
        if _within(finding.location.path, changed)
        or any(_within(at.path, changed) for at, _ in finding.related)
    )
    shown = tuple(path for path in report.paths if _within(path, changed))
    return replace(report, findings=kept, paths=shown)


def _within(path: str, changed: Collection[str]) -> bool:
    """Whether the path, or a folder on the way to it, is among the changed."""
    steps = path.split("/")
    return any("/".join(steps[:length]) in changed for length in range(1, len(steps) + 1))


def _known(name: str, norms: Sequence[str]) -> None:
    codes = names_by_code()
    if name in norms or name in codes.values() or any(code.startswith(name) for code in codes):
        return
    guess = did_you_mean(name, [*codes, *codes.values(), *norms])
    raise WrongUsage(f"”{name}” är varken en regel eller en norm.{guess}")


def _is(finding: Finding, name: str) -> bool:
    return name in (finding.norm, finding.name) or finding.code.startswith(name)


def _below(path: str, folder: str) -> bool:
    return folder in ("", ".") or path == folder or path.startswith(f"{folder}/")
