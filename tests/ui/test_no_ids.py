"""No page of an example shows an id: what people read is a name, in text, fields, tables and
charts.
"""

import json
import re

import pytest

from cidesign.domain.walk import WALK
from tests.ui.planning import drawn, words

AN_ID = re.compile(r"(?<![\w/.\[:])[a-z]+(?:_[a-z0-9]+)+(?![\w/.\]:])")
LOOKED_UP = {"sources"}
"""Pages that tell where figures stand in files, and the words of code beside those of the screen."""


@pytest.mark.parametrize("example", ["philadelphia_stem", "rtd_southeast_rail_2015"])
@pytest.mark.parametrize("page", [step.id for step in WALK if step.id not in LOOKED_UP])
def test_no_page_of_an_example_shows_an_id(page, example):
    tab = drawn(page, example)

    told = "\n".join([words(tab), *labels(tab), *on_charts(tab)])

    assert not tab.exception
    assert sorted(set(AN_ID.findall(told))) == []


def labels(tab):
    """What stands on buttons and beside fields, and what can be chosen."""
    for kind in ("button", "text_input", "text_area", "number_input", "checkbox", "expander"):
        yield from (one.label for one in getattr(tab, kind))
    for kind in ("selectbox", "radio", "multiselect"):
        for one in getattr(tab, kind):
            yield one.label
            yield from one.options


def on_charts(tab):
    """Every text that a chart writes."""
    for one in tab.get("plotly_chart"):
        figure = json.loads(one.proto.spec)
        for trace in figure["data"]:
            text = trace.get("text") or []
            yield from ([text] if isinstance(text, str) else map(str, text))
