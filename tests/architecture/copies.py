"""A copy of the tree to which a test adds one more of a kind, and a look at what the copy then
says.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
COPIED = ("cidesign", "pages", "app.py", "README.md")
READ_ONLY = ("data", "static", "tools", ".streamlit")
"""A copy looks at these where they are."""


def copy_of_the_tree(into: Path) -> Path:
    """The package, the pages and the README, with what Python has compiled of them, so that the
    copy starts as fast.
    """
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, into / name)
        else:
            shutil.copy2(ROOT / name, into / name)
    for name in READ_ONLY:
        (into / name).symlink_to(ROOT / name)
    return into


def write(tree: Path, file: str, text: str) -> None:
    """A new file of the copy, with its folders."""
    path = tree / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def put_before(tree: Path, file: str, line: str, text: str) -> None:
    """Text before the only place of the file that begins so."""
    path = tree / file
    before, found, after = path.read_text(encoding="utf-8").partition(line)
    assert found, f"{file} has no {line}"
    path.write_text(before + text + line + after, encoding="utf-8")


def told_by(tree: Path, script: str) -> dict[str, Any]:
    """What a script prints as JSON when the copy is the house it runs in."""
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tree,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tree), "CIDESIGN_STORE": f"sqlite:///{tree}/store.db"},
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return dict(json.loads(run.stdout.splitlines()[-1]))
