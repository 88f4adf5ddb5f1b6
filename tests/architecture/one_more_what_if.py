"""One more what-if, as somebody would add it to a copy of the tree: the office costs more or less."""

from pathlib import Path

from tests.architecture.copies import put_before, write

IMPORT = "from cidesign.domain.what_if.rent import RENT\n"
WHAT_IF = '''"""What if the office costs more or less?"""

from cidesign.domain.what_if.what_if import Percentage


class Rent(Percentage):
    """Its base."""

    key = "rent"

    def can_be_asked(self, subject):
        return bool(subject.plan.office.base_usd)

    def change(self, subject, setting):
        office = subject.plan.office
        base = office.base_usd * (1 + setting)
        return subject.with_plan(office=office.model_copy(update={"base_usd": base}))


RENT = Rent()
'''
WORDS = """    WhatIfWords(
        RENT,
        mark("The office costs more or less, %"),
        lambda share, _: [told(say("the office costs {share} more"), share=own(rate(share)))],
    ),
"""


def add_the_what_if(tree: Path, *, words: bool) -> set[str]:
    """Add the what-if to a copy of the tree and, if wanted, its sentences; the files that took."""
    own, known = "cidesign/domain/what_if/rent.py", "cidesign/domain/what_if/__init__.py"
    spoken = "cidesign/views/scenarios/what_if_words.py"
    write(tree, own, WHAT_IF)
    put_before(tree, known, "from cidesign.domain.what_if.source_lost", IMPORT)
    put_before(tree, known, "    PAY,", "    RENT,\n")
    if not words:
        return {own, known}
    put_before(tree, spoken, "from cidesign.domain.what_if.source_lost", IMPORT)
    put_before(tree, spoken, "    WhatIfWords(\n        PAY,", WORDS)
    return {own, known, spoken}
