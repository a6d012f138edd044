"""`docs/regler.md`: every rule with its examples, and every norm with the rule that judges it.

`python -m vrtool.report.rulebook` writes it, with `--check` it only says whether it is stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from vrtool.dates import swedish_date
from vrtool.diagnostic import Severity
from vrtool.engine.check import excused_severity
from vrtool.engine.compiled import SEVERITIES
from vrtool.errors import CannotDo
from vrtool.model.working_forms import Norm, NormSource, Phase, WorkingForms
from vrtool.register.files import DATA, find_root
from vrtool.register.kinds import Kind
from vrtool.register.load import load
from vrtool.register.register import Register
from vrtool.report.findings import SEVERITIES as SEVERITY_WORDS
from vrtool.report.findings import STRENGTHS
from vrtool.report.parameters import parameters_of
from vrtool.rules.base import Rule, Subject
from vrtool.rules.catalogue import EngineFault, guidance, names_by_code, rules_by_code
from vrtool.text import join, sentence

TARGET = "docs/regler.md"
COMMAND = "python -m vrtool.report.rulebook"
_NEEDED = tuple(
    f"{DATA}/{kind.place}" for kind in (Kind.STRUCTURE, Kind.WORKING_FORMS, Kind.PROCESS)
)

_JUDGED = {
    Subject.MEETING: "varje möte",
    Subject.ITEM: "varje punkt på en dagordning",
    Subject.MATTER: "varje ärende som har varit uppe vid ett möte eller har en dag då det väcktes",
    Subject.SEATING: "platserna i forumet, för hela den tid som sammansättningen gäller",
    Subject.YEAR: "varje år för vilket structure.yaml säger att alla möten är inlagda",
    Subject.TERM: "varje mandatperiod för vilken structure.yaml säger att alla möten är inlagda",
    Subject.WHEEL: "varje årshjul",
    Subject.COSTS: "kostnaderna för varje år",
    Subject.PROCESS: "varje ärende som följer en process av den typ där normen står",
    Subject.STRUCTURE: "parterna, från den dag då arbetsformerna börjar gälla",
    Subject.REGISTER: "uppgifterna själva, vad arbetsformerna än säger",
}
_FROM = {
    Phase.PLANNED: "så snart mötet är inlagt",
    Phase.DRAFT: "så snart dagordningen har punkter",
    Phase.FIXED: "när dagordningen är fastställd",
    Phase.CALLED: "när kallelsen har gått ut",
    Phase.HELD: "när mötet har hållits",
    Phase.ADJUSTED: "när anteckningarna är justerade",
    Phase.DISPATCHED: "när anteckningarna är expedierade",
}
_OF_ENGINE = {fault.code: fault.severity for fault in EngineFault}
_ENGINE = {
    EngineFault.RULE_CRASHED.code: "reglerna själva",
    EngineFault.UNUSED_DEVIATION.code: "avstegen",
    EngineFault.EXPIRED_DEVIATION.code: "avstegen",
    EngineFault.BAD_NORM.code: "normerna i arbetsformerna",
}
_INTRODUCTION = f"""\
<!-- Skriven av {COMMAND}. Ändra inte här. -->

# Regler och normer

En **norm** är en mening i arbetsformerna som något ska följa. En **regel** är det som prövar ett
slags norm; den har en kod och ett namn. Några regler prövar uppgifterna själva och behöver ingen
norm. `vr explain KOD` visar samma sak som här, `vr check` vad som brister.

Exemplen kommer från ett påhittat råd, Exempelrådet. Där (utdrag) står efter filens namn visas bara
det i filen som exemplet handlar om.

