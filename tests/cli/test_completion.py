"""Completion while typing, spoken as each shell speaks it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
import typer.main

from tests.cli.running import Run, Told, environment, process
from tests.cli.test_help import EVERY
from tests.council import ROOT, Council
from vrtool.cli.app import app
from vrtool.cli.typed_ids import _IDS

pytestmark = pytest.mark.slow("measured")


def asked_by(shell: str, line: str) -> dict[str, str]:
    """What the shell's script sets when tab is pressed at the end of the line."""
    words = line.split(" ")
    if shell == "bash":
        return {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    if shell == "fish":
        return {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    if shell == "powershell":
        return {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1]}
    return {"_TYPER_COMPLETE_ARGS": line}


@pytest.fixture(name="tab")
def press_tab(monkeypatch: pytest.MonkeyPatch, vr: Run) -> Run:
    def pressed(line: str, shell: str = "bash") -> Told:
        with monkeypatch.context() as patched:
            patched.setenv("_VR_COMPLETE", f"complete_{shell}")
            for name, value in asked_by(shell, line).items():
                patched.setenv(name, value)
            return vr()

    return pressed


def _words(told: Told) -> list[str]:
    assert (told.code, told.err) == (0, "")
    return told.out.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("vr ag", ["agenda"]),
        ("vr roster v", ["vacancies"]),
        ("vr agenda build --fo", ["--format", "--force"]),
        ("vr meeting show or-2022", ["or-2022-01", "or-2022-02"]),
        ("vr agenda build or-2022-02", ["or-2022-02"]),
        ("vr matter show 2021-00", ["2021-001", "2021-002", "2021-003"]),
        ("vr roster show direk", ["direktorsberedningen"]),
        ("vr meeting list --forum ordf", ["ordforanderadet"]),
        ("vr meeting list --forum=ordf", ["ordforanderadet"]),
        ("vr explain vr30", ["VR301", "VR302", "VR303", "VR304", "VR306", "VR307", "VR308"]),
        ("vr check --select A-3.2.2", ["A-3.2.2-stage"]),
        ("vr agenda fix or-2022-01 --by anna,fredrik-l", ["anna,fredrik-larsson"]),
        ("vr roster replace varmlandsradet/o", ["varmlandsradet/ordforande"]),
        ("vr completion show p", ["powershell", "pwsh"]),
        ("vr check --format g", ["github", "gitlab"]),
        ("vr meeting show zz", []),
        ("vr agenda build or-2022-01 or", []),
    ],
)
@pytest.mark.usefixtures("council")
def test_what_may_be_typed_next(tab: Run, line: str, expected: list[str]) -> None:
    assert _words(tab(line)) == expected


@pytest.mark.usefixtures("council")
def test_every_shell_in_its_own_words(tab: Run) -> None:
    told = "Bygg kallelse med dagordning."
    assert tab("vr agenda b", "fish").out == f"build\t{told}\n"
    assert tab("vr agenda b", "zsh").out == f'_arguments \'*: :(("build":"{told}"))\'\n'
    assert tab("vr agenda b", "powershell").out == "build::: \n"
    assert tab("vr meeting show or-2022-02", "zsh").out == "_arguments '*: :((\"or-2022-02\"))'\n"
    assert tab("vr meeting show or-2022-02", "powershell").out == "or-2022-02::: \n"


@pytest.mark.usefixtures("council")
def test_fish_is_told_whether_there_is_anything_to_ask_for(
    monkeypatch: pytest.MonkeyPatch, vr: Run
) -> None:
    monkeypatch.setenv("_VR_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "is-args")
    for line, code in (("vr agenda b", 0), ("vr check data/", 1)):
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        assert vr() == (code, "", "")


@pytest.mark.parametrize("place", ["--root {} meeting show br", "meeting show --root {} br"])
def test_the_repo_may_be_named_anywhere(
    tab: Run, council: Council, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str
) -> None:
    council.write("meetings/br-2031-01.yaml", "")
    elsewhere = tmp_path / "annanstans"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere.parent.parent)
    assert _words(tab(f"vr {place.format(council.root)}")) == ["br-2031-01"]


@pytest.mark.parametrize(
    "line", ["vr meeting show or", "vr matter show 2", "vr roster show o", "vr explain A-"]
)
def test_where_no_repo_is_nothing_is_offered_and_nothing_said(
    tab: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _words(tab(line)) == []


@pytest.mark.parametrize("line", ["vr borta x", "vr --root", "vr meeting show 'o", "vr \x00"])
@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_whoever_types_is_never_disturbed(line: str, shell: str) -> None:
    env = {"_VR_COMPLETE": f"complete_{shell}", **asked_by(shell, line.replace("\x00", "\\0"))}
    done = process(cwd=ROOT, env=env)
    assert done.stderr == b""


@pytest.mark.usefixtures("council")
def test_files_that_cannot_be_read_offer_nothing(tab: Run, council: Council) -> None:
    council.write("structure.yaml", "forums: [")
    (council.root / "data" / "forums.yaml").write_bytes(b"people: \xff")
    for line in ("vr roster show o", "vr agenda fix or-2022-01 --by fr"):
        assert _words(tab(line)) == []


OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, of: opened.append(str(of[0])) if event == "open" else None)
from vrtool.cli.app import main
main([])
print(sorted(name for name in opened if "/matters/" in name or "/meetings/" in name))
print(sorted({"rich", "jinja2"} & {*sys.modules}))
"""


@pytest.mark.parametrize("line", ["vr matter show 2031-1", "vr meeting show x"])
def test_a_thousand_matters_are_known_by_their_names_alone(
    council: Council, tmp_path: Path, line: str
) -> None:
    for number in range(1000):
        council.write(f"matters/2031-{number:03}-arende.yaml", "inte ens läst: [")
    done = subprocess.run(
        [sys.executable, "-c", OPENED],
        cwd=tmp_path,
        env=environment({"_VR_COMPLETE": "complete_bash", **asked_by("bash", line)}),
        capture_output=True,
        check=True,
    )
    *offered, opened, heavy = done.stdout.decode().splitlines()
    assert (opened, heavy) == ("[]", "[]")
    assert len([word for word in offered if word]) == (100 if "matter" in line else 0)


def test_what_takes_an_id_is_completed_by_what_it_is_called() -> None:
    called = {metavar.strip("[]…") for metavar in _metavars()}
    assert set(_IDS) <= called


def _metavars() -> Iterable[str]:
    for way in EVERY:
        command = typer.main.get_command(app)
        for name in way:
            command = command.get_command(None, name)  # type: ignore[attr-defined]
        yield from (one.metavar for one in command.params if one.metavar)
