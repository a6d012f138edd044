"""A host with a merge request and its notes, as far as writing one note there needs."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "glpat-hemligt"  # noqa: S105 - of a host that is made up
ME = 7
MARK = "<!-- vr-diff -->"
_NOTES = re.compile(r"/api/v4/projects/42/merge_requests/3/notes(?:/(\d+))?")


@dataclass
class Host:
    """The notes there are, and the requests that came: method, path and token."""

    address: str = ""
    notes: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    refuses: dict[str, int] = field(default_factory=dict)
    """The code by which a method is refused."""

    def note(self, author: int, body: str) -> int:
        """Somebody writes a note; its id."""
        number = 100 + len(self.notes)
        self.notes.append({"id": number, "author": {"id": author}, "body": body})
        return number

    def bodies(self, author: int) -> dict[int, str]:
        """What somebody's notes say, by id."""
        return {n["id"]: n["body"] for n in self.notes if n["author"]["id"] == author}

    @property
    def variables(self) -> dict[str, str]:
        """What a job is told of the merge request."""
        return {
            "CI_API_V4_URL": f"{self.address}/api/v4",
            "CI_MERGE_REQUEST_PROJECT_ID": "42",
            "CI_MERGE_REQUEST_IID": "3",
            "VR_TOKEN": TOKEN,
            "VR_TOUCHED": "1",
        }


class _Server(ThreadingHTTPServer):
    told = Host()


class _Answers(BaseHTTPRequestHandler):
    @property
    def told(self) -> Host:
        assert isinstance(self.server, _Server)
        return self.server.told

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/api/v4/user":
            return self._give("GET", {"id": ME})
        assert _NOTES.fullmatch(address.path)
        asked = parse_qs(address.query)
        first, size = int(asked["page"][0]) - 1, int(asked["per_page"][0])
        left = self.told.notes[first * size :]
        return self._give("GET", left[:size], str(first + 2) if left[size:] else "")

    def do_POST(self) -> None:
        body = self._body()
        self._give("POST", lambda: {"id": self.told.note(ME, body)})

    def do_PUT(self) -> None:
        found = _NOTES.fullmatch(self.path)
        assert found
        body = self._body()
        (note,) = [n for n in self.told.notes if n["id"] == int(found[1])]
        self._give("PUT", lambda: note.update(body=body))

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""

    def _body(self) -> str:
        assert self.headers["Content-Type"] == "application/json"
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert [*sent] == ["body"]
        return str(sent["body"])

    def _give(self, method: str, answer: object, more: str = "") -> None:
        """Answer, with what calling the answer gives, unless the method is refused."""
        self.told.asked.append((method, self.path, self.headers["PRIVATE-TOKEN"]))
        if code := self.told.refuses.get(method):
            return self.send_error(code)
        self.send_response(200)
        self.send_header("X-Next-Page", more)
        self.end_headers()
        given = answer() if callable(answer) else answer
        self.wfile.write(json.dumps(given).encode())
        return None


@contextmanager
def host() -> Iterator[Host]:
    """A host that answers on this machine until the block is left."""
    with _Server(("127.0.0.1", 0), _Answers) as server:
        server.told = Host(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield server.told
        server.shutdown()
