"""Tables as people have them, read into the record's own rows: see ``understand``."""

from cidesign.record.brought.excel_safe import for_excel
from cidesign.record.brought.kinds import KINDS, Kind, kind_of
from cidesign.record.brought.sheets import ENDINGS
from cidesign.record.brought.understand import understand
from cidesign.record.brought.understood import (
    OPTIONS,
    WHOLE_TABLE,
    Answers,
    Choice,
    Topic,
    Understood,
)

__all__ = [
    "ENDINGS",
    "KINDS",
    "OPTIONS",
    "WHOLE_TABLE",
    "Answers",
    "Choice",
    "Kind",
    "Topic",
    "Understood",
    "for_excel",
    "kind_of",
    "understand",
]
