"""Copy the project to where mutmut can mutate the rules: `python -m tools.mutation_copy FOLDER`.

mutmut leaves decorated functions alone, and every rule is one. In the copy `@rule(…)` above a
function becomes `f = rule(…)(f)` below it, which means the same.
"""

from __future__ import annotations

import ast
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parents[1]
COPIED = ("benchmarks", "data", "docs", "examples", "src", "templates", "tests", "tools")
MARKS = {"rule", "data_rule"}


def plain(text: str) -> str:
    """A rules module with its rules marked below instead of above."""
    lines = text.split("\n")
    functions = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    for function in reversed(functions):
        for mark in function.decorator_list:
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) in MARKS:
                below = f"\n\n{function.name} = {ast.unparse(mark)}({function.name})"
                lines.insert(function.end_lineno or 0, below)
                del lines[mark.lineno - 1 : mark.end_lineno]
    return "\n".join(lines)


def copy_to(folder: Path) -> None:
    """Copy what the tests need; raises FileExistsError where the folder is there already."""
    folder.mkdir(parents=True)
    for name in COPIED:
        shutil.copytree(HERE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (entry for entry in HERE.iterdir() if entry.is_file()):
        shutil.copy(file, folder)
    for module in (folder / "src" / "vrtool" / "rules").glob("*.py"):
        module.write_text(plain(module.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    copy_to(Path(sys.argv[1]))
