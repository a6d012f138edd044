"""A git repo served over HTTP to whoever brings the right token, as a private one is."""

from __future__ import annotations

import base64
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@contextmanager
def served(repo: Path, token: str) -> Iterator[str]:
    """Serve a bare repo while the block lasts. Out: its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Served, repo, token))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{repo.name}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Served(BaseHTTPRequestHandler):
    def __init__(self, repo: Path, token: str, *others: Any) -> None:
        self.repo = repo
        self.wanted = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        super().__init__(*others)

    def do_GET(self) -> None:
        if self.headers.get("Authorization") != f"Basic {self.wanted}":
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="privat"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        head, _, body = self._answer().partition(b"\r\n\r\n")
        self.send_response(200)
        for line in head.decode().splitlines():
            name, _, value = line.partition(": ")
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.do_GET()

    def _answer(self) -> bytes:
        """What git's own program for web servers answers."""
        path, _, query = self.path.partition("?")
        request = {
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "GIT_PROJECT_ROOT": str(self.repo.parent),
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH": os.environ["PATH"],
        }
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        done = subprocess.run(
            ["git", "http-backend"],  # noqa: S607 - whichever git the machine has
            env=request,
            input=body,
            capture_output=True,
            check=True,
        )
        return done.stdout

    def log_message(self, *_: object) -> None:
        """Nothing is told of single requests."""
