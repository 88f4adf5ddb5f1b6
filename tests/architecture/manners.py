"""What a module and a page must not do, beyond imports: each rule is a function from a checkout to
its faults, as sentences.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import sources
from tests.architecture.parsed import nodes_of, tree_of

PAGE_LINES = 130
PAGE_FUNCTION_LINES = 12
MODULE_LINES = 300
VAGUE = frozenset(
    {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "core",
        "misc",
        "manager",
        "managers",
        "handler",
        "handlers",
        "base",
    }
)
CATCH_ALL = frozenset({"Exception", "BaseException"})
# What may catch everything, and what it does with it.
CATCHES_ALL = {"cidesign/workshop/together.py": "raises it in the thread that asked for what broke"}
# What a rule of modules looks at; nine nodes of ten are something else.
LOOKED_AT = (ast.Call, ast.ExceptHandler, ast.Import, ast.ImportFrom, ast.keyword)
COMPUTING = (ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
# Widgets that keep a choice by its words, and the one module that may draw them.
CHOOSING = frozenset({"selectbox", "radio", "multiselect", "segmented_control", "pills"})
WRITING = frozenset({"text_input", "text_area", "form"})
TEXTS = frozenset({"cidesign/ui/kit/texts.py", "cidesign/ui/kit/inputs.py"})
CHOICES = "cidesign/ui/kit/choices.py"
GATES = frozenset({"open_page", "open_entrance"})
DECIDES = frozenset({"decision", "decide", "seal"})
SUMMING = frozenset({"sum", "round", "max", "min"})
# Arguments we never pass, and why.
NEVER_PASSED = {
    "unsafe_allow_html": "a person's text would run as a program on everyone's screen; use st.text",
    "unsafe_allow_javascript": "nothing of ours needs a script in the page",
    "use_container_width": 'it is on its way out; write width="stretch"',
    "keepFiles": "two threads then read each other's files and answer wrongly",
}


def faults_of_modules(root: Path) -> list[str]:
    return [fault for path in sources(root) for fault in _module_faults(path, root)]


def long_modules(root: Path) -> list[str]:
    """Modules to look at once more: is there one public idea in each, or are there two?"""
    counted = {path: path.read_text(encoding="utf-8").count("\n") for path in sources(root)}
    return [
        f"{path.relative_to(root).as_posix()}: {lines} lines"
        for path, lines in counted.items()
        if lines > MODULE_LINES
    ]


def _module_faults(path: Path, root: Path) -> Iterator[str]:
    place = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    if VAGUE & set(path.relative_to(root).with_suffix("").parts):
        yield f"{place}: the name says nothing; name it after what is in it"
    tree = tree_of(path)
    if text.strip() and ast.get_docstring(tree) is None:
        yield (
            f"{place}: no first line; say what the module is for, in words a committee member "
            "understands"
        )
    for node in nodes_of(path):
        if not isinstance(node, LOOKED_AT):
            continue
        if isinstance(node, ast.ExceptHandler) and place not in CATCHES_ALL and _catches_all(node):
            yield (
                f"{place}:{node.lineno}: catches every exception; name the ones you can do "
                "something about"
            )
        if isinstance(node, ast.keyword) and node.arg in NEVER_PASSED:
            yield f"{place}:{node.value.lineno}: {node.arg}: {NEVER_PASSED[node.arg]}"
        if (
            isinstance(node, ast.Call)
            and _ends_with(node.func, "st", "Page")
            and any(one.arg == "icon" for one in node.keywords)
        ):
            yield (
                f"{place}:{node.lineno}: st.Page(icon=…) makes the browser ask an outside host; "
                "put the icon on st.page_link"
            )
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in CHOOSING
            and place != CHOICES
        ):
            yield (
                f"{place}:{node.lineno}: {node.func.attr}() keeps a choice by its words, so two "
                "things of one name are taken for each other; draw it with cidesign.ui.kit.choices"
            )
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in WRITING
            and _is_drawn(node.func.value)
            and place not in TEXTS
        ):
            yield (
                f"{place}:{node.lineno}: {node.func.attr}() forgets what is written once it leaves "
                "the screen; draw it with cidesign.ui.kit.texts"
            )
        if isinstance(node, ast.Call) and _ends_with(node.func, "st", "stop"):
            yield (
                f"{place}:{node.lineno}: after st.stop() the session keeps what the browser "
                "forgets, and inputs show nothing; call ui.end()"
            )
        if isinstance(node, ast.Import | ast.ImportFrom) and "plotly.express" in ast.unparse(node):
            yield (
                f"{place}:{node.lineno}: plotly.express is ten times slower; build from "
                "plotly.graph_objects"
            )


def _is_drawn(owner: ast.AST) -> bool:
    """Whether a call is one of Streamlit's, on the page or in a column of it."""
    return not (isinstance(owner, ast.Name) and owner.id in {"texts", "self", "form"})


def _catches_all(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(one, ast.Name) and one.id in CATCH_ALL for one in caught)


