"""What the tests of the workflows for GitHub share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.github import Host
from tests.workflows.proposals import fork_in


@pytest.fixture(name="fork")
def a_fork(tmp_path: Path) -> Path:
    """Someone's clone of a data repo, on a branch of its own."""
    return fork_in(tmp_path)


@pytest.fixture(name="host")
def a_host(fork: Path) -> Host:
    """The repo that was cloned, on its host."""
    return Host(fork.parent, fork.parent / "origin.git")
