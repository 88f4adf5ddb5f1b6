"""Every sentence people read can be said in another language: none stands outside say, and every
file of sentences is whole.
"""

import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from cidesign.text import ENGLISH, say, say_count, speaking
from cidesign.text.languages import language
from tests.text.bypassing import bypassing, bypassing_in, files
from tools import texts

ROOT = Path(__file__).parents[2]
SAYING = "from cidesign.text import mark, say, say_count\n\n"


@pytest.fixture(scope="module")
def said():
    return texts.sentences()


@pytest.mark.slow
def test_no_sentence_bypasses_the_translators():
    assert [fault for path in files(ROOT) for fault in bypassing_in(path, ROOT)] == []


@pytest.mark.parametrize(
    "planted",
    [
        'st.title("Which host is best?")',
        'st.title(f"{name} leads the field")',
        'heading(say("Good"), "Nothing is saved yet.")',
        'LABELS = {"a": "Once a year"}',
        'say("{what} leads.", what="the first one" if one else other)',
        'raise Wrong("the line is empty", say("write something"))',
        'def note(view): return f"{count} of {most}"',
    ],
)
def test_a_planted_sentence_is_found(planted):
    assert len(list(bypassing(SAYING + planted))) == 1


@pytest.mark.parametrize(
    "allowed",
    [
        '"""What a module is for."""',
        'st.title(say("Which host is best?"))',
        'LABELS = {"a": mark("Once a year")}',
        'say_count("{n} post is open", "{n} posts are open", 2, n=2)',
        'raise ValueError("no such lever")',
        'Problem(f"plan.yaml: roles.{id}", say("is missing"), say("add it"))',
        'Label(0, y, text, at="middle left")',
    ],
)
def test_what_is_said_or_no_sentence_is_left_alone(allowed):
    assert list(bypassing(SAYING + allowed)) == []


def stale(folder: Path) -> list[str]:
    """The languages in a folder whose file is not what the code says now; built files aside."""
    return [
        path.parts[-3]
        for path, text in texts.files(folder).items()
        if path.suffix == ".po" and path != texts.file_of(texts.ENGLISH, folder)
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


@pytest.mark.slow
def test_every_translation_holds_the_sentences_the_code_says_now():
    assert stale(texts.FOLDER) == [], "call make texts"


@pytest.mark.slow
def test_a_translation_that_lacks_a_sentence_is_named(tmp_path):
    path = texts.file_of("de", tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Gone"\nmsgstr "Weg"\n', encoding="utf-8")

    assert stale(tmp_path) == ["de"]


def test_sentences_are_written_the_same_each_time(said):
    assert texts.written(texts.template(said)) == texts.written(
        texts.template(list(reversed(said)))
    )


def test_english_is_complete(said):
    english = texts.in_language(texts.ENGLISH, said)

    empty = [one.id for one in english if one.id and not all(_forms(one.string))]

    assert empty == []


def wrong_slots(folder: Path) -> list[str]:
    """The sentences of every translation in a folder that lack a slot or have one too many."""
    found = []
    for path in sorted(folder.glob("*/LC_MESSAGES/cidesign.po")):
        with path.open(encoding="utf-8") as file:
            translated = [one for one in read_po(file) if one.id and any(_forms(one.string))]
        found += [one.id for one in translated if not _same_slots(one)]
    return found


def test_every_translation_has_the_slots_of_its_sentence():
    assert wrong_slots(texts.FOLDER) == []


def test_a_translation_with_another_slot_is_named(tmp_path):
    path = texts.file_of("de", tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text('msgid "{name} leads."\nmsgstr "{wer} liegt vorn."\n', encoding="utf-8")

    assert wrong_slots(tmp_path) == ["{name} leads."]


def test_the_words_of_our_facts_are_there_for_translators(said):
    assert texts.Sentence("Vision and strategy", "", "data/functions.yaml") in said


def test_a_new_sentence_waits_empty_and_an_old_translation_stays():
    before = [texts.Sentence("Good day", "", "a.py"), texts.Sentence("Gone", "", "a.py")]
    kept = texts.written(texts.in_language("de", before)).replace(
        'msgid "Good day"\nmsgstr ""', 'msgid "Good day"\nmsgstr "Guten Tag"'
    )

    after = texts.in_language("de", [before[0], texts.Sentence("New here", "", "b.py")], kept)

    assert [(message.id, message.string) for message in after if message.id] == [
        ("Good day", "Guten Tag"),
        ("New here", None),
    ]


def test_a_language_is_read_from_its_file_and_what_it_lacks_is_said_in_english(tmp_path):
    said = [
        texts.Sentence("{n} post", "{n} posts", "a.py"),
        texts.Sentence("Score", "", "a.py"),
        texts.Sentence("Memo", "", "a.py"),
    ]
    german = texts.in_language("de", said)
    german["Score"].string = "Bewerten"
    german["{n} post"].string = ("{n} Stelle", "{n} Stellen")
    texts.file_of("de", tmp_path).parent.mkdir(parents=True)
    texts.file_of("de", tmp_path).write_text(texts.written(german), encoding="utf-8")

    with speaking(language("de", tmp_path)):
        spoken = [
            say("Score"),
            say_count("{n} post", "{n} posts", 1, n=1),
            say_count("{n} post", "{n} posts", 3, n=3),
            say("Memo"),
            say("Else"),
        ]

    assert spoken == ["Bewerten", "1 Stelle", "3 Stellen", "Memo", "Else"]


@pytest.mark.parametrize("code", ["en", "tlh", "../en", "", "english, please"])
def test_a_language_we_do_not_have_is_english(code):
    assert language(code) is ENGLISH


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def _same_slots(message) -> bool:
    asked = set().union(*(_slots(one) for one in _forms(message.id)))
    return (
        all(_slots(one) <= asked for one in _forms(message.string))
        and _slots(_forms(message.string)[-1]) == asked
    )


def _slots(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}
    except ValueError:
        return (
            set()
        )  # braces of a file, shown as they stand; a sentence without slots is never filled
