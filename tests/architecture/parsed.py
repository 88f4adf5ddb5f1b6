"""Modules as syntax trees: each text is parsed once, however many rules look at it."""

import ast
from functools import cache
from pathlib import Path


def tree_of(path: Path) -> ast.Module:
    """A module's tree; nobody changes it."""
    return _tree(path.read_text(encoding="utf-8"))


def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a module, the module first."""
    return _nodes(path.read_text(encoding="utf-8"))


@cache
def _tree(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def _nodes(text: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_tree(text)))
