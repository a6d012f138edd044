"""Records that are spoilt in one thing, and others that are right and come near to them."""

from __future__ import annotations

from vrtool.register.kinds import Kind


def _meeting(**fields: object) -> dict[str, object]:
    return {"id": "ra-2031-01", "forum": "radet", "date": "2031-02-12", **fields}


def _with_item(**fields: object) -> dict[str, object]:
    return _meeting(agenda={"items": [{"id": "a", "title": "A", **fields}]})


def _tenure(**fields: object) -> dict[str, object]:
    return {"offices": {"alby/kso": [fields]}}


def _norm(**fields: object) -> dict[str, object]:
    norm = {"title": "T", "strength": "shall", "paragraph": "1", **fields}
    return {"id": "f", "name": "F", "short_name": "f", "in_force": {"from": "2031-01-01"},
            "norms": {"N": norm}}  # fmt: skip


def _with_outcome(**fields: object) -> dict[str, object]:
    return _with_item(outcome={"kind": "position", **fields})


def _answered(**fields: object) -> dict[str, object]:
    return {"id": "2031-001", "title": "T", "consultation": {"answers": {"alby": fields}}}


def _costs(level: dict[str, object], **fields: object) -> dict[str, object]:
    return {"id": "2031", "year": "2031", "unit": "tkr", "distribution": "by-population",
            "level": {"year": "2031", **level}, **fields}  # fmt: skip


def _population(**parties: str) -> dict[str, object]:
    return {"day": "2030-11-01", "parties": parties}


def _instalments(*days: str) -> dict[str, object]:
    return {"instalments": [{"due": day, "share": f"1/{len(days)}"} for day in days]}


def _forum(**fields: object) -> dict[str, object]:
    forum = {"short": "ra", "names": [{"name": "R", "short_name": "r"}], **fields}
    return {"name": "N", "secretariat": "alby", "party_kinds": {}, "parties": {}, "offices": {},
            "terms": [], "forums": {"radet": forum}}  # fmt: skip


def _process(norm: dict[str, object], **step: object) -> dict[str, object]:
    told = {"title": "T", "strength": "shall", "paragraph": "1", "unchecked": "y", **norm}
    return {"id": "p", "name": "P", "short_name": "p", "norms": {"N": told},
            "phases": [{"id": "f", "name": "F"}],
            "steps": [{"id": "s", "name": "S", "phase": "f", **step}]}  # fmt: skip


TOTALS: dict[str, object] = {"totals": {"kommun": "1200"}}
PAID: dict[str, object] = {"paid": {"alby": "600"}, "paid_in": "2030"}
RESERVED: dict[str, object] = {"reservations": [{"who": "anna"}]}

