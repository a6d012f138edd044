"""The notices that the examples' meetings give, held word for word."""

from __future__ import annotations

import os
from pathlib import Path

from vrtool.documents.agenda import agenda_markdown, agenda_view
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register

GOLDEN = Path(__file__).parent / "golden"


def assert_as_it_was(register: Register, meeting: str) -> None:
    """The meeting's notice is the one kept.

    To accept a change on purpose: `VR_UPDATE_GOLDEN=1 pytest tests/examples`, then read it.
    """
    view = agenda_view(register, Rulebook(register), register.meetings[meeting])
    markdown = agenda_markdown(view)
    golden = GOLDEN / f"{meeting}.md"
    if os.environ.get("VR_UPDATE_GOLDEN") == "1":
        golden.write_text(markdown, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == markdown
