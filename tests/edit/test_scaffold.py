"""A new data repo: whole, clean and usable from the first moment, and nothing half made."""

from __future__ import annotations

import errno
import json
import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

import vrtool
from tests.repos import line, outcome
from vrtool.diagnostic import Severity
from vrtool.edit import scaffold
from vrtool.edit.lock import LOCK
from vrtool.edit.meaning import value_at
from vrtool.edit.scaffold import new_repo
from vrtool.edit.starters import starters, starters_folder
from vrtool.errors import CannotDo, WrongUsage
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.rosters import SeatState, roster_on
from vrtool.yamlio import Data, read_bytes, read_path

ROOT = Path(__file__).parents[2]
NAMES = sorted(starters())
TODAY = date(2026, 5, 4)


def _made(folder: Path, structure: str = "tom", name: str | None = None) -> Path:
    new_repo(folder, structure, name, TODAY)
    return folder


def _register(root: Path) -> Register:
    loaded = load(root)
    assert loaded.troubles == ()
    assert loaded.register is not None
    return loaded.register


def test_there_is_something_to_start_from() -> None:
    assert len(NAMES) >= 3
    assert all(each.title for each in starters().values())


@pytest.mark.parametrize("structure", NAMES)
def test_a_new_repo_checks_clean_and_names_no_record_it_lacks(
    tmp_path: Path, structure: str
) -> None:
    root = _made(tmp_path / "ny", structure)
    assert [line(finding) for finding in outcome(root).findings] == []
    register = _register(root)
    assert [*register.matters, *register.meetings] == []
    assert register.working_forms
    assert register.rosters.people == {}


@pytest.mark.parametrize("structure", NAMES)
def test_every_seat_is_there_and_vacant_or_only_offered(tmp_path: Path, structure: str) -> None:
    register = _register(_made(tmp_path / "ny", structure))
    rulebook = Rulebook(register)
    rosters = [roster_on(register, rulebook, forum, TODAY) for forum in register.structure.forums]
    seats = [seat for roster in rosters for seat in roster.everyone]
    assert seats
    assert {s.state for s in seats if not s.seat.offered} == {SeatState.VACANT}
    assert {s.state for s in seats if s.seat.offered} <= {SeatState.UNKNOWN}
    assert all(
        office in register.rosters.offices
        for roster in rosters
        for office in roster.composition.presidium
    )


@pytest.mark.parametrize("structure", NAMES)
def test_the_originals_are_taken_as_they_are_but_for_what_is_left_out(
    tmp_path: Path, structure: str
) -> None:
    root, chosen = _made(tmp_path / "ny", structure), starters()[structure]
    source = starters_folder() / structure / chosen.records
    for part in chosen.take:
        for file in sorted((source / part).rglob("*.yaml")) or [source / part]:
            original = file.read_text(encoding="utf-8").splitlines()
            taken = (root / "data" / file.relative_to(source)).read_text(encoding="utf-8")
            left = iter(original)
            assert all(each in left for each in taken.splitlines())
            assert len(taken.splitlines()) > len(original) * 0.6


@pytest.mark.parametrize("structure", NAMES)
def test_what_a_starter_leaves_out_is_there_to_leave_out(structure: str) -> None:
    chosen = starters()[structure]
    source = starters_folder() / structure / chosen.records
    for path, entries in chosen.leave_out.items():
        data = read_path(source / path).data
        for entry in entries:
            assert value_at(data, scaffold._pointer(data, entry.split("/"))) is not None
    texts = [file.read_text(encoding="utf-8") for file in source.rglob("*.yaml")]
    for word in chosen.comments_left_out:
        assert any(re.search(f"#.*{word}", text) for text in texts), word


def test_a_comment_about_the_originals_records_is_left_out_and_the_others_stay(
    tmp_path: Path,
) -> None:
    for structure in NAMES:
        root = _made(tmp_path / structure, structure)
        texts = [file.read_text(encoding="utf-8") for file in root.rglob("*.yaml")]
        words = starters()[structure].comments_left_out
        assert not [word for word in words for text in texts if re.search(f"#.*{word}", text)]
        assert sum(text.count("# ") for text in texts) > 5


