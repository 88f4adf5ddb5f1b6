"""Finds sentences that people read but that no translator sees: words written outside say,
say_count and mark.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.texts import names_of

ROOMS = frozenset(
    [
        "budget",
        "acts",
        "catalog",
        "charts",
        "domain",
        "memo",
        "outlook",
        "record",
        "report",
        "selection",
        "views",
        "structure",
        "ui",
        "value",
        "workshop",
    ],
)
# Calls whose words are no sentences, or are said by the one who is called.
NAMING = {
    "compile": "a pattern",
    "Literal": "a type",
    "TypeVar": "a type",
    "execute": "a statement for the database",
    "text": "a statement for the database",
    "heard": "words people write in tables, to be recognized",
}
# These are raised for programmers, or to be told by the one who catches them; people never read
# them.
FOR_PROGRAMMERS = frozenset(
    {
        "ArgumentError",
        "AssertionError",
        "ConstructorError",
        "KeyError",
        "LookupError",
        "NotImplementedError",
        "OutOfTimeError",
        "RuntimeError",
        "TypeError",
        "ValueError",
    }
)
# Where no sentence stands: the first argument of these is a place in a file, such as ``plan.yaml:
# roles[2]``.
PLACES = frozenset({"Problem", "Fault", "_known", "_unknown", "unknown"})
# Words that are names for a machine: what they look like, and whose they are.
NAMES = {
    r"(middle|top|bottom) (left|right|center)": "where Plotly puts a text",
    r"(Memo|List|Own|Catalog|Place)( [A-Z]\w+)+": "a style of a Word file",
    r"(Source|DejaVu) Sans.*": "a font",
    r"([\w\0/]+\.(yaml|csv)|FILE): [\w\0.,\[\] ]+": "a place in a file",
    r"BEGIN IMMEDIATE|PRAGMA .*|VACUUM.*|REPEATABLE READ": "a statement for the database",
}
# Module, what its words look like, and why they are not said.
EXCEPT = (
    ("cidesign/ui/kit/theme.py", r"(?s).*\{.*|--.*", "a style sheet"),
    ("cidesign/report/links.py", r"@page\{.*\}", "a style sheet"),
    (
        "cidesign/record/brought/kinds.py",
        r"partner (name|organization)|whom it serves|what it is good at",
        "how people head a column",
    ),
    (
        "cidesign/record/yaml_in.py",
        r".*(allowed|token|expected|unexpected).*",
        "what the YAML reader says, looked for in its message",
    ),
    (
        "cidesign/catalog/checking.py",
        r"structure driver|check about the form",
        "a key of a table of sentences",
    ),
    (
        "cidesign/memo/cost.py",
        r"share of salary",
        "the unit of a figure, for the reader of the file",
    ),
    ("cidesign/memo/next.py", r"list of figures", "the place of a figure"),
    (
        "cidesign/memo/holds.py",
        r"robustness\(anything, samples=\{\}\)",
        "the place of a figure",
    ),
    (
        "cidesign/views/process/weights_file.py",
        r"method: (ahp|bwm)",
        "what a file of weights says, for a program",
    ),
    (
        "cidesign/report/sheets/functions.py",
        r"By function",
        "the name of a sheet that formulas refer to",
    ),
    (
        "cidesign/views/sources/facts.py",
        r" a full-time year",
        "part of a unit, which tools/texts lists whole",
    ),
)
SLOT = "\0"
_WORD = r"[A-Za-zÀ-ÿ’']{2,}"
_SPOKEN = re.compile(
    rf"{_WORD}[.,:;?)]* [(“\"*]*[A-Za-z]|{SLOT}[.,:;?)]* {_WORD}|{_WORD}[,:;(]* [(]?{SLOT}"
)
_MARKUP = re.compile(r"</|<[a-z]+|:material/|^M[\d\0]")


def files(root: Path) -> list[Path]:
    """Every module that may speak to people."""
    return sorted(
        [
            *(path for room in ROOMS for path in root.glob(f"cidesign/{room}/**/*.py")),
            *root.glob("pages/**/*.py"),
            root / "app.py",
        ]
    )


def bypassing(code: str) -> Iterator[tuple[int, str]]:
    """Line and words of every sentence of a module that does not go through say, say_count or mark;
    slots read as ``{}``.
    """
    tree = ast.parse(code)
    saying = names_of(tree)
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        words = _words(node)
        if (
            words
            and _SPOKEN.search(words)
            and not _MARKUP.search(words)
            and not _is_a_name(words)
            and not _allowed(node, above, saying)
        ):
            yield node.lineno, words.replace(SLOT, "{}")  # type: ignore[attr-defined]


def bypassing_in(path: Path, root: Path) -> Iterator[str]:
    """Place and words of every such sentence in a file that is not excepted."""
    place = path.relative_to(root).as_posix()
    for line, words in bypassing(path.read_text(encoding="utf-8")):
        if not any(place == file and re.fullmatch(pattern, words) for file, pattern, _ in EXCEPT):
            yield (
                f"{place}:{line}: {words!r} is not said; write say(…), say_count(…) or, in a "
                "table, mark(…)"
            )


def _is_a_name(words: str) -> bool:
    return any(re.fullmatch(pattern, words) for pattern in NAMES)


def _words(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) else _slot(part) for part in node.values
        )  # type: ignore[misc]
    return ""


def _slot(part: ast.AST) -> str:
    return (
        "FILE"
        if isinstance(part, ast.FormattedValue)
        and isinstance(part.value, ast.Name)
        and part.value.id == "FILE"
        else SLOT
    )


def _allowed(node: ast.AST, above: dict[ast.AST, ast.AST], saying: dict[str, str]) -> bool:
    """Whether the string is no sentence of ours, or is on its way to be said."""
    below, one = node, above.get(node)
    if isinstance(one, ast.Expr | ast.JoinedStr | ast.Compare):
        return True  # a docstring; a piece of a longer string; something that is looked for
    while one is not None:
        if isinstance(one, ast.Call) and below is not one.func and _called(one) in saying:
            return below in one.args and (below is node or not isinstance(below, ast.Call))
        if isinstance(one, ast.Call) and below is not one.func and _called(one) in NAMING:
            return True
        if isinstance(one, ast.Call) and _called(one) in FOR_PROGRAMMERS:
            return True
        if (
            isinstance(one, ast.Call)
            and _called(one) in PLACES
            and one.args
            and below is one.args[0]
        ):
            return True
        if isinstance(one, ast.Assign) and [
            name.id for name in one.targets if isinstance(name, ast.Name)
        ] in (
            ["where"],
            ["at"],
            ["place"],
        ):
            return True
        if isinstance(one, ast.AnnAssign | ast.arg) and below is one.annotation:
            return True
        if isinstance(one, ast.FunctionDef) and below is one.returns:
            return True
        if (
            isinstance(one, ast.Subscript)
            and isinstance(one.value, ast.Name)
            and one.value.id in NAMING
        ):
            return True
        if isinstance(one, ast.stmt):
            above_it = above.get(one)
            return (
                isinstance(one, ast.Expr)
                and isinstance(one.value, ast.Constant)
                and above_it is not None
            )
        below, one = one, above.get(one)
    return False


def _called(call: ast.Call) -> str:
    return (
        call.func.attr
        if isinstance(call.func, ast.Attribute)
        else call.func.id
        if isinstance(call.func, ast.Name)
        else ""
    )
