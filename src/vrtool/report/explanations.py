"""`vr explain` in text: a rule with its examples, a norm with its paragraph and parameters."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.diagnostic import Strength
from vrtool.engine.check import excused_severity
from vrtool.engine.compiled import SEVERITIES
from vrtool.model.complaints import field_names
from vrtool.model.working_forms import Norm, NormSource
from vrtool.register.register import Register
from vrtool.report.findings import SEVERITIES as SEVERITY_WORDS
from vrtool.report.findings import STRENGTHS
from vrtool.rules.catalogue import guidance, names_by_code, rules_by_code
from vrtool.text import join, sentence


def rule_text(code: str, register: Register | None) -> str:
    """All that is to be said of a code, with the norms here that it judges."""
    told = guidance(code)
    parts = [
        f"{code} {names_by_code()[code]}: {told.title}",
        told.why,
        f"Fel:\n\n{_indented(told.bad)}",
        f"Rätt:\n\n{_indented(told.good)}",
        f"Så rättar du:\n{told.mend}",
    ]
    rule = rules_by_code().get(code)
    names = field_names(rule.parameters) if rule else []
    if names:
        parts.insert(2, f"Ställs in i normen (with): {join(names)}.")
    norms = [_line(forms, key, norm) for forms, key, norm in _norms_of(register, code)]
    if norms:
        parts.append("Normer som prövas med regeln:\n" + "\n".join(norms))
    return "\n\n".join(parts)


def norm_text(identifier: str, forms: NormSource) -> str:
    """All that is to be said of a norm: what must hold, how strong, how it is judged here."""
    norm = forms.norms[identifier]
    parts = [f"{identifier}: {norm.title}", "\n".join(_facts(forms, norm))]
    if norm.unchecked:
        parts.append(f"Prövas inte: {norm.unchecked}")
    elif norm.rule:
        told = guidance(norm.rule)
        parts += [told.why, f"Så rättar du:\n{told.mend}", _deviation(identifier, norm)]
        parts.append(f"Exempel på fel och rätt: vr explain {norm.rule}")
    return "\n\n".join(parts)


def _facts(forms: NormSource, norm: Norm) -> Iterator[str]:
    yield f"Källa: {sentence(forms.name)}, {norm.paragraph}"
    yield f"Styrka: {STRENGTHS[norm.strength]}"
    if norm.rule:
        severity = norm.severity or SEVERITIES[norm.strength]
        yield f"Brott ger: {SEVERITY_WORDS[severity]} ({norm.rule})"
    if norm.applies.forums:
        yield f"Gäller: {join(list(norm.applies.forums))}"
    for name, value in norm.parameters.items():
        own = " (eget val, står inte i källan)" if name in norm.own_choice else ""
        yield f"{name}: {_plain(value)}{own}"
    if norm.replaces:
        yield f"Ersätter: {join(list(norm.replaces))}"


def _plain(value: object) -> str:
    if isinstance(value, list):
        return join([_plain(entry) for entry in value])
    if isinstance(value, dict):
        return join([f"{key} {_within(entry)}" for key, entry in value.items()])
    return str(value)


def _within(value: object) -> str:
    """A value below a name; several in brackets, so that the next name stands apart from them."""
    several = isinstance(value, list) and len(value) > 1
    return f"({_plain(value)})" if several else _plain(value)


def _deviation(identifier: str, norm: Norm) -> str:
    left = SEVERITY_WORDS[excused_severity(norm.strength)]
    article = "en" if left in {"varning", "notis"} else "ett"
    standing = (
        " som står kvar och skrivs ut i dokumenten" if norm.strength is Strength.SHALL else ""
    )
    return (
        "Avsteg: skriv i mötets eller ärendets fil (år, mandatperioder och platser i "
        "deviations.yaml)\n\n"
        "    deviations:\n"
        f"      - norm: {identifier}\n"
        "        on: punktens id, året eller platsen\n"
        "        reason: varför\n"
        "        accepted: {by: vem som godtog det, date: ÅÅÅÅ-MM-DD}\n\n"
        f"Brottet blir då {article} {left}{standing}."
    )


def _norms_of(register: Register | None, code: str) -> Iterator[tuple[NormSource, str, Norm]]:
    for forms in register.norm_sources if register else ():
        for key, norm in forms.norms.items():
            if norm.rule == code:
                yield forms, key, norm


def _line(forms: NormSource, key: str, norm: Norm) -> str:
    return (
        f"  {key} ({forms.short_name} {norm.paragraph}, {STRENGTHS[norm.strength]}): {norm.title}"
    )


def _indented(text: str) -> str:
    lines = [line for line in text.splitlines() if not line.startswith("```")]
    return "\n".join(f"    {line}".rstrip() for line in lines).strip("\n")
