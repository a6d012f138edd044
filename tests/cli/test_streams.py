"""The console's own side: exit codes, streams, colours, encodings, pipes, interruption."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ANSI, environment, on_a_terminal, process, python
from tests.council import ROOT, Council, copied
from vrtool import __version__
from vrtool.cli.main import run

pytestmark = pytest.mark.slow

unix = pytest.mark.skipif(sys.platform == "win32", reason="terminals and signals as Unix has them")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check"], 0),
        (["check", "--strict"], 1),
        (["check", "--bogus"], 2),
        (["--root", "finns-inte", "check"], 3),
    ],
)
def test_how_a_command_ends(arguments: list[str], code: int) -> None:
    done = process(*arguments, cwd=ROOT)
    assert done.returncode == code
    answered = code < 2
    assert (bool(done.stdout), bool(done.stderr)) == (answered, not answered)


def test_the_version_is_told_without_typer_being_imported() -> None:
    code = (
        "import sys; sys.argv = ['vr', sys.argv[1]]\n"
        "from vrtool.cli.main import run\n"
        "try: run()\n"
        "except SystemExit as end: assert not end.code\n"
        "print(sorted({'typer', 'rich', 'pydantic', 'vrtool.cli.app'} & {*sys.modules}))\n"
    )
    for option in ("--version", "-V"):
        done = python(code, option, cwd=ROOT)
        assert done.stdout.decode().splitlines() == [f"vr {__version__}", "[]"], done.stderr


@pytest.mark.parametrize(
    ("argument", "code", "said"),
    [("--version", 0, f"vr {__version__}\n"), ("check", 0, "filer.\n"), ("--finns-inte", 2, "")],
)
def test_the_console_script_ends_with_the_commands_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    argument: str,
    code: int,
    said: str,
) -> None:
    monkeypatch.setattr(sys, "argv", ["vr", argument])
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == code
    assert capsys.readouterr().out.endswith(said)


def test_a_check_in_a_pipe_imports_nothing_it_does_not_use() -> None:
    code = (
        "import sys; from vrtool.cli.app import main; code = main(['check'])\n"
        "heavy = {'rich', 'jinja2', 'pypandoc', 'typst', 'ruamel'}\n"
        "print(code, sorted(heavy & {*sys.modules}))\n"
    )
    done = python(code, cwd=ROOT)
    assert done.stdout.decode().splitlines()[-1] == "0 []"


def test_help_imports_no_command() -> None:
    code = (
        "import sys; from vrtool.cli.app import main; main(['--help'])\n"
        "commands = [name for name in sys.modules if name.endswith('_command')]\n"
        "print(commands, 'pydantic' in sys.modules)"
    )
    assert python(code, cwd=ROOT).stdout.decode().splitlines()[-1] == "[] False"


# Characters


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_pipe_carries_utf8_whatever_the_console_would_take(encoding: str) -> None:
    done = process("check", cwd=ROOT, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    text = done.stdout.decode("utf-8")
    assert "   3 │ date: 2020-11-08" in text
    done = process("explain", "xx-åäö", cwd=ROOT, env={"PYTHONIOENCODING": encoding})
    assert done.stderr.decode("utf-8").startswith("”xx-åäö” är varken")


@unix
def test_a_console_that_lacks_a_character_shows_a_question_mark(tmp_path: Path) -> None:
    council = copied(tmp_path)
    told = on_a_terminal(
        "check",
        cwd=council.root,
        env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "NO_COLOR": "1"},
    )
    assert told.code == 0
    assert "   3 ? date: 2020-11-08" in told.out


# Colour and width


@unix
def test_colour_on_a_terminal_and_nowhere_else() -> None:
    assert "\x1b[33mvarning" in on_a_terminal("check", cwd=ROOT).out
    assert b"\x1b" not in process("check", cwd=ROOT).stdout
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_a_terminal("check", cwd=ROOT, env=plain).out


@unix
@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}], ids=["coloured", "plain"])
@pytest.mark.parametrize("command", [["norms"], ["meeting", "list"]])
def test_tables_fit_the_terminal(command: list[str], env: dict[str, str]) -> None:
    told = on_a_terminal(*command, cwd=ROOT, env=env)
    assert told.code == 0
    assert max(len(ANSI.sub("", line)) for line in told.out.splitlines()) <= 80


# Ends that nobody planned


@unix
@pytest.mark.parametrize(
    "command",
    ["meeting list", "norms --format json"],
)
def test_a_reader_that_goes_away_is_no_fault(command: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "vrtool.cli.main", *command.split()],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


INTERRUPTED = """
import os, signal, sys
import vrtool.cli.check_command as command
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
command.run_check = lambda loaded: os.kill(os.getpid(), signal.SIGINT)
from vrtool.cli.app import main
sys.exit(main(["check"]))
"""


@unix
def test_an_interrupted_run_says_so() -> None:
    done = python(INTERRUPTED, cwd=ROOT)
    assert (done.returncode, done.stdout) == (130, b"")
    assert done.stderr.decode() == "Avbrutet.\n"


INTERRUPTED_WHILE_STARTING = """
import sys
from importlib.abc import MetaPathFinder

class Interrupt(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            raise KeyboardInterrupt
        return None

sys.meta_path.insert(0, Interrupt())
sys.argv = ["vr", "check"]
from vrtool.cli.main import run
run()
"""


def test_a_run_interrupted_while_starting_says_so_too() -> None:
    done = python(INTERRUPTED_WHILE_STARTING, cwd=ROOT)
    assert done.returncode == 130
    assert done.stderr.decode() == "Avbrutet.\n"


BROKEN = """
import sys
import vrtool.cli.check_command as command
def fail(loaded): raise RuntimeError("så gick det\\x1b[31m\\nTraceback")
command.run_check = fail
from vrtool.cli.app import main
sys.exit(main(["check"]))
"""


def test_a_fault_of_the_tool_itself_is_a_sentence(council: Council) -> None:
    done = python(BROKEN, cwd=council.root)
    err = done.stderr.decode()
    assert (done.returncode, done.stdout) == (3, b"")
    assert err.startswith("Något gick fel i verktyget (RuntimeError: så gick det␛[31m")
    assert 'File "' not in err


def test_the_traceback_is_there_for_whoever_asks(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VR_TRACEBACK", "1")
    err = python(BROKEN, cwd=council.root).stderr.decode()
    assert 'File "' in err
    assert "Något gick fel i verktyget" in err