Frånvaro är ett brott bara där uppgifterna säger sig vara fullständiga; annars är svaret okänt, och
det okända anmärks inte.
"""


def document(root: Path) -> str:
    """The whole document as Markdown. Raises CannotDo where the working forms cannot be read."""
    register = _register(root)
    parts = [
        _INTRODUCTION,
        _strengths(),
        _overview(),
        *(_norms(register, forms) for forms in sorted(register.working_forms.values(), key=_age)),
        *(_norms(register, kind) for _, kind in sorted(register.processes.items()) if kind.norms),
        "## Reglerna en för en\n",
        *(_rule(register, code) for code in names_by_code()),
    ]
    return "\n".join(parts)


def _register(root: Path) -> Register:
    loaded = load(root)
    faults = [t for t in loaded.troubles if t.place.path.startswith(_NEEDED)]
    if loaded.register is None or faults:
        first = (faults or loaded.troubles)[0]
        raise CannotDo(f"{first.place.path}: {first.message} Kör vr check och rätta det först.")
    return loaded.register


def _strengths() -> str:
    rows = [
        (
            STRENGTHS[strength],
            SEVERITY_WORDS[severity],
            SEVERITY_WORDS[excused_severity(strength)],
        )
        for strength, severity in SEVERITIES.items()
    ]
    told = "Styrkan är källans eget ord. En norm kan ha fått en lägre nivå än sin styrka ger.\n\n"
    head = ("Styrka", "Brott ger", "Med antecknat avsteg")
    return f"## Styrka och nivå\n\n{told}{_table(head, rows)}"


def _overview() -> str:
    rows = [
        (_link(code), name, guidance(code).title, _level(code))
        for code, name in names_by_code().items()
    ]
    return f"## Alla regler\n\n{_table(('Kod', 'Namn', 'Vad som är fel', 'Nivå'), rows)}"


def _link(code: str) -> str:
    return f"[{code}](#{code.lower()}-{names_by_code()[code]})"


def _level(code: str) -> str:
    rule = rules_by_code().get(code)
    if rule and rule.needs_norm:
        return "efter normens styrka"
    severity = rule.severity if rule else _OF_ENGINE.get(code, Severity.ERROR)
    return SEVERITY_WORDS[severity]


def _norms(register: Register, forms: NormSource) -> str:
    rows = [
        (
            key,
            norm.paragraph,
            STRENGTHS[norm.strength],
            norm.title,
            _judged_by(norm),
            _settings(norm),
        )
        for key, norm in forms.norms.items()
    ]
    head = ("Norm", "Paragraf", "Styrka", "Vad som ska gälla", "Prövas av", "Med")
    return f"## {sentence(forms.name)}\n\n{_in_force(register, forms)}\n\n{_table(head, rows)}"


def _age(forms: WorkingForms) -> tuple[date, str]:
    return forms.in_force.start, forms.id


def _in_force(register: Register, forms: NormSource) -> str:
    source = f" Källa: {forms.source}." if forms.source else ""
    if not isinstance(forms, WorkingForms):
        return f"Gäller ärenden som följer processen.{source}"
    ends = f" till och med {swedish_date(forms.in_force.end)}" if forms.in_force.end else ""
    base = register.working_forms.get(forms.supplements or "")
    more = f" och kompletterar {base.short_name}" if base else ""
    return f"Tillämpas från {swedish_date(forms.in_force.start)}{ends}{more}.{source}"


def _judged_by(norm: Norm) -> str:
    if norm.rule is None:
        return f"prövas inte: {norm.unchecked}"
    level = f", som {SEVERITY_WORDS[norm.severity]}" if norm.severity else ""
    later = f", {_FROM[norm.phase]}" if norm.phase else ""
    return f"{_link(norm.rule) if norm.rule in names_by_code() else norm.rule}{level}{later}"


def _settings(norm: Norm) -> str:
    own = dict.fromkeys(norm.own_choice, " (eget val)")
    settings = [f"`{k}: {_flow(v)}`{own.get(k, '')}" for k, v in norm.parameters.items()]
    return ", ".join(settings)


def _flow(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(entry)}" for key, entry in value.items()) + "}"
    return str(value)


def _rule(register: Register, code: str) -> str:
    told = guidance(code)
    parts = [
        f"### {code} {names_by_code()[code]}\n\n**{told.title}.**",
        "\n".join(f"- {fact}" for fact in _facts(register, code)),
        *_parameter_table(code),
        f"#### Varför\n\n{told.why}",
        f"#### Fel\n\n{told.bad}",
        f"#### Rätt\n\n{told.good}",
        f"#### Så rättar du\n\n{told.mend}",
    ]
    return "\n\n".join(parts) + "\n"


def _facts(register: Register, code: str) -> Iterator[str]:
    rule = rules_by_code().get(code)
    yield f"Prövar {_judged(code, rule)}."
    yield f"Nivå: {_level(code)}."
    if rule and rule.needs_norm:
        norms = [
            key
            for forms in register.norm_sources
            for key, norm in forms.norms.items()
            if norm.rule == code
        ]
        yield f"Normer: {join(norms)}." if norms else "Ingen norm här prövas med den."


def _judged(code: str, rule: Rule | None) -> str:
    if rule is None:
        return _ENGINE.get(code, "varje fil för sig")
    if rule.subject in (Subject.MEETING, Subject.ITEM):
        return f"{_JUDGED[rule.subject]}, {_FROM[rule.wakes]}"
    return _JUDGED[rule.subject]


def _parameter_table(code: str) -> list[str]:
    parameters = parameters_of(code)
    if not parameters:
        return []
    rows = [
        (f"`{one.name}`", one.kind, "ja" if one.required else "nej", sentence(one.meaning))
        for one in parameters
    ]
    return [_table(("Parameter", "Skrivs som", "Måste anges", "Betydelse"), rows).rstrip("\n")]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the document of the data repo around here, or check it. Returns the exit code."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=f"Skriver {TARGET}.")
    parser.add_argument("--check", action="store_true", help="skriv inget, säg bara till")
    try:
        return _run(check_only=parser.parse_args(arguments).check)
    except CannotDo as error:
        sys.stderr.write(f"{error}\n")
        return 3


def _run(*, check_only: bool) -> int:
    root = find_root(Path.cwd())
    if root is None:
        raise CannotDo("Här finns inget datarepo. Gå till rätt mapp och försök igen.")
    target, text = root / TARGET, document(root)
    if not check_only:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    elif not target.is_file() or target.read_text(encoding="utf-8") != text:
        sys.stderr.write(f"{TARGET} är inte aktuell. Skriv om den: {COMMAND}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
