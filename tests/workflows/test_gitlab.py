"""The pipelines for GitLab: well formed, run when they should; and the note one of them writes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.council import ROOT
from tests.workflows.gitlab import PUSH, REQUEST, pipeline
from tests.workflows.notes import MARK, ME, TOKEN, Host, host

STARTER = ROOT / "starters" / "shared" / ".gitlab-ci.yml"
OWN = ROOT / ".gitlab-ci.yml"


# Well formed


def _complaints(file: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", file],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout


@pytest.mark.parametrize("file", [STARTER, OWN], ids=["starter", "own"])
def test_the_pipeline_is_one_that_gitlab_knows(file: Path) -> None:
    assert _complaints(file) == ""


def test_what_gitlab_does_not_know_is_found(tmp_path: Path) -> None:
    spoilt = tmp_path / ".gitlab-ci.yml"
    spoilt.write_text(STARTER.read_text(encoding="utf-8").replace("when: always", "when: alltid"))
    assert "alltid" in _complaints(spoilt)


@pytest.mark.parametrize("file", [STARTER, OWN], ids=["starter", "own"])
def test_every_line_is_sound_shell(file: Path, tmp_path: Path) -> None:
    for name, job in pipeline(file).jobs.items():
        script = tmp_path / f"{name}.sh"
        script.write_text("\n".join(["#!/bin/bash", "set -eo pipefail", *job["script"]]))
        done = subprocess.run(
            [Path(sys.executable).parent / "shellcheck", script],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def test_this_repo_is_checked_as_a_new_one_but_for_where_vr_comes_from() -> None:
    own, starter = dict(pipeline(OWN).told), json.dumps(pipeline(STARTER).told)
    del own["test"]
    own["variables"] = {"VR_VERSION": "@VERSION@"}
    installing = {
        "vrtool==$VR_VERSION": "pip install --constraint constraints.txt .",
        "vrtool[documents]==$VR_VERSION": "pip install --constraint constraints.txt '.[documents]'",
    }
    for package, line in installing.items():
        starter = starter.replace(json.dumps(f'pip install "{package}"'), json.dumps(line))
    assert own == json.loads(starter)


# When


@pytest.mark.parametrize(
    ("variables", "jobs"),
    [
        (PUSH, ["check", "documents"]),
        ({**PUSH, "CI_OPEN_MERGE_REQUESTS": "rad!3"}, []),
        (REQUEST, ["check", "documents", "diff"]),
        ({**REQUEST, "CI_OPEN_MERGE_REQUESTS": "rad!3"}, ["check", "documents", "diff"]),
        ({**REQUEST, "VR_TOKEN": TOKEN}, ["check", "documents", "diff", "comment"]),
        ({**PUSH, "VR_TOKEN": TOKEN}, ["check", "documents"]),
        ({"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_TAG": "v1"}, []),
    ],
)
def test_a_change_is_tried_once(variables: dict[str, str], jobs: list[str]) -> None:
    assert pipeline(STARTER).run(variables) == jobs


# The note


@pytest.fixture(name="merge")
def a_merge_request() -> Iterator[Host]:
    with host() as told:
        yield told


@pytest.fixture(name="folder")
def a_folder_without_repo(tmp_path: Path) -> Path:
    """What the job has: what the job before it made, and nothing of the repo."""
    folder = tmp_path / "tom"
    folder.mkdir()
    (folder / "vr-diff.md").write_text(f"{MARK}\n### Två ändringar – åäö\n", encoding="utf-8")
    return folder


def test_the_note_is_written_once_and_then_changed(merge: Host, folder: Path) -> None:
    comment = pipeline(STARTER)
    for number in range(150):
        merge.note(author=1, body=f"Synpunkt {number}")
    first = comment.do("comment", folder, merge.variables)
    assert (first.code, first.log) == (0, "Kommentaren är skriven.\n")
    assert [*merge.bodies(ME).values()] == [f"{MARK}\n### Två ändringar – åäö\n"]
    (folder / "vr-diff.md").write_text(f"{MARK}\n### Ingen ändring.\n", encoding="utf-8")
    second = comment.do("comment", folder, merge.variables)
    assert (second.code, second.log) == (0, "Kommentaren är ändrad.\n")
    assert merge.bodies(ME) == {250: f"{MARK}\n### Ingen ändring.\n"}
    assert len(merge.notes) == 151
    assert {token for _, _, token in merge.asked} == {TOKEN}
    assert not [path for _, path, _ in merge.asked if TOKEN in path]


def test_what_others_have_written_is_left_alone(merge: Host, folder: Path) -> None:
    theirs = f"{MARK}\nSkriven av någon annan."
    merge.note(author=1, body=theirs)
    merge.note(author=ME, body=f"Märket {MARK} står inte först här.")
    assert pipeline(STARTER).do("comment", folder, merge.variables).code == 0
    assert merge.bodies(1) == {100: theirs}
    assert len(merge.bodies(ME)) == 2


@pytest.mark.parametrize(("method", "code"), [("GET", 401), ("POST", 403), ("PUT", 500)])
def test_a_host_that_refuses_gives_a_sentence(
    merge: Host, folder: Path, method: str, code: int
) -> None:
    if method == "PUT":
        merge.note(author=ME, body=MARK)
    merge.refuses[method] = code
    ended = pipeline(STARTER).do("comment", folder, merge.variables)
    assert ended.code == 1
    assert ended.log.startswith(f"Kommentaren kunde inte skrivas: GitLab svarade {code} ")
    assert TOKEN not in ended.log
    assert "Traceback" not in ended.log


def test_a_host_that_does_not_answer_gives_a_sentence(folder: Path) -> None:
    with host() as gone:
        variables = gone.variables
    ended = pipeline(STARTER).do("comment", folder, variables)
    assert ended.code == 1
    assert ended.log.startswith("Kommentaren kunde inte skrivas: <urlopen error")


def test_the_token_is_in_no_line_and_the_job_takes_nothing_of_the_repo() -> None:
    for job in (pipeline(STARTER).jobs, pipeline(OWN).jobs):
        assert "$VR_TOKEN" not in json.dumps([each["script"] for each in job.values()])
        assert job["comment"]["variables"] == {"GIT_STRATEGY": "none"}
        assert job["comment"]["needs"] == ["diff"]
        assert job["comment"]["allow_failure"] == "true"
