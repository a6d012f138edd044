"""The shells that can complete `vr`: the script each reads, and where it must lie to be read."""

from __future__ import annotations

import codecs
import os
import shutil
import subprocess
from enum import Enum
from pathlib import Path

from vrtool.errors import CannotDo

VARIABLE = "_VR_COMPLETE"
"""The variable in which a shell's script asks what may be typed next: `complete_bash`."""

_PROFILE_SECONDS = 30


class Shell(Enum):
    """A shell; PowerShell goes by the name of its program, `pwsh` where it is the newer one."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"
    PWSH = "pwsh"


def script(shell: Shell) -> str:
    """What the shell is to run at its start for `vr` to be completed."""
    # Typer's scripts, wanted by no other command.
    from typer._completion_shared import get_completion_script  # noqa: PLC0415

    made = get_completion_script(prog_name="vr", complete_var=VARIABLE, shell=shell.value)
    return made.strip() + "\n"


def installed(shell: Shell, home: Path) -> dict[Path, bytes]:
    """The files to write, script first, for the shell to complete `vr` from its next start.

    `home` is the user's own folder. What a start-up file holds already stays as it is, and is
    among the files only where a line must be added. Raises CannotDo where PowerShell is not there
    to tell its profile, or a file cannot be read.
    """
    written = script(shell).encode()
    if shell is Shell.FISH:
        settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return {settings / "fish" / "completions" / "vr.fish": written}
    if shell is Shell.BASH:
        place = home / ".bash_completions" / "vr.sh"
        return {place: written} | _with_line(home / ".bashrc", f"source '{place}'")
    if shell is Shell.ZSH:
        start = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
        line = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
        return {home / ".zfunc" / "_vr": written} | _with_line(start, line)
    profile = _profile(shell)
    line = ". (Join-Path $PSScriptRoot 'vr-completion.ps1')"
    return {profile.with_name("vr-completion.ps1"): written} | _with_line(profile, line)


def _with_line(file: Path, line: str) -> dict[Path, bytes]:
    """The file with the line at its end; nothing where it stands there already."""
    try:
        before = file.read_bytes()
    except FileNotFoundError:
        before = b""
    except OSError as error:
        raise CannotDo(
            f"{file} går inte att läsa ({error.strerror}). Se över rättigheterna, eller lägg själv "
            f"till raden: {line}"
        ) from error
    # An older PowerShell writes its profile so.
    encoding = "utf-16-le" if before.startswith(codecs.BOM_UTF16_LE) else "utf-8"
    if line.encode(encoding) in before:
        return {}
    end = "" if not before or before.endswith("\n".encode(encoding)) else "\n"
    return {file: before + f"{end}{line}\n".encode(encoding)}


def _profile(shell: Shell) -> Path:
    """The file that PowerShell runs at its start, as PowerShell itself tells."""
    program = shutil.which(shell.value)
    if program is None:
        raise CannotDo(
            f"Programmet {shell.value} finns inte här. Välj ett annat skal, eller lägg till det "
            f"som vr completion show {shell.value} visar i din profil."
        )
    command = [program, "-NoProfile", "-NonInteractive", "-Command", "$PROFILE"]
    try:
        asked = subprocess.run(command, capture_output=True, check=True, timeout=_PROFILE_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotDo(
            f"{shell.value} svarar inte på var dess profil ligger ({error}). Lägg själv till det "
            f"som vr completion show {shell.value} visar i din profil."
        ) from error
    return Path(os.fsdecode(asked.stdout).strip())
