"""What the machine needs at the least, each measure run as a process of its own.

`python -m benchmarks.baselines events|stat|reader FOLDER`. Nothing is printed: the clock stands
outside.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path


def files(root: Path) -> Iterator[os.DirEntry[str]]:
    """Every file below a folder, links not followed."""
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files(Path(entry.path))
            else:
                yield entry


def events(root: Path) -> None:
    """E: read every record and let libyaml produce its events, nothing more."""
    from yaml._yaml import CParser  # noqa: PLC0415 - the other measures shall not pay for it
    from yaml.events import StreamEndEvent  # noqa: PLC0415 - as above

    for entry in _records(root):
        parser = CParser(Path(entry.path).read_bytes())
        while type(parser.get_event()) is not StreamEndEvent:
            pass


def stat(root: Path) -> None:
    """S: ask for the size and time of every file."""
    for entry in files(root):
        entry.stat()


def reader(root: Path) -> None:
    """The project's own reader over the same files."""
    from vrtool.yamlio import read_path  # noqa: PLC0415 - the other measures shall not pay for it

    for entry in _records(root):
        read_path(Path(entry.path))


def _records(root: Path) -> Iterator[os.DirEntry[str]]:
    return (entry for entry in files(root) if entry.name.endswith(".yaml"))


_MEASURES = {"events": events, "stat": stat, "reader": reader}

if __name__ == "__main__":
    _MEASURES[sys.argv[1]](Path(sys.argv[2]))
