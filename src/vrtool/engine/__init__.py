"""Select the norms in force, run their rules, excuse, subsume, stamp and sort."""

from vrtool.engine.check import Outcome, check
from vrtool.engine.tally import Tally

__all__ = ["Outcome", "Tally", "check"]