def test_everything_shared_is_there_and_reads(tmp_path: Path) -> None:
    made = new_repo(tmp_path / "ny", "tom", "Norra rådet: & Co", TODAY)
    root = tmp_path / "ny"
    assert made == sorted(p.relative_to(root) for p in root.rglob("*") if p.is_file())
    shared = starters_folder() / "shared"
    assert {p.relative_to(shared) for p in shared.rglob("*") if p.is_file()} < set(made)
    texts = {path: (root / path).read_text(encoding="utf-8") for path in made}
    assert not [path for path, text in texts.items() if re.search("@[A-Z]+@", text)]
    assert texts[Path("README.md")].startswith("# Norra rådet: & Co\n")
    assert _register(root).structure.name == "Norra rådet: & Co"
    json.loads(texts[Path(".vscode/settings.json")])
    ignored = texts[Path(".gitignore")].splitlines()
    assert {"build/", LOCK, ".*.tmp"} <= set(ignored)


def test_the_checks_of_every_change_run_vr_check_of_this_version(tmp_path: Path) -> None:
    root = _made(tmp_path / "ny")
    for name, job, extra, command in (
        ("vr.yml", "check", "", "vr check --format github"),
        ("vr.yml", "documents", "[documents]", "vr agenda build --coming --draft"),
        ("vr-diff.yml", "diff", "", 'vr diff "$BASE...$HEAD" --format markdown'),
    ):
        workflow = _yaml(root / ".github/workflows" / name)
        assert workflow["env"] == {"VR_VERSION": vrtool.__version__}
        steps = value_at(workflow, ("jobs", job, "steps"))
        assert isinstance(steps, list)
        runs = [str(step["run"]) for step in steps if isinstance(step, dict) and "run" in step]
        assert runs[0] == f'python -m pip install "vrtool{extra}==$VR_VERSION"'
        assert [run for run in runs if command in run]


def test_other_ways_to_try_a_change_take_this_version_too(tmp_path: Path) -> None:
    root = _made(tmp_path / "ny")
    pipeline = _yaml(root / ".gitlab-ci.yml")
    assert pipeline["variables"] == {"VR_VERSION": vrtool.__version__}
    for job in ("check", "documents", "diff"):
        line = value_at(pipeline, (job, "script", 0))
        assert re.fullmatch(r'pip install "vrtool(\[documents\])?==\$VR_VERSION"', str(line))
    hooks = value_at(_yaml(root / ".pre-commit-config.yaml"), ("repos", 0, "hooks"))
    assert isinstance(hooks, list)
    taken = [value_at(hook, ("additional_dependencies",)) for hook in hooks]
    assert taken == [[f"vrtool=={vrtool.__version__}"]] * 3


def _yaml(file: Path) -> dict[str, Data]:
    document = read_bytes(file.read_bytes())
    assert document.faults == ()
    return document.data


