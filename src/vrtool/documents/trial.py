"""Trying the templates: over every record of a repo, and over text that is not well meant."""

from __future__ import annotations

import re
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import cycle
from typing import TYPE_CHECKING

from vrtool.documents import templates
from vrtool.documents.every import DOCUMENTS, Document
from vrtool.documents.hostile import HOSTILE
from vrtool.documents.made_up import NOTHING, Filling, made_up
from vrtool.documents.meta import Format, Meta
from vrtool.documents.render import render
from vrtool.documents.template_fault import TemplateFaultError
from vrtool.errors import CannotDo
from vrtool.text import did_you_mean, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from _typeshed import DataclassInstance

    from vrtool.planning.demands import Demands

MADE_UP = "påhittade uppgifter"
"""What a fault is found with where no record is behind it."""

LAYOUTS = {
    Format.HTML: "document.html",
    Format.DOCX: "reference.docx",
    Format.PDF: "document.typ",
}
_ENDING = ".md.j2"
_INCLUDED = re.compile(r"""\{%-?\s*(?:include|import|from|extends)\s+["']([^"']+)["']""")
_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)")
_HARMFUL_LINK = re.compile(r'(?:href|src)="\s*(?:javascript|data|vbscript|file):', re.IGNORECASE)
_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a template: its file, the line (0 where none is known), why, and what
    it was found with.
    """

    file: Path
    line: int
    reason: str
    found_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it: the faults, and how many documents the records gave."""

    faults: tuple[Fault, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class _Made:
    """A document as Markdown, with what it says of itself and the record behind it."""

    source: str
    meta: Meta
    about: str


def tried(demands: Demands, own: Path) -> Trial:
    """Try every template of the documents; those in the folder `own` win over the packaged ones.

    Each is filled with every record it fits, with made-up records that hold all there can be, or
    nothing, and with hostile text, which must stay text. Of each the fullest document is then made
    in every format. Raises CannotDo where pandoc, Jinja or Typst is missing.
    """
    trials = [_Trial(document, own) for document in DOCUMENTS]
    count = sum(trial.fill(demands) for trial in trials)
    with ThreadPoolExecutor() as pool:  # each waits for programs of its own
        list(pool.map(_Trial.try_hard, trials))
    found = [fault for trial in trials for fault in trial.faults()]
    return Trial((*_once(found), *_unused(own)), count)


class _Trial:
    """One document's template: what is found wrong with it, and the fullest document it gave."""

    def __init__(self, document: Document, own: Path) -> None:
        self._document = document
        self._folders = [own]
        self._found: dict[tuple[Path, int, str], list[str]] = defaultdict(list)
        plain = made_up(document.view, Filling(lambda _: "ord"))
        self._fullest = _Made("", document.meta(plain), MADE_UP)

    def faults(self) -> Iterator[Fault]:
        """What has been found, each fault once."""
        for (file, line, reason), found_with in self._found.items():
            yield Fault(file, line, reason, tuple(dict.fromkeys(found_with)))

    def fill(self, demands: Demands) -> int:
        """Fill it with every record, and with made-up ones; gives how many records there were."""
        known = list(self._document.samples(demands))
        for about, view in known:
            self._fill(view, about)
        for filling in (NOTHING, *_fillings(lambda _: "ord")):
            self._fill(made_up(self._document.view, filling), MADE_UP)
        return len(known)

    def _fill(self, view: DataclassInstance, about: str) -> None:
        source = self._filled(view, about)
        if len(source) > len(self._fullest.source):
            self._fullest = _Made(source, self._document.meta(view), about)

    def _filled(self, view: DataclassInstance, about: str) -> str:
        try:
            return templates.document(self._document.template, view, self._folders)
        except TemplateFaultError as fault:
            self._found[fault.file, fault.line, fault.reason].append(about)
        except CannotDo as error:
            self._found[self._file(), 0, str(error).rstrip(".")].append(about)
        return ""

    def _file(self) -> Path:
        return templates.find(self._document.template, self._folders)

    def try_hard(self) -> None:
        """What takes its time: hostile text, and the formats."""
        self._harm()
        self._lay_out_all()

    # Text that must stay text

    def _harm(self) -> None:
        """Put hostile text everywhere: it must stay text, and change nothing around it."""
        if self._found:
            return
        guilty = self._guilty(self._places())
        if self._found:
            return
        file = self._file()
        for way in guilty:
            line = _line_with(file, way.rpartition(".")[2])
            reason = f"text ur filerna ({way}) blir annat än text i dokumentet"
            self._found[file, line, reason].append(MADE_UP)

    def _guilty(self, ways: list[str]) -> list[str]:
        """The places where hostile text does not stay text, found by halving: each try is slow.

        All of them where only hostile text in several at once does harm.
        """
        if self._stands(ways):
            return []
        half = len(ways) // 2
        if not half:
            return ways
        return [*self._guilty(ways[:half]), *self._guilty(ways[half:])] or ways

    def _places(self) -> list[str]:
        """The way to every text there is in the view."""
        found: dict[str, None] = {}
        made_up(self._document.view, Filling(lambda way: found.setdefault(way) or "ord"))
        return list(found)

    def _stands(self, ways: list[str]) -> bool:
        """Whether the document is built alike with hostile and with harmless text in the places."""
        hostile = self._built(lambda text, way: text if way in ways else _harmless(text))
        if self._found:
            return True
        return _skeleton(hostile) == self._harmless_skeleton and not _HARMFUL_LINK.search(hostile)

    @cached_property
    def _harmless_skeleton(self) -> list[str]:
        return _skeleton(self._built(lambda text, _: _harmless(text)))

    def _built(self, text_at: Callable[[str, str], str]) -> str:
        """One page of HTML with the document once for every hostile text."""
        sources = [
            self._filled(made_up(self._document.view, filling), MADE_UP)
            for text in HOSTILE
            for filling in _fillings(partial(text_at, text), many=1)
        ]
        made = _Made("\n\n".join(sources), self._fullest.meta, MADE_UP)
        return self._rendered(Format.HTML, made).decode()

    # The formats

    def _lay_out_all(self) -> None:
        """Make the fullest document in every format, and one whose every text is hostile.

        What a template that is itself at fault does to them tells nothing of the layouts.
        """
        if any(file.name.endswith(_ENDING) for file, _, _ in self._found):
            return
        texts = cycle(HOSTILE)
        view = made_up(self._document.view, Filling(lambda _: next(texts)))
        hostile = _Made(self._filled(view, MADE_UP), self._document.meta(view), MADE_UP)
        for form in LAYOUTS:
            for made in (self._fullest, hostile):
                self._rendered(form, made)

    def _rendered(self, form: Format, made: _Made) -> bytes:
        """The document in a format; nothing where the layout is at fault."""
        try:
            return render(made.source, made.meta, [form], self._folders)[form]
        except TemplateFaultError as fault:
            self._found[fault.file, fault.line, fault.reason].append(made.about)
        except Exception as error:  # noqa: BLE001 - a layout can be any file, and break anything
            reason = str(error).rstrip(".") or type(error).__name__
            file = templates.find(LAYOUTS[form], self._folders)
            self._found[file, 0, reason].append(made.about)
        return b""


def _fillings(text: Callable[[str], str], many: int = 2) -> tuple[Filling, Filling]:
    """All there can be, once with every yes and once with every no."""
    return Filling(text, many=many), Filling(text, truth=False, many=many)


def _harmless(text: str) -> str:
    """Words where the text has some, with its paragraphs kept."""
    return _WORDS.sub("ord", text)


def _skeleton(page: str) -> list[str]:
    """The elements of a page, links left out: which addresses are followed depends on the text."""
    return [tag for tag in _TAG.findall(page) if tag not in {"a", "/a"}]


def _line_with(file: Path, name: str) -> int:
    """The first line of a template that prints the field; 0 where none names it."""
    lines = file.read_text(encoding="utf-8").split("\n")
    word = re.compile(rf"\b{name}\b")
    return next((number for number, line in enumerate(lines, 1) if word.search(line)), 0)


def _once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults of one place as one: a layout file, or one that is included, serves many documents."""
    by_place: dict[tuple[Path, int, str], list[str]] = defaultdict(list)
    for fault in faults:
        by_place[fault.file, fault.line, fault.reason] += fault.found_with
    for (file, line, reason), found_with in by_place.items():
        yield Fault(file, line, reason, tuple(dict.fromkeys(found_with)))


def _unused(own: Path) -> Iterator[Fault]:
    """Templates of one's own that no document is made by, nor any other template takes in."""
    known = [document.template for document in DOCUMENTS]
    files = sorted(own.rglob(f"*{_ENDING}"))
    packaged = [templates.find(name) for name in known]
    taken = {name for file in (*files, *packaged) for name in _INCLUDED.findall(_text(file))}
    for file in files:
        name = file.relative_to(own).as_posix()
        if name not in known and name not in taken:
            guess = did_you_mean(name, known) or f" Mallarna heter {join(sorted(known))}"
            yield Fault(file, 0, f"mallen används inte.{guess}", ())


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
