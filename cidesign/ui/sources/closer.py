"""What one may look at more closely on the page Sources: every source, how results are computed,
what is not in here, the words, other initiatives.
"""

from cidesign.text import say
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.sources import reading


def closer(page: Page) -> tuple[Layer, ...]:
    """The page's tabs."""
    return (
        Layer("all-sources", say("Every source"), lambda: reading.all_sources(page)),
        Layer("methods", say("How is it computed?"), lambda: reading.methods(page)),
        Layer("choices", say("What did we choose?"), lambda: reading.open_choices(page)),
        Layer("limits", say("What is not in here?"), lambda: reading.limits(page)),
        Layer("glossary", say("What do the words mean?"), lambda: reading.glossary(page)),
        Layer("others", say("How did others do?"), lambda: reading.initiatives(page)),
    )
