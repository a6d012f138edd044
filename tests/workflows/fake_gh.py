"""A stand-in for `gh`, run as a program: the comments of one pull request, kept in a file.

It knows the few calls that the workflows make, answers no others, and asks for the right token.
The file (named by GH_STATE) holds `comments`, `calls`, `repository`, `number`; two comments are a
page.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jq

PAGE = 2
BOT = "github-actions[bot]"
WRITES = "pull-requests=write"
"""What a token that may write comments has in it."""


def main(arguments: Sequence[str]) -> int:
    """Answer one call; 1 where the host would refuse it."""
    token = os.environ.get("GH_TOKEN", "")
    if list(arguments[:2]) == ["auth", "git-credential"]:
        if arguments[2:] == ["get"]:
            sys.stdout.write(f"username=x-access-token\npassword={token}\n")
        return 0
    file = Path(os.environ["GH_STATE"])
    state = json.loads(file.read_text(encoding="utf-8"))
    asked = _asked(arguments)
    state["calls"].append([asked.method, asked.path])
    code = _refused("no rights") if WRITES not in token else _answer(state, asked)
    file.write_text(json.dumps(state), encoding="utf-8")
    return code


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("command", choices=["api"])
    parser.add_argument("path")
    parser.add_argument("--method", default="GET", choices=["GET", "POST", "PATCH"])
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--jq")
    parser.add_argument("-F", dest="body")
    return parser.parse_args(arguments)


def _answer(state: dict[str, Any], asked: argparse.Namespace) -> int:
    issues = f"repos/{re.escape(state['repository'])}/issues"
    comments: list[dict[str, Any]] = state["comments"]
    if re.fullmatch(rf"{issues}/{state['number']}/comments(\?per_page=100)?", asked.path):
        if asked.method == "GET":
            return _list(comments if asked.paginate else comments[:PAGE], asked.jq)
        number = max((each["id"] for each in comments), default=0) + 1
        comments.append({"id": number, "user": {"login": BOT}, "body": _body(asked.body)})
        return 0
    found = re.fullmatch(rf"{issues}/comments/(\d+)", asked.path)
    ours = [each for each in comments if found and each["id"] == int(found[1])]
    if asked.method != "PATCH" or not ours:
        return _refused("HTTP 404")
    ours[0]["body"] = _body(asked.body)
    return 0


def _list(comments: list[dict[str, Any]], query: str) -> int:
    for first in range(0, len(comments), PAGE):
        for value in jq.compile(query).input_value(comments[first : first + PAGE]):
            sys.stdout.write(f"{value}\n")
    return 0


def _body(given: str) -> str:
    name, _, file = given.partition("=@")
    assert name == "body"
    return Path(file).read_text(encoding="utf-8")


def _refused(reason: str) -> int:
    sys.stderr.write(f"gh: {reason}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
