"""Two who change the records at once: what git joins is right, and what it cannot join is found."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.council import ROOT, Council
from tests.history.test_difference import git
from tests.repos import findings
from tests.scripted import Scripted
from vrtool.edit.formatting import format_records
from vrtool.register.kinds import Kind
from vrtool.schema.folder import stale, write
from vrtool.schema.kinds import NO_IDS

pytestmark = pytest.mark.slow

Edit: TypeAlias = Callable[[Council], None]

SHARED = ROOT / "starters" / "shared" / ".gitattributes"
MEETING = "meetings/or-2032-01.yaml"
SIMHALLAR = """\
    - id: simhallar
      title: Simhallarna
      purpose: [dialogue]
      minutes: 30
      presenters: [pia-exempel]
"""
BUSSAR = """\
    - id: bussar
      title: Bussarna över länsgränsen
      purpose: [dialogue]
      minutes: 10
      presenters: [pia-exempel]
"""
LAST = "    - id: ovriga-fragor\n      title: Övriga frågor\n      kind: standing\n"


@pytest.fixture(name="repo")
def a_repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """The fictional council in git, by the recipe of a new data repo."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    shutil.copyfile(SHARED, tmp_path / SHARED.name)
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path)
    return Council(tmp_path)


def _commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Ändring")


def _merged(repo: Council, ours: Edit, theirs: Edit, *settings: str) -> list[str]:
    """Two make an edit each, and the second is merged into the first; the files in conflict."""
    git(repo.root, "switch", "-q", "-c", "deras")
    theirs(repo)
    _commit(repo.root)
    git(repo.root, "switch", "-q", "main")
    ours(repo)
    _commit(repo.root)
    with suppress(subprocess.CalledProcessError):  # as git ends where there is a conflict
        git(repo.root, *settings, "merge", "-q", "--no-edit", "deras")
    merging = (repo.root / ".git" / "MERGE_HEAD").exists()
    assert merging != bool(git(repo.root, "log", "--merges", "--format=%H"))
    return git(repo.root, "diff", "--name-only", "--diff-filter=U").split()


def _change(path: str, old: str, new: str) -> Edit:
    return lambda repo: repo.change(path, old, new)


def _before(item: str, new: str) -> Edit:
    return _change(MEETING, f"    - id: {item}\n", f"{new}    - id: {item}\n")


def _holder(office: str, who: str, since: str, new: str) -> Edit:
    """Someone leaves an office, and another comes."""
    old = f"  {office}:\n    - who: {who}\n      from: 2031-01-01\n"
    left = f"{old}      to: {since}\n    - who: {new}\n      from: {since}\n"
    return _change("forums.yaml", old, left)


def _person(after: str, key: str) -> Edit:
    old = f"  {after}:\n"
    return _change("forums.yaml", old, f"  {key}:\n    name: Ny Person\n    party: testby\n{old}")


def _matter(number: str, name: str) -> Edit:
    text = f"id: {number}\ntitle: {name.title()}\ninitiator: testby\n"
    return lambda repo: repo.write(f"matters/{number}-{name}.yaml", text)


def _records(repo: Council) -> dict[str, str]:
    files = (repo.root / "data").rglob("*.yaml")
    return {file.name: file.read_text(encoding="utf-8") for file in files}


