"""`vr`: parse, hand over, print, exit. What a command needs is imported when it is called."""

from __future__ import annotations

import gc
import sys

from vrtool import __version__

_BETWEEN_SEARCHES = 100_000
"""So many new objects before Python looks for garbage."""


def run() -> None:
    """The console script: runs the command given on the command line and exits."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything heavy is imported
        print(f"vr {__version__}")  # noqa: T201 - the answer itself
        sys.exit(0)
    # What is imported stays, and searching it for garbage costs as much as starting Python.
    gc.set_threshold(_BETWEEN_SEARCHES)
    try:
        from vrtool.cli.app import main  # noqa: PLC0415 - typer costs six times the rest of the start

        code = main(sys.argv[1:])
        # Python would look through everything for garbage once more before it ends.
        gc.freeze()
        sys.exit(code)
    except KeyboardInterrupt:
        sys.stderr.write("Avbrutet.\n")
        sys.exit(130)


if __name__ == "__main__":
    run()
