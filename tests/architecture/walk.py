"""What each step of the walk needs beside its line in ``WALK``: a page, its words before a decision,
a row in the README.
"""

import ast
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from cidesign.domain.walk import Step

TABLE = "cidesign/domain/walk.py"


def walk_of(root: Path) -> tuple[Step, ...]:
    """The walk of a checkout, which need not be the one that runs."""
    spec = spec_from_file_location("walk_of_a_checkout", root / TABLE)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(root / TABLE)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return tuple(module.WALK)


def faults_of_the_walk(root: Path) -> list[str]:
    """One sentence for each thing that a step lacks, and for each page that is no step."""
    walk = walk_of(root)
    scripts = {path.stem for path in root.glob("pages/*.py")}
    faults = [fault for step in walk for fault in _lacking(step, root, scripts)]
    faults += [
        f"pages/{name}.py: no step has this id; add it to {TABLE}"
        for name in sorted(scripts - {step.id for step in walk})
    ]
    if _table_in_the_readme(root) != [(step.group, step.label) for step in walk]:
        faults.append("README.md: the table of pages is not the walk; write it in the same order")
    return faults


def _lacking(step: Step, root: Path, scripts: set[str]) -> Iterator[str]:
    if step.id not in scripts:
        yield f"{step.file}: is not there, and {TABLE} has a step of this id"
    words = root / f"cidesign/views/{step.id}/words.py"
    if step.decision and "so_far" not in _functions(words):
        yield (
            f"{words.relative_to(root).as_posix()}: has no so_far(bundle, catalog), which the "
            "overview asks of each step that ends in a decision"
        )
    if not any(f"| {step.label} | {step.question}" in line for line in _rows(root)):
        yield f"README.md: no row says | {step.label} | {step.question}"


def _functions(module: Path) -> set[str]:
    if not module.exists():
        return set()
    body = ast.parse(module.read_text(encoding="utf-8")).body
    return {one.name for one in body if isinstance(one, ast.FunctionDef)}


def _rows(root: Path) -> list[str]:
    lines = (root / "README.md").read_text(encoding="utf-8").splitlines()
    start = lines.index("| group | page | its question |") + 2
    ends = (place for place in range(start, len(lines)) if not lines[place].startswith("|"))
    return lines[start : next(ends)]


def _table_in_the_readme(root: Path) -> list[tuple[str, str]]:
    found, group = [], ""
    for line in _rows(root):
        named, label = (cell.strip() for cell in line.split("|")[1:3])
        group = named or group
        found.append((group, label))
    return found
