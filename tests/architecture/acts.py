"""Whether every kind of act stands where it must: in the list of kinds and in the table of rights."""

import ast
from pathlib import Path

FOLDER = "cidesign/acts"
LISTS = {"kinds.py": "ACTS", "rights.py": "RIGHTS"}


def faults_of_acts(root: Path) -> list[str]:
    """One sentence for each kind that a list lacks, with the file to add it to."""
    kinds = [name for path in sorted((root / FOLDER).glob("*.py")) for name in _kinds_in(path)]
    return [
        f"{FOLDER}/{file}: {named} lacks {kind}; add its line"
        for file, named in LISTS.items()
        for kind in kinds
        if kind not in _names_in(root / FOLDER / file, named)
    ]


def _kinds_in(path: Path) -> list[str]:
    return [
        node.name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
        for line in node.body
        if isinstance(line, ast.AnnAssign)
        and ast.unparse(line.target) == "kind"
        and line.value is not None
        and "ClassVar" in ast.unparse(line.annotation)
    ]


def _names_in(path: Path, listed: str) -> set[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == listed:
            return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    return set()