@pytest.mark.parametrize("structure", NAMES)
def test_the_meeting_of_the_readme_can_be_pasted(tmp_path: Path, structure: str) -> None:
    root = _made(tmp_path / "ny", structure)
    readme = (root / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n# (data/meetings/\S+)\n(.*?)```", readme, re.DOTALL)
    assert found
    (root / found[1]).write_text(found[2], encoding="utf-8")
    assert [f for f in outcome(root).findings if f.severity is Severity.ERROR] == []
    assert len(_register(root).meetings) == 1


def test_the_files_the_readme_tells_of_exist(tmp_path: Path) -> None:
    root = _made(tmp_path / "ny")
    readme = (root / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([^`]+)`", readme, re.MULTILINE)
    assert len(named) > 6
    assert [path for path in named if not (root / path).exists()] == []


def test_what_is_in_the_way_is_named_and_kept(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"fil{number}").write_text("min", encoding="utf-8")
    with pytest.raises(CannotDo, match=r"är inte tom: där finns fil0, .*, fil4 och 2 till\."):
        _made(tmp_path)
    assert len([*tmp_path.iterdir()]) == 7
    with pytest.raises(CannotDo, match="är ingen mapp"):
        _made(tmp_path / "fil0")
    (tmp_path / "lank").symlink_to("ingenstans")
    with pytest.raises(CannotDo, match="är ingen mapp"):
        _made(tmp_path / "lank")


def test_an_empty_folder_or_one_with_only_git_will_do(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref", encoding="utf-8")
    assert outcome(_made(tmp_path)).findings == ()
    assert (tmp_path / ".git" / "HEAD").read_text(encoding="utf-8") == "ref"
    assert not [*tmp_path.glob(".vr-init*")]


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    assert outcome(_made(tmp_path / "a" / "b" / "c")).findings == ()
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_repo_inside_another_is_refused(tmp_path: Path) -> None:
    outer = _made(tmp_path / "yttre")
    for inner in (outer / "ny", outer / "data" / "meetings" / "ny"):
        with pytest.raises(CannotDo, match=r"ligger i datarepot \S+yttre\."):
            _made(inner)
        assert not inner.exists()
    with pytest.raises(CannotDo, match="är inte tom"):
        _made(outer)


def test_an_unknown_structure_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match=r"ingen struktur ”tomm”\. Menade du tom\?") as caught:
        _made(tmp_path / "ny", "tomm")
    assert all(f"  {name}: " in str(caught.value) for name in NAMES)
    assert [*tmp_path.iterdir()] == []
    assert outcome(_made(tmp_path / "ny", "Tom")).findings == ()


@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    folder = tmp_path / "ny"
    if there:
        folder.mkdir()
    plain = Path.replace
    calls: list[Path] = []

    def replace(self: Path, target: Path) -> Path:
        if ".tmp" not in str(target):  # moved to its place
            calls.append(self)
            if len(calls) == (4 if there else 1):
                raise OSError(errno.ENOSPC, "No space left on device")
        return plain(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotDo, match=r"ny kan inte skrivas \(No space left on device\)"):
        _made(folder)
    assert [*tmp_path.rglob("*")] == ([folder] if there else [])


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("vrtool.edit.scaffold.vacant_rosters", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _made(tmp_path / "ny")
    assert [*tmp_path.iterdir()] == []


def test_the_term_of_the_day_decides_from_when_seats_are_vacant(tmp_path: Path) -> None:
    for today, first in ((date(2024, 1, 1), "2023"), (date(2028, 1, 1), "2027")):
        folder = tmp_path / first
        new_repo(folder, "tom", None, today)
        text = (folder / "data/forums.yaml").read_text(encoding="utf-8")
        assert set(re.findall(r"from: (\S+)", text)) == {f"{first}-01-01"}
    new_repo(tmp_path / "sent", "tom", None, date(2050, 1, 1))
    assert "from: 2027-01-01" in (tmp_path / "sent/data/forums.yaml").read_text(encoding="utf-8")


def test_what_starters_take_is_shipped_at_the_same_places() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    packed = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    for name, chosen in starters().items():
        for part in chosen.take:
            file = (starters_folder() / name / chosen.records / part).resolve()
            path = file.relative_to(ROOT).as_posix()
            inside = [key for key in shipped if path == key or path.startswith(f"{key}/")]
            assert inside, path
            assert all(shipped[key] == f"vrtool/{key}" for key in inside)
            assert any(path == key or path.startswith(f"{key}/") for key in packed), path


def test_an_installed_package_has_its_starters_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "vrtool"
    shutil.copytree(ROOT / "starters" / "tom", package / "starters" / "tom")
    shutil.copytree(ROOT / "starters" / "shared", package / "starters" / "shared")
    monkeypatch.setattr(vrtool, "__file__", str(package / "__init__.py"))
    assert list(starters()) == ["tom"]
    assert outcome(_made(tmp_path / "ny")).findings == ()