SPOILT: list[tuple[Kind, dict[str, object]]] = [
    (Kind.MATTER, _answered(no_views="true", stance="opposes")),
    (Kind.MEETING, _with_outcome(consensus="true", **RESERVED)),
    (Kind.COSTS, _costs({})),
    (Kind.COSTS, _costs({**TOTALS, **PAID})),
    (Kind.COSTS, _costs({**TOTALS, "paid_in": "2030"})),
    (Kind.COSTS, _costs({"paid": PAID["paid"]})),
    (Kind.COSTS, _costs(TOTALS, distribution="as-paid")),
    (Kind.COSTS, _costs(TOTALS, population=_population())),
    (Kind.COSTS, _costs(TOTALS, population=_population(alby="12,5"))),
    (Kind.COSTS, _costs(TOTALS, **_instalments("02-29"))),
    (Kind.COSTS, _costs(TOTALS, **_instalments("04-31"))),
    (Kind.STRUCTURE, _forum(established_at="ra-2031-01", established_by={"body": "R"})),
    (Kind.STRUCTURE, _forum(closed_at="ra-2031-01")),
    (Kind.STRUCTURE, _forum(complete={"meetings": ["2031-02-30/2031-12-31"]})),
    (Kind.PROCESS, _process({}, consultation="true", parts={"a": "A"})),
    (Kind.PROCESS, _process({"phase": "held"})),
    (Kind.PROCESS, _process({"replaces": ["M"]})),
    (Kind.PROCESS, _process({"applies": {"forums": ["radet"]}})),
    (Kind.ROSTERS, _tenure(who="anna", seen=["2031-01-01"], **{"from": "2031-01-01"})),
    (Kind.ROSTERS, _tenure(who="anna", seen=["2031-01-01"], to="2031-01-01")),
    (Kind.MEETING, {"forum": "radet", "date": "2031-02-12"}),
    (Kind.MEETING, _meeting(colour="red")),
    (Kind.MEETING, _meeting(date="12 februari")),
    (Kind.MEETING, _meeting(date="2031-02-30")),
    (Kind.MEETING, _meeting(date="1831-02-12")),
    (Kind.MEETING, _meeting(date=["2031-02-12"])),
    (Kind.MEETING, _meeting(hours="13–15")),
    (Kind.MEETING, _meeting(hours={"monday": "13:00–15:00"})),
    (Kind.MEETING, _meeting(mode="phone")),
    (Kind.MEETING, _meeting(link="exempel.se")),
    (Kind.MEETING, _meeting(public="yes")),
    (Kind.MEETING, _meeting(topics="skola")),
    (Kind.MEETING, _meeting(forum="Rådet")),
    (Kind.MEETING, _meeting(notice={"officials": {"people": ["anna"]}})),
    (Kind.MEETING, _meeting(notice={"sent": {"to": ["alby"]}})),
    (Kind.MEETING, _with_item(title="")),
    (Kind.MEETING, _with_item(title=None)),
    (Kind.MEETING, _with_item(purpose=["decide"])),
    (Kind.MEETING, _with_item(purpose="position")),
    (Kind.MEETING, _with_item(start="25:00")),
    (Kind.MEETING, _with_item(minutes="0x10")),
    (Kind.MEETING, _with_item(year=1066)),
    (Kind.MEETING, _with_item(presenters=[{"who": "anna", "name": "Anna"}])),
    (Kind.MEETING, _with_item(presenters=[{}])),
    (Kind.MEETING, _with_item(outcome={"kind": "noted", "reservations": [{"text": "Nej"}]})),
    (Kind.ROSTERS, _tenure(who="anna")),
    (Kind.ROSTERS, _tenure(**{"from": "2031-01-01"})),
    (Kind.ROSTERS, _tenure(who="anna", vacant="true", seen=["2031-01-01"])),
    (Kind.ROSTERS, {"offices": {"Alby KSO": []}}),
    (Kind.WORKING_FORMS, _norm()),
    (Kind.WORKING_FORMS, _norm(rule="x", unchecked="y")),
    (Kind.CONTACTS, {"parties": {"alby": {"to": []}}}),
    (Kind.CONTACTS, {"parties": {"alby": {"to": ["Anna Ek"]}}}),
    (Kind.YEAR_WHEEL, {"id": "2031", "year": "2031", "parts": {"a": [{"id": "b", "title": "B",
                                                                      "months": "1"}]}}),
    (Kind.REQUESTS, {"requests": {"b": {"forum": "r", "date": "2031-02-12", "by": []}}}),
]  # fmt: skip
"""What neither the model nor the schema of its kind takes."""

TAKEN: list[tuple[Kind, dict[str, object]]] = [
    (Kind.MEETING, _meeting()),
    (Kind.MATTER, _answered(no_views="true", stance="supports")),
    (Kind.MATTER, _answered(no_views="false", stance="opposes")),
    (Kind.MEETING, _with_outcome(consensus="false", **RESERVED)),
    (Kind.MEETING, _with_outcome(consensus="true", reservations=None)),
    (Kind.COSTS, _costs(TOTALS, population=_population(alby="12 500,0", berga="1"))),
    (Kind.COSTS, _costs(PAID, distribution="as-paid", **_instalments("02-28", "10-31"))),
    (Kind.STRUCTURE, _forum(closed_at="ra-2031-01", to="2032-02-29", established_at="ra-1")),
    (Kind.PROCESS, _process({"applies": {"forums": []}, "replaces": None}, parts={"a": "A"})),
    (Kind.PROCESS, _process({}, consultation="true", parts=None)),
    (Kind.ROSTERS, _tenure(who="anna", seen=["2031-01-01"], to=None)),
    (Kind.MEETING, _meeting(hours="9.00 - 10.30", notice={"officials": "all"})),
    (Kind.MEETING, _meeting(notice={"officials": None, "sent": "2031-02-05"})),
    (Kind.MEETING, _with_item(presenters=["anna", {"name": "Bo"}])),
    (Kind.MEETING, _with_item(papers=["A", {"title": "B"}])),
    (Kind.MEETING, _with_item(papers_sent={"date": "2031-02-01", "to": "all"}, start="9.30")),
    (Kind.MATTER, {"id": "2031-001", "title": "true", "consultation": {
        "asked": "all",
        "answers": {"a": "no-views", "b": "answered", "c": "2031-01-01", "d": {}},
        "points": [{"id": "p", "section": "1", "from": ["alby", "En grupp"], "view": "V"}]}}),
    (Kind.ROSTERS, _tenure(vacant="true", **{"from": "2031-01-01"})),
    (Kind.ROSTERS, {"people": None, "offices": {"alby/kso": None}}),
]  # fmt: skip
"""Short ways of writing, and what comes near to one of the spoilt ones."""
