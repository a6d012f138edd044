"""The catalogue: every rule found by walking this folder, and what is written about each."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from vrtool import rules
from vrtool.diagnostic import Severity
from vrtool.register.kinds import FileFault
from vrtool.rules.base import Rule, marked

_SECTIONS = ("Varför", "Fel", "Rätt", "Så rättar du")


class EngineFault(Enum):
    """What the engine itself reports: about rules, norms and deviations."""

    RULE_CRASHED = ("VR901", "rule-crashed", Severity.ERROR)
    UNUSED_DEVIATION = ("VR902", "unused-deviation", Severity.WARNING)
    EXPIRED_DEVIATION = ("VR903", "expired-deviation", Severity.WARNING)
    BAD_NORM = ("VR904", "bad-norm", Severity.ERROR)

    def __init__(self, code: str, kebab: str, severity: Severity) -> None:
        self.code = code
        self.kebab = kebab
        self.severity = severity


@dataclass(frozen=True, slots=True)
class Guidance:
    """What `vr explain` says of a rule: title, why, a bad and a good example, how to mend."""

    title: str
    why: str
    bad: str
    good: str
    mend: str


@cache
def rules_by_code() -> dict[str, Rule]:
    """Every rule by its code, in order of code. Raises ValueError where a code is given twice."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(rules.__path__):
        for value in vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values():
            entry = marked(value)
            if entry is None:
                continue
            if found.get(entry.code, entry) != entry:
                raise ValueError(f"{entry.code} is given to two rules")
            found[entry.code] = entry
    return dict(sorted(found.items()))


@cache
def names_by_code() -> dict[str, str]:
    """The kebab name of every code: rules, file faults and the engine's own."""
    names = {code: entry.name for code, entry in rules_by_code().items()}
    names |= {fault.code: fault.kebab for fault in FileFault}
    names |= {fault.code: fault.kebab for fault in EngineFault}
    return dict(sorted(names.items()))


def guidance(code: str) -> Guidance:
    """What is written about a code. Raises KeyError for an unknown one."""
    if code not in names_by_code():
        raise KeyError(code)
    text = (resources.files(rules) / "guidance" / f"{code}.md").read_text(encoding="utf-8")
    title, _, body = text.partition("\n")
    sections = _split(body)
    return Guidance(title.removeprefix("# ").strip(), *(sections[name] for name in _SECTIONS))


def _split(body: str) -> dict[str, str]:
    sections: dict[str, str] = {}
    for part in body.split("\n## ")[1:]:
        heading, _, text = part.partition("\n")
        sections[heading.strip()] = text.strip()
    return sections
