"""`vr`: parse, hand over, print, exit. What a command needs is imported when it is called."""

from __future__ import annotations

import sys

from vrtool import __version__


def run() -> None:
    """The console script: runs the command given on the command line and exits."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything heavy is imported
        print(f"vr {__version__}")  # noqa: T201 - the answer itself
        sys.exit(0)
    try:
        from vrtool.cli.app import main  # noqa: PLC0415 - typer costs six times the rest of the start

        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.stderr.write("Avbrutet.\n")
        sys.exit(130)


if __name__ == "__main__":
    run()
