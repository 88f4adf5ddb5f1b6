"""A paper that is handed out beside the memo: a heading, a note on what it is, sections, and who
signs.
"""

from dataclasses import dataclass

from cidesign.memo.blocks import Section
from cidesign.text.sentence import Sentence


@dataclass(frozen=True)
class Paper:
    """A draft agreement or the like.

    Args:
        title: plain text, for the file's properties.
        kicker: whose paper, and of which day.
        lead: what the paper is and is not.
        marks: what every page's header says.
        signers: who signs, one column each; nobody where nothing is signed.
    """

    title: str
    kicker: Sentence
    heading: Sentence
    lead: Sentence
    sections: tuple[Section, ...]
    marks: tuple[Sentence, ...]
    footer: Sentence
    signers: tuple[Sentence, ...]
    language: str = "en"
    made_on: str = ""