# What git joins


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(
            _before("ovriga-fragor", SIMHALLAR),
            _change("meetings/vr-2032-01.yaml", "minutes: 15", "minutes: 20"),
            id="two meetings",
        ),
        pytest.param(
            _before("skolskjuts", SIMHALLAR), _before("ovriga-fragor", BUSSAR), id="two new items"
        ),
        pytest.param(
            _change(MEETING, "upphandling av skolskjuts", "skolskjuts"),
            _change(MEETING, "minutes: 45", "minutes: 50"),
            id="two facts of an item",
        ),
        pytest.param(
            _holder("kladdstad/kso", "karin-exempel", "2031-12-01", "anna-exempel"),
            _holder("mallhammar/kso", "marta-exempel", "2031-12-01", "dag-exempel"),
            id="two offices",
        ),
        pytest.param(
            _person("folke-exempel", "ny-ett"), _person("pia-exempel", "ny-tva"), id="people"
        ),
        pytest.param(_matter("2032-003", "simhallar"), _matter("2032-004", "bussar"), id="matters"),
    ],
)
def test_what_two_have_changed_in_different_places_is_joined_without_a_word(
    repo: Council, ours: Edit, theirs: Edit, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one_after_the_other = Council(tmp_path_factory.mktemp("båda"))
    shutil.copytree(repo.root / "data", one_after_the_other.root / "data")
    for edit in (ours, theirs):
        edit(one_after_the_other)
    assert _merged(repo, ours, theirs) == []
    assert _records(repo) == _records(one_after_the_other)
    assert format_records(repo.root, [], check=True).changed == ()


def test_facts_on_one_line_clash_where_canonical_form_does_not(repo: Council) -> None:
    repo.change(MEETING, LAST, "    - {id: ovriga-fragor, title: Övrigt, kind: standing}\n")
    _commit(repo.root)
    ours = _change(MEETING, "title: Övrigt", "title: Övriga frågor")
    theirs = _change(MEETING, "kind: standing}", "kind: standing, minutes: 5}")
    assert _merged(repo, ours, theirs) == [f"data/{MEETING}"]


def test_line_ends_of_another_machine_are_no_change(repo: Council) -> None:
    git(repo.root, "config", "core.autocrlf", "true")  # as git is set up on Windows
    file = repo.root / "data" / MEETING

    def as_on_windows(council: Council) -> None:
        council.change(MEETING, "minutes: 45", "minutes: 50")
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert _merged(repo, as_on_windows, _before("ovriga-fragor", BUSSAR)) == []
    assert b"minutes: 50\n" in file.read_bytes()
    assert b"\r" not in file.read_bytes()


# What it cannot join


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_one_place_changed_by_two_is_found_at_its_line(
    repo: Council, capsys: pytest.CaptureFixture[str], style: str
) -> None:
    ours = _change(MEETING, "date: 2032-02-06", "date: 2032-02-07")
    theirs = _change(MEETING, "date: 2032-02-06", "date: 2032-02-13")
    settings = ("-c", f"merge.conflictStyle={style}")
    assert _merged(repo, ours, theirs, *settings) == [f"data/{MEETING}"]
    council, path = Scripted(repo.root, capsys), f"data/{MEETING}"
    told = council.vr(f"vr check {path}", 1).out
    assert f"{path}:{repo.line(MEETING, '<<<<<<<')}:1" in told
    assert "En olöst sammanslagning i git" in told
    assert "Behåll det som ska gälla" in told
    untouched = repo.read(MEETING)
    council.vr(f"vr fmt {path}", 1)
    assert repo.read(MEETING) == untouched
    repo.write(MEETING, _theirs(untouched))
    council.vr(f"vr check {path}")


def _theirs(text: str) -> str:
    """The text as the second of the two would have it."""
    return re.sub(r"<<<<<<<.*?=======\n(.*?)>>>>>>> \w+\n", r"\1", text, flags=re.DOTALL)


def test_one_number_from_two_is_found_and_mended(
    repo: Council, capsys: pytest.CaptureFixture[str]
) -> None:
    before = findings(repo.root)
    assert _merged(repo, _matter("2032-003", "simhallar"), _matter("2032-003", "bussar")) == []
    council = Scripted(repo.root, capsys)
    assert "VR008" in council.vr("vr check", 1).out
    council.vr("vr matter renumber 2032-003 --next --file 2032-003-bussar.yaml")
    assert (repo.root / "data/matters/2032-004-bussar.yaml").is_file()
    council.vr("vr check")
    assert findings(repo.root) == before


def test_one_number_and_one_file_name_from_two_clash(repo: Council) -> None:
    path = "matters/2032-003-simhallar.yaml"

    def matter(note: str) -> Edit:
        text = f"id: 2032-003\ntitle: Simhallar\ninitiator: testby\nnote: {note}\n"
        return lambda council: council.write(path, text)

    assert _merged(repo, matter("Vår."), matter("Deras.")) == [f"data/{path}"]
    assert any(f"data/{path}:{repo.line(path, '<<<<')}:1 " in line for line in findings(repo.root))


def test_schemas_that_clash_stay_whole_and_are_made_anew(repo: Council) -> None:
    folder = repo.root / "schemas"
    write(folder, [Kind.MATTER], NO_IDS)
    _commit(repo.root)
    (file,) = folder.iterdir()

    def other(text: str) -> Edit:
        return lambda council: council.write(f"../schemas/{file.name}", f'{{"title": "{text}"}}\n')

    assert _merged(repo, other("Vår"), other("Deras")) == [f"schemas/{file.name}"]
    assert json.loads(file.read_text(encoding="utf-8")) == {"title": "Vår"}
    write(folder, [Kind.MATTER], NO_IDS)
    assert stale(folder, [Kind.MATTER], NO_IDS) == []


# Why not by union


def test_union_would_make_of_two_items_what_nobody_has_written(repo: Council) -> None:
    (repo.root / ".gitattributes").write_text("*.yaml merge=union\n", encoding="utf-8")
    _commit(repo.root)
    before = findings(repo.root)
    ours, theirs = _before("ovriga-fragor", SIMHALLAR), _before("ovriga-fragor", BUSSAR)
    assert _merged(repo, ours, theirs) == []
    joined = repo.read(MEETING)
    assert SIMHALLAR not in joined
    assert findings(repo.root) == before


def test_by_the_recipe_the_same_two_items_clash_whatever_the_user_prefers(repo: Council) -> None:
    own = repo.root / ".git" / "egna"
    own.write_text("*.yaml merge=union\n", encoding="utf-8")
    git(repo.root, "config", "core.attributesFile", str(own))
    ours, theirs = _before("ovriga-fragor", SIMHALLAR), _before("ovriga-fragor", BUSSAR)
    assert _merged(repo, ours, theirs) == [f"data/{MEETING}"]


def _rules(text: str) -> set[str]:
    return {line for line in text.splitlines() if line and not line.startswith("#")}


def test_this_repo_and_the_handbook_give_the_same_recipe() -> None:
    recipe = _rules(SHARED.read_text(encoding="utf-8"))
    assert recipe <= _rules((ROOT / SHARED.name).read_text(encoding="utf-8"))
    handbook = (ROOT / "docs" / "handbok.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"^```text\n(\* text=.*?)^```", handbook, re.MULTILINE | re.DOTALL)
    assert _rules(told) == {rule for rule in recipe if not rule.endswith(" binary")}
