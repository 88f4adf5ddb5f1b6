"""Reads the README the way a person does: its blocks, its commands, its tables, the files it
names.
"""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(?P<tag>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SERVES_UNTIL_STOPPED = "serve"


@dataclass(frozen=True)
class Block:
    """One fenced block: what kind of text, the file it is meant to be saved as (or none), and its
    lines.
    """

    kind: str
    file: str
    body: str


def blocks() -> list[Block]:
    found = []
    for match in FENCED.finditer(TEXT):
        kind, _, rest = match["tag"].partition(" ")
        found.append(
            Block(
                kind, rest.removeprefix("file=") if rest.startswith("file=") else "", match["body"]
            )
        )
    return found


def commands(program: str) -> list[list[str]]:
    """Every command of this program in the README's shell blocks, as words, in order."""
    lines = [line for block in blocks() if block.kind == "sh" for line in block.body.splitlines()]
    return [
        words
        for line in lines
        if (words := shlex.split(line, comments=True)) and words[0] == program
    ]


def first_column(heading: str) -> list[str]:
    """First cells of the first table below a heading, without its head."""
    below = TEXT.split(f"## {heading}\n", 1)[1]
    rows = [line for line in below.split("\n## ", 1)[0].splitlines() if line.startswith("|")]
    table = rows[
        : next(
            (index for index, row in enumerate(rows) if index > 1 and set(row) <= set("|- ")),
            len(rows) + 1,
        )
        - 1
    ]
    return [row.split("|")[1].strip() for row in table[2:]]


def named_files() -> list[str]:
    """Files and folders of the checkout the README names between backticks, placeholders left
    out.
    """
    outside_blocks = FENCED.sub("", TEXT)
    tops = ("cidesign/", "data/", "pages/", "tests/", "benchmarks/", "tools/", "docs/")
    quoted = re.findall(r"`([^`\s]+)`", outside_blocks) + re.findall(
        r"\]\(([^)#:]+)\)", outside_blocks
    )
    return sorted(
        {
            name
            for name in quoted
            if (name.startswith(tops) or name in {"app.py", "LICENSE"}) and "<" not in name
        }
    )
