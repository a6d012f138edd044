"""Prepare the meetings of a council of cooperation: plain files in, checked agendas out."""

__version__ = "0.1.0"
