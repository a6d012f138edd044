"""Where the time goes in a check: the stages one by one, in one process, as JSON.

`python -m benchmarks.shares ROOT` prints the seconds of each stage. It calls what `vr check` calls,
with the collector as loading has it, and reads and validates once more to tell those two apart.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

_START = time.perf_counter()

from pydantic import ValidationError  # noqa: E402 - the imports are a stage

from vrtool.engine import check  # noqa: E402 - as above
from vrtool.register.files import Found, records  # noqa: E402 - as above
from vrtool.register.load import Loaded, load  # noqa: E402 - as above
from vrtool.report.findings import reportable  # noqa: E402 - as above
from vrtool.report.text import text  # noqa: E402 - as above
from vrtool.rules.catalogue import rules_by_code  # noqa: E402 - as above
from vrtool.yamlio import read_path  # noqa: E402 - as above


class _Clock:
    """Seconds by stage, in the order in which the stages end."""

    def __init__(self, start: float) -> None:
        self._last = start
        self.stages: dict[str, float] = {}

    def end(self, stage: str) -> None:
        """What has passed since the last stage ended is this one's."""
        now = time.perf_counter()
        self.stages[stage] = now - self._last
        self._last = now


def shares(root: Path) -> dict[str, float]:
    """Seconds of each stage of a check of the repo at `root`."""
    clock = _Clock(_START)
    rules_by_code()
    clock.end("import")
    _apart(root, clock)
    loaded = load(root)
    clock.end("load")
    _index(loaded)
    clock.end("index")
    outcome = check(loaded)
    clock.end("check")
    text(reportable(loaded, outcome), colour=False)
    clock.end("render")
    return clock.stages


def _apart(root: Path, clock: _Clock) -> None:
    """Loading in its parts, the results thrown away."""
    gc.disable()
    found = [entry for entry in records(root) if isinstance(entry, Found)]
    clock.end("list")
    documents = [read_path(entry.file) for entry in found]
    clock.end("read")
    kept = []
    for entry, document in zip(found, documents, strict=True):
        try:
            kept.append(entry.kind.model.model_validate(document.data))
        except ValidationError:
            continue
    clock.end("validate")
    del documents, kept
    gc.enable()
    clock.end("throw away")


def _index(loaded: Loaded) -> None:
    register = loaded.register
    if register is not None:
        _ = register.chronological, register.by_forum, register.path_of("")


if __name__ == "__main__":
    print(json.dumps(shares(Path(sys.argv[1]))))
