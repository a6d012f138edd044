"""What a new data repo can start from: the structures that are shipped, found by their folders."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

import vrtool
from vrtool.errors import WrongUsage
from vrtool.model.base import Id, Record, Text
from vrtool.text import did_you_mean, fold
from vrtool.yamlio import read_path

DESCRIBED = "starter.yaml"
SHARED = "shared"
"""The folder with what every new repo gets, whatever its structure."""


class Starter(Record):
    """`starters/<name>/starter.yaml`.

    `records` is the folder with the original files, relative to the starter's own, and `take` what
    of it goes into a new repo. Entries named in `leave_out`, by file, do not: their keys, or an
    item of a list as it is written, with a slash between. Nor does a comment that holds any of the
    words in `comments_left_out`, because it speaks of the original's own records. `networks` are
    those that the rulebooks give seats, by name.
    """

    title: Text
    records: Text
    take: Annotated[tuple[Text, ...], Field(min_length=1)]
    leave_out: dict[Text, tuple[Text, ...]] = Field(default={})
    comments_left_out: tuple[Text, ...] = ()
    networks: dict[Id, Text] = Field(default={})


def starters_folder() -> Path:
    """Where the starters lie: beside the package's modules, or in the checkout it runs from."""
    installed = Path(vrtool.__file__).parent / "starters"
    return installed if installed.is_dir() else Path(vrtool.__file__).parents[2] / "starters"


def starters() -> dict[str, Starter]:
    """Every starter by name."""
    described = sorted(starters_folder().glob(f"*/{DESCRIBED}"))
    return {path.parent.name: Starter.model_validate(read_path(path).data) for path in described}


def starter(name: str) -> tuple[str, Starter]:
    """The starter meant, with its name. Raises WrongUsage for none, listing those there are."""
    known = starters()
    wanted = fold(name)
    if wanted not in known:
        listed = "\n".join(f"  {key}: {each.title}" for key, each in known.items())
        raise WrongUsage(
            f"Det finns ingen struktur ”{name}”.{did_you_mean(wanted, known)} Välj en av:\n{listed}"
        )
    return wanted, known[wanted]
