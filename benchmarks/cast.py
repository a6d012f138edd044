"""Who sits where in the made-up council: everyone stays two terms, half are new each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.prose import names, slug
from benchmarks.timetable import FIRST_YEAR, YEARS_A_TERM
from benchmarks.writing import Value

REGION = "region-fabellandet"
MUNICIPALITIES = (
    "balladasen", "diktboda", "epilogsund", "fabelfors", "limerickhult", "novellinge", "prologa",
    "rimsater", "romansele", "sagokoping", "strofby", "versholm",
)  # fmt: skip
_BOARDS = ("fabelstyrelsen", "lakenamnden", "fardnamnden", "bildningsnamnden")
CHAIR, VICE = "fabelstyrelsen/ordforande", "sagokoping/kso"
SECRETARY = f"{REGION}/direktor"
_STEERING = tuple(f"{municipality}/kso" for municipality in MUNICIPALITIES[:3])
"""Whose holders sit in styrgruppen."""

_NETWORKS = {
    "laknatverket": ("Läknätverket", "lakeforum", 2),
    "fardnatverket": ("Färdnätverket", "fardforum", 4),
    "skolnatverket": ("Skolnätverket", "bildningsforum", 6),
}
"""By id the name, the forum it supports, and the item of chefsberedningen's first meeting."""


_ASSEMBLIES: dict[str, Value] = {
    "fabelstyrelsen": [
        {
            "from": f"{FIRST_YEAR}-01-01",
            "majority": {"saga": "9"},
            "opposition": {"dikt": "6"},
        }
    ]
}


@dataclass(frozen=True, slots=True)
class _Tenure:
    who: str
    first: date
    last: date


@dataclass
class Cast:
    """Every office and seat with its holders. Looked up by day, written as `forums.yaml`."""

    people: dict[str, dict[str, str]] = field(default_factory=dict)
    tenures: dict[str, list[_Tenure]] = field(default_factory=lambda: defaultdict(list))

    def holder(self, seat: str, day: date) -> str:
        """Whoever holds an office or seat; a deputy's is `<seat>/deputy`."""
        return next(t.who for t in self.tenures[seat] if t.first <= day <= t.last)

    def rosters(self) -> dict[str, Value]:
        """The record of it all."""
        offices = {seat: self._written(seat) for seat in _offices()}
        offices |= {
            "samradet/ordforande": self._written(CHAIR),
            "samradet/vice-ordforande": self._written(VICE),
        }
        seats: dict[str, Value] = {}
        for seat in _appointed():
            seats[seat] = {"members": self._written(seat)}
            if f"{seat}/deputy" in self.tenures:
                seats[seat] = {
                    "members": self._written(seat),
                    "deputies": self._written(f"{seat}/deputy"),
                }
        for number, seat in enumerate(_STEERING, start=1):
            seats[f"sg/{number}"] = {"members": self._written(seat)}
        networks: dict[str, Value] = {
            key: {"name": name, "forums": [forum], "named_at": f"cb-{FIRST_YEAR}-01/punkt-{item}"}
            for key, (name, forum, item) in _NETWORKS.items()
        }
        return {
            "people": self.people,
            "offices": offices,
            "seats": seats,
            "networks": networks,
            "assemblies": _ASSEMBLIES,
        }

    def _written(self, seat: str) -> list[Mapping[str, str]]:
        return [
            {"who": t.who, "from": t.first.isoformat(), "to": t.last.isoformat()}
            for t in self.tenures[seat]
        ]


def terms(last_year: int) -> list[tuple[date, date]]:
    """The terms of office from the first year to the one that holds the last."""
    return [
        (date(year, 1, 1), date(year + YEARS_A_TERM - 1, 12, 31))
        for year in range(FIRST_YEAR, last_year + 1, YEARS_A_TERM)
    ]


def cast(random: Random, last_year: int) -> Cast:
    """Everyone who sits anywhere up to the end of the last year's term."""
    made, free = Cast(), iter(names(random))
    seats = [*_offices(), *_appointed(), *(f"{s}/deputy" for s in _appointed() if s[:2] != "sr")]
    for number, seat in enumerate(seats):
        for index, (first, last) in enumerate(terms(last_year)):
            if index == 0 or (index + number) % 2:
                name = next(free)
                side = {"side": "opposition"} if seat.startswith("sr/") else {}
                political = {"political_party": "dikt" if side else "saga"}
                made.people[slug(name)] = {"name": name, "party": _party(seat), **political, **side}
                made.tenures[seat].append(_Tenure(slug(name), first, last))
            else:
                kept = made.tenures[seat][-1]
                made.tenures[seat].append(_Tenure(kept.who, first, last))
    return made


def members(forum: str, day: date, change: date) -> list[str]:
    """The seats of a forum on the day; `change` is when the later rulebook came into force."""
    kso = [f"{m}/kso" for m in MUNICIPALITIES]
    if forum == "chefsberedningen":
        return [f"{m}/direktor" for m in (*MUNICIPALITIES, REGION)]
    if forum == "samradet":
        presidia = [f"{b}/{o}" for b in _BOARDS for o in ("ordforande", "vice-ordforande")]
        return kso + [f"sr/{m}/1" for m in MUNICIPALITIES] + presidia
    if forum == "ordforandekretsen":
        boards = _BOARDS if day >= change else _BOARDS[:1]
        return kso + [f"{b}/ordforande" for b in boards]
    short = {"lakeforum": "lf", "fardforum": "ff", "bildningsforum": "bf"}[forum]
    return [seat for seat in _appointed() if seat.startswith(short)]


def _offices() -> list[str]:
    return (
        [f"{m}/kso" for m in MUNICIPALITIES]
        + [f"{m}/direktor" for m in (*MUNICIPALITIES, REGION)]
        + [f"{b}/{o}" for b in _BOARDS for o in ("ordforande", "vice-ordforande")]
    )


def _appointed() -> list[str]:
    themes = [
        f"{short}/{party}/{number}"
        for short in ("lf", "ff", "bf")
        for party in (*MUNICIPALITIES, REGION)
        for number in (1, 2)
    ]
    return [f"sr/{m}/1" for m in MUNICIPALITIES] + themes


def _party(seat: str) -> str:
    return next((part for part in seat.split("/") if part in (*MUNICIPALITIES, REGION)), REGION)