def _ends_with(node: ast.AST, owner: str, name: str) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == name
        and isinstance(node.value, ast.Name)
        and node.value.id == owner
    )


def faults_of_pages(root: Path) -> list[str]:
    """A page asks, answers and shows: what computes belongs to its step, what remembers to
    ui/session.
    """
    pages = [
        path for path in sources(root) if path.relative_to(root).parts[0] in {"pages", "app.py"}
    ]
    return [fault for path in pages for fault in _page_faults(path, root)]


def _page_faults(path: Path, root: Path) -> Iterator[str]:
    place = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    if lines > PAGE_LINES:
        yield (
            f"{place}: {lines} lines; a page has at most {PAGE_LINES}, so move a piece to ui or "
            "to its step"
        )
    tree = tree_of(path)
    if place != "app.py" and not _begins_with_its_gate(tree):
        yield (
            f"{place}: begins without its gate; the first thing a page does is page = "
            "ui.open_page(…), because app.py may not have run"
        )
    for node in nodes_of(path):
        at = f"{place}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.BinOp) and _computes(node):
            yield f"{at}: arithmetic; the step holds the figures a page shows"
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in SUMMING
        ):
            yield f"{at}: {node.func.id}(); the step holds the figures a page shows"
        if isinstance(node, ast.Attribute) and node.attr == "session_state":
            yield f"{at}: session_state; ask ui/session"
        if (
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and _length(node) > PAGE_FUNCTION_LINES
        ):
            yield (
                f"{at}: {node.name} has {_length(node)} lines; a page is a script, so a "
                "function "
                "this long belongs to ui"
            )
        if isinstance(node, ast.ClassDef | ast.While):
            yield f"{at}: a page is a short script without classes or while loops"


def faults_of_layers(root: Path) -> list[str]:
    """A page has two layers: what it opens with, and one row of tabs, before its decision."""
    pages = [path for path in sources(root) if path.relative_to(root).parts[0] == "pages"]
    return [fault for path in pages for fault in _layer_faults(path, root)]


def _layer_faults(path: Path, root: Path) -> Iterator[str]:
    place = path.relative_to(root).as_posix()
    called = [
        (node.func.attr, node.lineno)
        for node in nodes_of(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    rows = [line for name, line in called if name == "layers"]
    if len(rows) != 1:
        yield (
            f"{place}: {len(rows)} rows of tabs; a page has one, ui.layers(page, closer(…)), and "
            "beside it only what is needed to decide"
        )
    elif any(name in DECIDES and line < rows[0] for name, line in called):
        yield f"{place}: decides before its tabs; one asks before one decides, so they come first"


def _begins_with_its_gate(page: ast.Module) -> bool:
    """Imports and fixed texts may stand before it; anything else could run for somebody who was not
    let in.
    """
    fixed = [
        one
        for one in page.body
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Constant)
    ]
    told = [
        one
        for one in page.body
        if not isinstance(one, ast.Import | ast.ImportFrom)
        and one is not _docstring(page)
        and one not in fixed
    ]
    first = told[0] if told else None
    called = (
        first.value.func
        if isinstance(first, ast.Assign | ast.Expr) and isinstance(first.value, ast.Call)
        else None
    )
    return isinstance(called, ast.Attribute) and called.attr in GATES


def _docstring(page: ast.Module) -> ast.stmt | None:
    return page.body[0] if page.body and ast.get_docstring(page) is not None else None


def _computes(node: ast.BinOp) -> bool:
    texts = [
        isinstance(side, ast.JoinedStr)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    ]
    return isinstance(node.op, COMPUTING) or (isinstance(node.op, ast.Add) and not any(texts))


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


# Written in pieces, so that this file does not name what it forbids.
HOSTS = re.compile(
    "|".join(
        [
            "py" + r"pi\.org",
            "python" + "hosted",
            "/sim" + "ple/",
            r"regis" + r"try\.",
            "npm" + r"js\.",
            "conda" + r"\.anaconda",
        ]
    )
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.$~}/-])/(?:wor" + "k|ro" + "ot|ho" + r"me)(?:/|(?=[\s\"'`),;]|$))"
)


def faults_of_texts(root: Path, files: list[Path]) -> list[str]:
    """Text files that name a package host or a path of somebody's machine."""
    return [fault for path in files for fault in _text_faults(path, root)]


def _text_faults(path: Path, root: Path) -> Iterator[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    # Neither reaches over the end of a line, so most texts need no look at each of their lines.
    lines = text.splitlines() if HOSTS.search(text) or MACHINE_PATHS.search(text) else []
    for number, line in enumerate(lines, start=1):
        place = f"{path.relative_to(root).as_posix()}:{number}"
        if found := HOSTS.search(line):
            yield (
                f"{place}: names a package host ({found[0]}); people choose where they install from"
            )
        if found := MACHINE_PATHS.search(line):
            yield (
                f"{place}: names a path of one machine ({found[0]}); say it relative to the "
                "checkout"
            )


def files_of(root: Path) -> list[Path]:
    """Every file a clone would hold, and those about to be added."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := root / name).is_file()]
