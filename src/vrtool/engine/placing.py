"""Find where in its file a place stands; a file is read for positions only when asked about."""

from __future__ import annotations

from pathlib import Path

from vrtool.diagnostic import Location, Place
from vrtool.register.positions import Positions, positions_in


class Placer:
    """Turns symbolic places into lines and columns, reading each file at most once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, Positions] = {}

    def find(self, place: Place) -> Location:
        """The location of a place, or of the nearest value around it that exists."""
        if place.line is not None:
            column = place.column or 1
            return Location(place.path, place.line, column, place.line, column + 1)
        positions = self._positions(place.path)
        span = positions.key(place.pointer) if place.on_key else None
        span = span or positions.nearest(place.pointer)
        return Location(place.path, span.line, span.column, span.end_line, span.end_column)

    def _positions(self, path: str) -> Positions:
        if path not in self._known:
            self._known[path] = positions_in(self._root / path)
        return self._known[path]
