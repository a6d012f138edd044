"""`docs/regler.md`: true to the rules and the norms, and fresh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.rules.examples import BASE, base_in, examples_in, findings_with
from vrtool.errors import CannotDo
from vrtool.report.findings import SEVERITIES
from vrtool.report.parameters import Parameter, parameters_of
from vrtool.report.rulebook import COMMAND, TARGET, document, main
from vrtool.rules.catalogue import guidance, names_by_code, rules_by_code

ROOT = Path(__file__).parents[2]
FORMS = "data/working-forms/exempelformer-2030.yaml"
WITHOUT_NORM = [
    code
    for code in names_by_code()
    if not (code in rules_by_code() and rules_by_code()[code].needs_norm)
]


@pytest.fixture(name="text", scope="module")
def _text() -> str:
    return document(BASE)


def _rows(text: str, first: str) -> list[list[str]]:
    """The rows of every table whose first column is headed so."""
    rows: list[list[str]] = []
    inside = False
    for line in text.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not line.startswith("| "):
            inside = False
        elif cells[0] == first:
            inside = True
        elif inside and set(cells[0]) != {"-"}:
            rows.append(cells)
    return rows


def _norm(text: str, norm: str) -> list[str]:
    return next(row for row in _rows(text, "Norm") if row[0] == norm)


def _changed(folder: Path, old: str, new: str) -> str:
    root = base_in(folder)
    file = root / FORMS
    before = file.read_text(encoding="utf-8")
    assert before.count(old) == 1
    file.write_text(before.replace(old, new), encoding="utf-8")
    return document(root)


# The rules


def test_every_code_has_its_chapter_with_all_that_is_written_about_it(text: str) -> None:
    chapters = {c[:5]: c for c in text.partition("## Reglerna en för en")[2].split("\n### ")[1:]}
    assert list(chapters) == list(names_by_code())
    for code, chapter in chapters.items():
        told = guidance(code)
        assert chapter.startswith(f"{code} {names_by_code()[code]}\n\n**{told.title}.**\n")
        order = [chapter.index(part) for part in (told.why, told.bad, told.good, told.mend)]
        assert order == sorted(order)


def test_links_lead_to_headings(text: str) -> None:
    headings = {
        heading.casefold().replace(" ", "-")
        for heading in re.findall(r"^### (.+)$", text, re.MULTILINE)
    }
    assert {*re.findall(r"\]\(#([^)]+)\)", text)} == headings


@pytest.mark.parametrize("code", WITHOUT_NORM)
def test_the_level_told_is_the_one_that_findings_have(code: str, text: str, tmp_path: Path) -> None:
    told = next(row[3] for row in _rows(text, "Kod") if row[0].startswith(f"[{code}]"))
    examples = examples_in(guidance(code).bad)
    if examples:
        with findings_with(examples, base_in(tmp_path)) as findings:
            assert {SEVERITIES[finding.severity] for finding in findings} == {told}
    assert f"- Nivå: {told}.\n" in text.partition(f"\n### {code} ")[2].partition("\n### ")[0]


def test_a_rule_says_what_it_judges_and_from_when(text: str) -> None:
    chapters = {part[:5]: part for part in text.split("\n### ")}
    assert "Prövar varje punkt på en dagordning, när kallelsen har gått ut." in chapters["VR503"]
    assert "Prövar varje möte, när anteckningarna är expedierade." in chapters["VR602"]
    assert "Prövar uppgifterna själva, vad arbetsformerna än säger." in chapters["VR121"]
    assert "Prövar avstegen." in chapters["VR903"]
    assert "Prövar varje fil för sig." in chapters["VR004"]
    assert "- Normer: N-members och N-members-broad.\n" in chapters["VR201"]


def test_a_rule_that_no_norm_here_uses_says_so(tmp_path: Path) -> None:
    text = _changed(tmp_path, "    rule: VR505\n", "    unchecked: Klockan räcker.\n")
    assert "Ingen norm här prövas med den." in text.partition("\n### VR505 ")[2][:400]


def test_parameters_are_told_with_type_and_meaning() -> None:
    assert parameters_of("VR401") == [
        Parameter("forums", "lista av id", True, "de forum som tar ställning"),
        Parameter(
            "except",
            "lista av grupper med `topic`, `forums`",
            False,
            "ämnen som får tas upp för ställningstagande även i andra forum, och i vilka",
        ),
    ]
    assert parameters_of("VR702")[0] == Parameter(
        "topic", "id", True, "det ämne som ska ha varit uppe"
    )
    kinds = {one.name: one.kind for code in names_by_code() for one in parameters_of(code)}
    assert kinds["count"] == "heltal"
    assert kinds["about_year"] == "`true` eller `false`"
    assert kinds["verbs"] == "lista av text"
    assert parameters_of("VR801")[0].kind == "heltal för varje id"
    shares, tolerance, _ = parameters_of("VR861")
    assert (shares.kind, tolerance.kind) == ("andel för varje id", "tal")
    assert kinds["scopes"] == "lista av `shared` eller `inter-municipal`"
    assert kinds["sections"].endswith("`description` eller `way_forward`")
    assert kinds["outcome"].startswith("`noted`, `discussed`, ")


@pytest.mark.parametrize("code", ["VR002", "VR111", "VR303", "VR902"])
def test_what_has_nothing_to_set_has_no_parameters(code: str) -> None:
    assert parameters_of(code) == []


# The norms


def test_every_norm_has_its_row(text: str) -> None:
    assert _norm(text, "N-lead") == [
        "N-lead",
        "3.4",
        "normalt",
        "Underlaget är ute i god tid.",
        "[VR503](#vr503-papers-late)",
        "`lead_days: 7` (eget val)",
    ]
    assert _norm(text, "N-positions")[5] == (
        "`forums: [rad]`, `except: [{topic: arshjul, forums: [bredd]}]`"
    )
    assert _norm(text, "N-anchoring")[2:] == [
        "ska",
        "Var och en förankrar frågorna hemma.",
        "prövas inte: Förankringen sker hos parterna och syns inte i rådets handlingar.",
        "",
    ]


def test_a_norm_judged_milder_or_later_says_so(tmp_path: Path) -> None:
    changed = "    rule: VR505\n    severity: note\n    phase: called\n"
    text = _changed(tmp_path, "    rule: VR505\n", changed)
    judged = "[VR505](#vr505-item-times), som notis, när kallelsen har gått ut"
    assert _norm(text, "N-times")[4] == judged


def test_a_norm_whose_rule_does_not_exist_names_it_without_a_link(tmp_path: Path) -> None:
    text = _changed(tmp_path, "    rule: VR505\n", "    rule: VR599\n")
    assert _norm(text, "N-times")[4] == "VR599"


def test_what_would_break_a_table_does_not(tmp_path: Path) -> None:
    old = "    title: Underlaget är ute i god tid.\n"
    text = _changed(tmp_path, old, "    title: |\n      Underlaget | papperen\n      är ute.\n")
    assert _norm(text, "N-lead")[3] == "Underlaget \\| papperen är ute."


def test_the_working_forms_stand_in_order_of_age(tmp_path: Path) -> None:
    root = base_in(tmp_path)
    (root / "data/working-forms/a-tillagg.yaml").write_text(
        "id: a-tillagg\nname: Tillägget\nshort_name: tillägget\n"
        "in_force: {from: 2031-01-01, to: 2031-06-30}\nsupplements: exempelformer-2030\n"
        "source: Ett möte\n",
        encoding="utf-8",
    )
    text = document(root).replace("\N{NO-BREAK SPACE}", " ")
    assert text.index("## Exempelrådets arbetsformer") < text.index("## Tillägget")
    assert (
        "Tillämpas från 1 januari 2031 till och med 30 juni 2031 och kompletterar exempelformerna. "
        "Källa: Ett möte.\n" in text
    )


@pytest.mark.parametrize("path", [FORMS, "data/structure.yaml"])
def test_what_cannot_be_read_is_not_left_out_in_silence(path: str, tmp_path: Path) -> None:
    root = base_in(tmp_path)
    (root / path).write_text("id: [\n", encoding="utf-8")
    with pytest.raises(CannotDo, match=re.escape(path)):
        document(root)


# The command


def test_the_committed_document_is_fresh() -> None:
    assert (ROOT / TARGET).read_text(encoding="utf-8") == document(ROOT), f"run {COMMAND}"


def test_the_command_writes_and_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = base_in(tmp_path)
    monkeypatch.chdir(root / "data" / "meetings")
    assert main(["--check"]) == 1
    assert COMMAND in capsys.readouterr().err
    assert not (root / TARGET).exists()
    assert main([]) == 0
    assert (root / TARGET).read_bytes().decode() == document(root)
    assert main(["--check"]) == 0
    (root / TARGET).write_text("Gammalt\n", encoding="utf-8")
    assert main(["--check"]) == 1


def test_the_command_needs_a_data_repo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([]) == 3
    assert "inget datarepo" in capsys.readouterr().err
