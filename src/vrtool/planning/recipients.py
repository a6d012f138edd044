"""To whom the minutes go besides the parties, by the norms of the day."""

from __future__ import annotations

from vrtool.model.meeting import Meeting
from vrtool.planning.demands import DISPATCHED, Demands
from vrtool.rules.dispatch import Addressees


def concerned(demands: Demands, meeting: Meeting) -> tuple[str, ...]:
    """Those outside the parties whom matters on the agenda concern, where a norm sends the minutes
    to them (003, 2.3); else none.
    """
    asked = demands.set_by(DISPATCHED, Addressees, meeting.forum, meeting.date)
    if not any(norm.concerned for _, norm in asked):
        return ()
    register = demands.register
    keys = (key for item in meeting.items for key in item.all_matters)
    matters = [register.matters[key] for key in keys if key in register.matters]
    names = (name for matter in matters for name in matter.concerns)
    return tuple(dict.fromkeys(n for n in names if n not in register.structure.parties))
