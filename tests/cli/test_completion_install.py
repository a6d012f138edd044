"""Completion put into the shells: their own files stay, and each shell then completes."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.cli.running import Run, environment
from tests.council import Council

unix = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix shell")


@pytest.fixture(name="home")
def a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "hemma hos någon"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    for name in ("XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.mark.parametrize(
    ("shell", "start", "place"),
    [("bash", ".bashrc", ".bash_completions/vr.sh"), ("zsh", ".zshrc", ".zfunc/_vr")],
)
def test_it_is_installed_once_and_the_start_file_stays(
    vr: Run, home: Path, shell: str, start: str, place: str
) -> None:
    (home / start).write_bytes(b"export A=1 # min\r\nalias \xff")
    told = vr("completion", "install", shell)
    assert (told.code, told.err) == (0, "")
    assert str(home / place) in told.out
    once = (home / start).read_bytes()
    assert once.startswith(b"export A=1 # min\r\nalias \xff\n")
    assert once.count(b"\n") == 3
    assert (home / place).read_text(encoding="utf-8") == vr("completion", "show", shell).out
    again = vr("completion", "install", shell)
    assert again.code == 0
    assert str(home / start) not in again.out
    assert (home / start).read_bytes() == once


def test_fish_needs_no_line(vr: Run, home: Path) -> None:
    assert vr("completion", "install", "fish").code == 0
    assert [*_files(home)] == [".config/fish/completions/vr.fish"]


@unix
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_powershell_tells_its_own_profile(
    vr: Run, home: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    profile = home / "Documents" / "profile.ps1"
    profile.parent.mkdir()
    profile.write_text("Set-Alias x y\n", encoding=encoding)
    program = home / "pwsh"
    program.write_text(f"#!/bin/sh\necho '{profile}'\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{home}:/usr/bin:/bin")
    for _ in range(2):
        assert vr("completion", "install", "pwsh").code == 0
        line = ". (Join-Path $PSScriptRoot 'vr-completion.ps1')\n"
        assert profile.read_text(encoding=encoding) == f"Set-Alias x y\n{line}"
    assert "Register-ArgumentCompleter" in (profile.parent / "vr-completion.ps1").read_text()


@unix
def test_powershell_that_is_not_there_or_does_not_answer(
    vr: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))
    told = vr("completion", "install", "powershell")
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("Programmet powershell finns inte här.")
    program = home / "powershell"
    program.write_text("#!/bin/false\n", encoding="utf-8")
    program.chmod(0o755)
    told = vr("completion", "install", "powershell")
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("powershell svarar inte på var dess profil ligger")
    assert [*_files(home)] == ["powershell"]


def test_a_home_that_cannot_be_written_is_a_sentence(vr: Run, home: Path) -> None:
    (home / ".bash_completions").write_text("en fil", encoding="utf-8")
    told = vr("completion", "install", "bash")
    assert (told.code, told.out) == (3, "")
    assert "kan inte skrivas" in told.err
    assert [*_files(home)] == [".bash_completions"]


def test_a_shell_that_is_not_known(vr: Run) -> None:
    told = vr("completion", "show", "tcsh")
    assert (told.code, told.out) == (2, "")
    assert "välj bland" in told.err


@unix
@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_itself_completes_by_the_script(council: Council, vr: Run, home: Path) -> None:
    vr("completion", "install", "bash")
    (home / "vr").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m vrtool.cli.main "$@"\n', encoding="utf-8"
    )
    (home / "vr").chmod(0o755)
    typed = (
        "source ~/.bashrc; COMP_WORDS=(vr meeting show or-2022); COMP_CWORD=3;"
        ' _vr_completion vr; echo "${COMPREPLY[@]}"'
    )
    bash = shutil.which("bash") or ""
    done = subprocess.run(
        [bash, "--norc", "-c", typed],
        cwd=council.root,
        env=environment({"HOME": str(home), "PATH": f"{home}:/usr/bin:/bin"}),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "or-2022-01 or-2022-02\n"


def _files(folder: Path) -> Iterable[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
