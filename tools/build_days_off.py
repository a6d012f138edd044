"""Make `src/vrtool/days_off.json` anew: `python -m tools.build_days_off`."""

from __future__ import annotations

from pathlib import Path

from vrtool import days_off

if __name__ == "__main__":
    package = Path(days_off.__file__).parent
    (package / days_off.TABLE).write_text(days_off.table(), encoding="utf-8", newline="\n")
