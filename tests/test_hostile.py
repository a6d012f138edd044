"""Hostile and unlucky files in a repo: each a finding at its place, and nothing else is lost."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.council import ROOT, Council, copied
from vrtool.cli.app import main
from vrtool.diagnostic import Location
from vrtool.engine import check
from vrtool.register.load import load
from vrtool.report.findings import reportable
from vrtool.report.machine import as_json, github
from vrtool.report.text import short, text

pytestmark = pytest.mark.slow

NEW = "meetings/bg-2031-01.yaml"
HEAD = "id: bg-2031-01\nforum: beredningsgruppen\ndate: 2031-03-14\n"
FILES = [path.relative_to(ROOT / "data").as_posix() for path in (ROOT / "data").rglob("*.yaml")]


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return copied(tmp_path)


def _laughs() -> str:
    lines = ["a0: &a0 [ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(lines)


BAD_FILES = {
    "NUL": (HEAD + "place: a\0b\n", "VR002", 4),
    "empty": ("", "VR002", 1),
    "only a comment": ("# inget här\n", "VR002", 1),
    "only a list": ("- id: bg-2031-01\n", "VR002", 1),
    "duplicate key": (HEAD + "forum: varmlandsradet\n", "VR004", 4),
    "python object": (HEAD + "place: !!python/object/apply:os.abort []\n", "VR003", 4),
    "own tag": (HEAD + "place: !x y\n", "VR003", 4),
    "anchor": (HEAD + "place: &a b\n", "VR003", 4),
    "merge key": (HEAD + "<<: {place: Residenset}\n", "VR003", 4),
    "deep nesting": (HEAD + "place: " + "[" * 10_000, "VR002", 4),
    "unclosed": (HEAD + "place: [a\n", "VR002", 4),
    "conflict": ("<<<<<<< HEAD\n" + HEAD + "=======\n>>>>>>> gren\n", "VR002", 1),
    "a day that is not": (HEAD.replace("03-14", "02-29"), "VR005", 3),
    "a list for a text": (HEAD + "place: [a, b]\n", "VR005", 4),
    "unknown field": (HEAD + "plats: Residenset\n", "VR005", 4),
    "field missing": ("id: bg-2031-01\nforum: beredningsgruppen\n", "VR005", 1),
    "name and id disagree": (HEAD.replace("bg-2031-01", "bg-2031-02"), "VR111", 1),
    "unknown forum": (HEAD.replace("beredningsgruppen", "okänt"), "VR005", 2),
    "forum that is not": (HEAD.replace("beredningsgruppen", "beredning"), "VR101", 2),
}


def _first(council: Council) -> tuple[str, str, int]:
    """The first new finding, all of which must be about the new file."""
    found = council.new_findings()
    assert {finding.location.path for finding in found} == {f"data/{NEW}"}
    assert all(finding.message and finding.help for finding in found if finding.code < "VR005")
    first = min(found, key=lambda finding: finding.code)
    return first.code, first.location.path, first.location.line


@pytest.mark.parametrize(("content", "code", "line"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_is_a_finding_and_the_others_stay(
    council: Council, content: str, code: str, line: int
) -> None:
    council.write(NEW, content)
    assert _first(council) == (code, f"data/{NEW}", line)
    assert main(["--root", str(council.root), "check"]) == 1


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (HEAD.encode() + "place: Årjäng\n".encode("cp1252"), 4),
        (HEAD.encode("utf-16"), 1),
        (b"\xff\xfe\x00", 1),
        (HEAD.encode() + b"place: \xed\xa0\x80\n", 4),
    ],
    ids=["cp1252", "utf-16", "three bytes", "half a pair"],
)
def test_bytes_that_are_not_utf8(council: Council, raw: bytes, line: int) -> None:
    (council.root / "data" / NEW).write_bytes(raw)
    assert _first(council) == ("VR001", f"data/{NEW}", line)
    assert main(["--root", str(council.root), "check"]) == 1


@pytest.mark.parametrize("name", ["vr-2019-00", "vr-2019-01-kopia"])
def test_two_records_with_one_id(council: Council, name: str) -> None:
    council.write(f"meetings/{name}.yaml", council.read("meetings/vr-2019-01.yaml"))
    assert main(["--root", str(council.root), "check"]) == 1
    (double,) = [finding for finding in council.check().findings if finding.code == "VR008"]
    places = {double.location.path, *(at.path for at, _ in double.related)}
    assert places == {f"data/meetings/{name}.yaml", "data/meetings/vr-2019-01.yaml"}


def test_a_billion_laughs_ends_at_once(council: Council) -> None:
    council.write(NEW, _laughs())
    assert _first(council) == ("VR003", f"data/{NEW}", 1)


def test_a_folder_named_like_a_file(council: Council) -> None:
    (council.root / "data" / NEW).mkdir()
    assert _first(council) == ("VR006", f"data/{NEW}", 1)
    assert main(["--root", str(council.root), "check"]) == 1


def test_a_ring_of_matters(council: Council) -> None:
    for one, other in (("1", "2"), ("2", "3"), ("3", "1")):
        council.write(
            f"matters/2031-00{one}-ring.yaml",
            f"id: 2031-00{one}\ntitle: Ring {one}\ninitiator: arvika\ncontinues: 2031-00{other}\n",
        )
    assert {norm for norm, _, _ in council.new()} == {"VR102"}
    assert main(["--root", str(council.root), "check"]) == 1


@pytest.mark.parametrize(
    "file",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "attachments/../../../etc/passwd",
        "attachments\\\\..\\\\x.pdf",
        "attachments/finns-inte.pdf",
        "structure.yaml",
        "attachments",
        "attachments/",
        "http://exempel.se/x.pdf",
    ],
)
def test_an_attachment_that_is_not_there_or_not_ours(council: Council, file: str) -> None:
    item = f'{{id: a, title: A, papers: [{{title: P, file: "{file}"}}]}}'
    council.write(NEW, f"{HEAD}known: items\nagenda:\n  items:\n    - {item}\n")
    assert _first(council) == ("VR131", f"data/{NEW}", 7)


@pytest.mark.parametrize(
    "title",
    [
        "**fet** [länk](javascript:x) `kod` # rubrik",
        "<script>alert(1)</script>&amp;",
        "#panic() $x^2$ @ref",
        "{{ 7 * 7 }} {% for x in y %} {# #}",
        "=HYPERLINK(1)",
        "BEGIN:VALARM",
        "😀👩‍👩‍👧 a\u0301\u200f مرحبا",
        "%s %(x)s {0} {title}",
        "ord " * 5_000,
    ],
)
def test_a_title_is_only_a_title(
    council: Council, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    item = f'{{id: a, title: "{quoted}", purpose: [position]}}'
    council.write(NEW, f"{HEAD}agenda: {{items: [{item}]}}\n")
    for form in ("text", "short", "json", "github"):
        assert main(["--root", str(council.root), "check", "--format", form]) == 1
        written = capsys.readouterr()
        assert "VR103" in written.out
        assert not written.err


@pytest.mark.parametrize(
    "name", ["😀 möte.yaml", "a\u202eb.yaml", "a\nb.yaml", "-x.yaml", ".x.yaml~"]
)
def test_any_file_name_can_be_reported(
    council: Council, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    council.write(f"meetings/{name}", HEAD)
    code = main(["--root", str(council.root), "check", "--format", "short"])
    lines = capsys.readouterr().out.splitlines()
    hidden = name.startswith(".")
    assert code == (0 if hidden else 1)
    assert len(lines) == (4 if hidden else 5)


@pytest.mark.parametrize("change", ["crlf", "bom", "decomposed"])
def test_files_from_other_systems_read_alike(council: Council, change: str) -> None:
    for path in FILES:
        text_ = council.read(path)
        if change == "decomposed":
            text_ = unicodedata.normalize("NFD", text_)
        raw = text_.encode("utf-8-sig" if change == "bom" else "utf-8")
        if change == "crlf":
            raw = raw.replace(b"\n", b"\r\n")
        (council.root / "data" / path).write_bytes(raw)
    assert council.new() == []


@pytest.mark.parametrize(
    "path",
    [
        "structure.yaml",
        "forums.yaml",
        *(f"working-forms/{name}.yaml" for name in ("samverkansavtal-2019", "arbetsformer-2022")),
    ],
)
@pytest.mark.parametrize("content", ["", "id: [", "name: x\n", None])
def test_what_all_else_rests_on_is_missing_or_broken(
    council: Council, capsys: pytest.CaptureFixture[str], path: str, content: str | None
) -> None:
    file = council.root / "data" / path
    if content is None:
        file.unlink()
    else:
        council.write(path, content)
    council.write(NEW, "id: [")
    assert main(["--root", str(council.root), "check", "--format", "short"]) == 1
    out = capsys.readouterr().out
    assert f"data/{NEW}:1:" in out
    if content is not None:
        assert f"data/{path}:1:" in out
    assert "VR901" not in out


MUTATED = st.lists(
    st.tuples(
        st.integers(0, 20_000),
        st.integers(0, 6),
        st.one_of(
            st.binary(max_size=3),
            st.sampled_from(
                [
                    b":",
                    b"- ",
                    b"\n",
                    b"  ",
                    b"[",
                    b"{",
                    b"'",
                    b'"',
                    b"#",
                    b"null",
                    b"&a",
                    b"0",
                    b"9",
                ]
            ),
        ),
    ),
    min_size=1,
    max_size=4,
)


def _mutate(raw: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    for where, removed, added in edits:
        at = where % (len(raw) + 1)
        raw = raw[:at] + added + raw[at + removed :]
    return raw


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(path=st.sampled_from(FILES), edits=MUTATED)
def test_no_change_to_the_councils_files_breaks_the_check(
    tmp_path_factory: pytest.TempPathFactory, path: str, edits: list[tuple[int, int, bytes]]
) -> None:
    root = tmp_path_factory.mktemp("muterat")
    copied(root)
    file = root / "data" / path
    file.write_bytes(_mutate(file.read_bytes(), edits))
    loaded = load(root)
    outcome = check(loaded)
    assert not [finding for finding in outcome.findings if finding.code == "VR901"]
    for finding in outcome.findings:
        assert finding.location >= Location("")
        assert finding.message
    made = reportable(loaded, outcome)
    for write in (text, short, as_json, github):
        assert isinstance(write(made), str)
