"""What one may look at more closely on the page Memo: page one as it is printed, and every figure
with its source.
"""

from collections.abc import Sequence

from cidesign.memo.words import MemoPage
from cidesign.text import say
from cidesign.ui.kit.blocks import written_rows
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.memo import handouts


def closer(page: Page, shown: MemoPage) -> tuple[Layer, ...]:
    """The page's tabs; lists of figures only where there are any."""
    assumed = Layer(
        "assumed",
        say("What is assumed"),
        lambda: _figures(page, "memo.assumed", shown.claim, shown.assumed),
    )
    others = Layer(
        "figures",
        say("All other figures"),
        lambda: _figures(page, "memo.figures", shown.claim, shown.figures),
    )
    return (
        Layer("page-one", say("Page one, as printed"), lambda: handouts.page_one(shown)),
        *((assumed,) if shown.assumed else ()),
        *((others,) if shown.figures else ()),
    )


def _figures(page: Page, name: str, claim: str, rows: Sequence[dict[str, str]]) -> None:
    heading(
        claim,
        say("Assumptions stand first. “From” is where a figure stands, or what computed it."),
    )
    written_rows(page, name, lambda: rows)
