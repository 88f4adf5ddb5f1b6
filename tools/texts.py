"""Collects every sentence people read for translators, and keeps each language's file in step:
``python -m tools.texts``.

``cidesign/locale/cidesign.pot`` lists all sentences of the code and all words of ``data/``. Each
``cidesign/locale/<code>`` holds one language. Sentences that are gone are dropped, new ones wait
empty, and what was translated stays. English fills itself.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from cidesign.catalog import load, words_of
from cidesign.text.languages import FOLDER, file_of
from cidesign.views.sources.facts import unit_in_words

ROOT = Path(__file__).parents[1]
TEMPLATE = FOLDER / "cidesign.pot"
ENGLISH = "en"
WIDTH = 120
# Which arguments of a call are sentences: of say_count the one and the many are one sentence with
# two forms.
SAYING = {"say": (0,), "mark": (0,), "say_count": (0, 1)}


@dataclass(frozen=True, order=True)
class Sentence:
    """One sentence to translate; ``many`` is empty where there is only one form; ``file`` is where
    it stands.
    """

    one: str
    many: str
    file: str


def modules(root: Path) -> list[Path]:
    """Every module that may speak."""
    return sorted([*root.glob("cidesign/**/*.py"), *root.glob("pages/**/*.py")])


@cache
def sentences(root: Path = ROOT) -> tuple[Sentence, ...]:
    """Every sentence of the code and of our own facts."""
    said = {
        one
        for path in modules(root)
        for one in of_code(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    }
    facts = load(root / "data")
    said |= {Sentence(text, "", f"data/{kind}.yaml") for kind, text in words_of(facts)}
    units = {unit for _, fact in facts.facts() for unit in unit_in_words(fact.unit) if unit}
    return tuple(sorted(said | {Sentence(unit, "", "data/units") for unit in units}))


def of_code(code: str, file: str) -> Iterator[Sentence]:
    """The sentences one module says or marks."""
    if "cidesign.text" not in code:
        return  # it takes nothing that says or marks
    tree = ast.parse(code)
    saying = names_of(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = (
            node.func.attr
            if isinstance(node.func, ast.Attribute)
            else node.func.id
            if isinstance(node.func, ast.Name)
            else ""
        )
        if name in saying:
            told = [
                _text(node.args[place]) for place in SAYING[saying[name]] if place < len(node.args)
            ]
            if told and all(told):
                yield Sentence(told[0], told[1] if len(told) > 1 else "", file)


def names_of(module: ast.Module) -> dict[str, str]:
    """What a module calls say, say_count and mark, and which of them each is."""
    taken = [
        one
        for one in ast.walk(module)
        if isinstance(one, ast.ImportFrom) and one.module == "cidesign.text"
    ]
    return {
        alias.asname or alias.name: alias.name
        for one in taken
        for alias in one.names
        if alias.name in SAYING
    }


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def template(said: list[Sentence]) -> Catalog:
    """All sentences, without translations, each with the files it stands in."""
    made = Catalog()
    plural = {one.one: one.many for one in said if one.many}
    for one in said:
        many = plural.get(one.one, "")
        made.add((one.one, many) if many else one.one, locations=[(one.file, 0)])
    return made


def in_language(code: str, said: list[Sentence], kept: str = "") -> Catalog:
    """A language's sentences as they are to stand: what was translated stays, English says what the
    code says.
    """
    made = read_po(BytesIO(kept.encode("utf-8")), locale=code) if kept else Catalog(locale=code)
    made.update(template(said), no_fuzzy_matching=True)
    made.obsolete.clear()
    if code == ENGLISH:
        for message in made:
            if message.id:
                message.string = message.id
    return made


def written(sentences: Catalog) -> str:
    """A catalog as a file: sorted, without line numbers, dates or paths of a machine, so that the
    same words give the same file.
    """
    body = BytesIO()
    write_po(body, sentences, width=WIDTH, omit_header=True, sort_output=True, include_lineno=False)
    return f"{_header(sentences)}\n{body.getvalue().decode('utf-8')}"


def _header(sentences: Catalog) -> str:
    lines = [
        "Project-Id-Version: cidesign",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    if sentences.locale:
        forms = f"nplurals={sentences.num_plurals}; plural={sentences.plural_expr};"
        lines += [f"Language: {sentences.locale}", f"Plural-Forms: {forms}"]
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in lines), ""])


def files(folder: Path = FOLDER, root: Path = ROOT) -> dict[Path, str]:
    """Every file of sentences and what should stand in it."""
    said = sentences(root)
    codes = sorted(
        {ENGLISH, *(path.name for path in folder.iterdir() if path.is_dir())}
        if folder.is_dir()
        else {ENGLISH}
    )
    should = {folder / TEMPLATE.name: written(template(said))}
    for code in codes:
        path = file_of(code, folder)
        should[path] = written(
            in_language(code, said, path.read_text(encoding="utf-8") if path.is_file() else "")
        )
    return should


def main() -> None:
    """Write what has changed."""
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
