"""The page Sources drawn without a browser: counted, searched, filtered, paged; and every list
behind it reachable.
"""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from cidesign.catalog import choices, load
from cidesign.record import example_bundle
from cidesign.ui.kit.words import plain
from tests.ui.planning import EXAMPLE, drawn, tab_on

APP = Path(__file__).parents[2] / "app.py"
CATALOG = load()


def told(tab: AppTest) -> str:
    return "\n".join(one.value for one in tab.markdown)


def behind(*tabs: str) -> str:
    """What stands in these tabs."""
    return "\n".join(told(drawn("sources", more=more)) for more in tabs)


def test_the_card_counts_every_figure():
    tab = drawn("sources")

    assert not tab.exception
    assert tab.header[0].value.startswith(plain(f"{len(list(CATALOG.facts())):,} figures from"))


def test_a_search_lists_only_what_is_like_it(store):
    tab = tab_on("sources", store.create(example_bundle(EXAMPLE)))

    tab.text_input(key="sources.words").set_value("director: salary").run()

    assert not tab.exception
    assert r"**Director: salary** · \$95,000 a full\-time year" in told(tab)
    assert "**Partners: usual number**" not in told(tab)


def test_a_search_for_what_is_not_there_says_the_way_out(store):
    tab = tab_on("sources", store.create(example_bundle(EXAMPLE)))

    tab.text_input(key="sources.words").set_value("zebra").run()

    assert not tab.exception
    assert "No figure is like that" in told(tab)


def test_a_filter_by_basis_and_file_lists_those(store):
    tab = tab_on("sources", store.create(example_bundle(EXAMPLE)))

    tab.selectbox(key="sources.basis").set_value("published").run()
    tab.selectbox(key="sources.kind").set_value("roles").run()

    published = [
        fact
        for place, fact in CATALOG.facts()
        if place.startswith("roles.") and fact.basis == "published"
    ]
    assert not tab.exception
    assert plain(f"{len(published)} of {len(list(CATALOG.facts()))} figures") in told(tab)


def test_every_method_choice_word_and_limit_is_on_the_page():
    shown = behind("methods", "choices", "glossary", "limits")

    missing = [
        method.id
        for method in CATALOG.methods
        if plain(method.label) not in shown or plain(method.how) not in shown
    ]
    missing += [
        point
        for chapter in choices()
        for point in (chapter.heading, *chapter.points)
        if point not in shown
    ]
    missing += [word.code for word in CATALOG.glossary if plain(word.screen) not in shown]
    missing += [limit.id for limit in CATALOG.limits if plain(limit.says) not in shown]
    missing += [gap.id for gap in CATALOG.gaps if plain(gap.says) not in shown]
    assert missing == []


def test_every_source_and_case_is_on_the_page_with_a_link_where_it_has_one():
    shown = behind("all-sources", "others")

    missing = [source.id for source in CATALOG.sources if plain(source.title) not in shown]
    missing += [
        source.id
        for source in CATALOG.sources
        if source.url.startswith("http") and f"](<{source.url}>)" not in shown
    ]
    missing += [case.id for case in CATALOG.cases if plain(case.label) not in shown]
    missing += [
        one.id
        for one in CATALOG.further_reading
        if plain(one.title) not in shown or plain(one.by) not in shown
    ]
    assert missing == []
