"""What tests of pages share: a tab on a page, a page that was drawn already, its words, and what the
store holds.
"""

from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.domain.workshop import Bundle
from cidesign.record import example_bundle
from cidesign.ui.kit import layers
from cidesign.views.overview.beginning import begun
from cidesign.workshop import Store, default_url

APP = Path(__file__).parents[2] / "app.py"
EXAMPLE = "philadelphia_stem"


def tab_on(page: str, workshop: str, **address: str) -> AppTest:
    """A new tab on a page of a workshop; ``address`` is what else its address says."""
    tab = AppTest.from_file(str(APP), default_timeout=90)
    tab.query_params["w"] = workshop
    for name, value in address.items():
        tab.query_params[name.replace("__", ".")] = value
    return tab.run() if page == "overview" else tab.switch_page(f"pages/{page}.py").run()


@cache
def drawn(page: str, example: str = EXAMPLE, more: str = "") -> AppTest:
    """A page of an example, drawn once in a run, for tests that look at it and press nothing;
    ``more``: which of its tabs is open.
    """
    with Store(default_url()) as store:
        address = {"more": more} if more else {}
        return tab_on(page, store.create(example_bundle(example)), **address)


@cache
def just_begun() -> Bundle:
    """A workshop with a name and a month and nothing else, made once in a run."""
    return begun("Ours", load(), start="2027-01")


def look_closer(tab: AppTest, more: str) -> AppTest:
    """The page with this tab open, as its address opens it."""
    tab.query_params["more"] = more
    return tab.run()


def listening(patch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The names of each page's tabs, as the page was drawn last."""
    offered: dict[str, list[str]] = {}
    draw = layers.listed

    def listed(page, *given):
        found = draw(page, *given)
        offered[page.name] = list(found)
        return found

    patch.setattr(layers, "listed", listed)
    return offered


def words(tab: AppTest) -> str:
    """All words on the page as people read them, without the signs that keep markup away."""
    kinds = (tab.title, tab.header, tab.subheader, tab.markdown, tab.text, tab.error, tab.warning)
    return (
        "\n".join(element.value for kind in kinds for element in kind)
        .replace("\\", "")
        .replace("\u2060", "")
    )


def charts(tab: AppTest) -> int:
    """How many charts are drawn."""
    return len(tab.get("plotly_chart"))


def widget(tab: AppTest, kind: str, key: str):
    """The widget with this key."""
    return next(one for one in getattr(tab, kind) if one.key == key)


def plan_of(store: Store, workshop: str):
    """The plan as it is kept."""
    return store.read(workshop).bundle.plan


def outlook_of(store: Store, workshop: str):
    """The years ahead as they are kept."""
    return store.read(workshop).bundle.outlook
