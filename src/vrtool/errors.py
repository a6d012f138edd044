"""The few exceptions that mean the job cannot be done.

What is wrong in the data is a finding, never an exception: everything else is still checked.
"""


class CannotDo(Exception):
    """The job cannot be done at all (exit 3): no data repo, unreadable file, missing program.

    The message is Swedish, one sentence on what is wrong and one on what to do.
    """


class WrongUsage(Exception):
    """What was asked for cannot be understood (exit 2): an unknown meeting, code or format."""
