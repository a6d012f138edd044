"""How many there are to be: at least, at most, or both."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from vrtool.model.base import Count, Record


class Bounds(Record):
    """How many: `min` and `max`, one of them at least."""

    least: Annotated[Count, Field(ge=1)] | None = Field(default=None, alias="min")
    most: Count | None = Field(default=None, alias="max")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.least is None and self.most is None:
            raise ValueError("ange min eller max")
        if self.least is not None and self.most is not None and self.most < self.least:
            raise ValueError("max är mindre än min")
        return self

    @property
    def figures(self) -> str:
        """*2*, *1–2*, *minst 2*, *högst 1*."""
        if self.most is None:
            return f"minst {self.least}"
        if self.least is None:
            return f"högst {self.most}"
        return str(self.most) if self.least == self.most else f"{self.least}–{self.most}"

    def in_words(self, one: str, many: str) -> str:
        """*2 platser*, *1–2 platser*, *minst 2 platser*, *högst 1 plats*."""
        return f"{self.figures} {one if (self.most or self.least) == 1 else many}"
