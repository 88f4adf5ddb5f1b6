"""Budgets that others published are entered on the page, by what is on screen, and come out as they
were printed.
"""

from pathlib import Path

import pytest

from tests.budget.published import CASES, NAMES, form_of, made_of, published
from tests.ui.planning import tab_on, widget, words
from tests.ui.test_entering import DIRECTOR, PLAN, added, at, filled, kept, paid, put, section_of
from tests.ui.test_who_pays import press, write

FUNCTIONS = {
    "vision": "Vision and strategy",
    "aligned": "Aligned activities",
    "measurement": "Shared measurement",
}
NO_HIRING = {"cost_share": 0, "severance_share": 0, "ramp_up_loss": 0}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_published_budget_is_entered_and_comes_out_as_printed(store, path: Path):
    budget = published(path)
    printed = budget["printed"]
    years = {"start": budget["start"], "years": 1, "hiring": NO_HIRING}
    begun = {**PLAN, "roles": [DIRECTOR], "lines": [], "supervision": None}
    workshop = kept(store, begun, years)
    tab = section_of(workshop, "posts")
    for post in budget["posts"]:
        _post(tab, post)
    tab.session_state["team.posts.opened"] = "director"
    widget(tab.run(), "button", "team.posts.remove").click().run()
    at(tab, "purchases")
    for bought in budget["purchases"]:
        _purchase(tab, bought)
    at(tab, "money")
    if budget["indirect_percent"]:
        widget(tab, "segmented_control", "team.overhead").set_value("indirect").run()
        put(tab, rate=float(budget["indirect_percent"]))
    put(tab, office=float(budget["office_usd"]), exact=float(printed["total"]))
    tab.run()

    assert not tab.exception
    assert f"All together | ${printed['total']:,}" in paid(tab)
    widget(tab, "segmented_control", "team.paid_by").set_value("form").run()
    assert _form_on(tab) == form_of(budget)
    shown = words(tab)
    assert [told for told in made_of(budget) if told not in shown] == []
    assert "Nothing: all of the budget is spent." in shown

    if "source" in budget:
        _source(workshop, budget)


def _form_on(tab) -> list[tuple[str, str]]:
    """The lines of the form on the page, with their dollars, in order."""
    (table,) = [one.value for one in tab.markdown if one.value.startswith("| Line |")]
    rows = [row.replace("\\", "").split("|")[1:4] for row in table.splitlines()[2:]]
    return [(line.strip(), usd.strip()) for line, _, usd in rows]


def _post(tab, post) -> None:
    name = post["name"]
    does = FUNCTIONS[post["does"]]
    filled(added(tab, "posts", name, does, salary=post["salary_usd"]), name, post["fte"])
    benefits = f"team.post.{name}.benefits"
    widget(tab, "number_input", benefits).set_value(float(post["benefits_percent"])).run()
    if "first_month" in post:
        month = widget(tab, "selectbox", f"team.post.{name}.start")
        month.set_value(month.options[post["first_month"] - 1]).run()


def _purchase(tab, bought) -> None:
    name = bought["name"]
    added(tab, "purchases", name, "Community engagement", usd=bought["usd"], hours=2)
    if not bought.get("indirect", True):
        widget(tab, "segmented_control", f"team.line.{name}.indirect").set_value(False).run()
    heading = widget(tab, "selectbox", f"team.line.{name}.heading")
    heading.select(NAMES[bought["heading"]]).run()


def _source(workshop, budget) -> None:
    """Who pays is entered too, for posts and purchases of this budget alone, and pays all of it."""
    told, total = budget["source"], budget["printed"]["total"]
    tab = press(tab_on("team", workshop, more="who-pays"), "add")
    tab = write(
        tab,
        id=told["name"],
        usd=float(total),
        **{"from": told["from"], "to": told["to"]},
        roles=[post["name"] for post in budget["posts"]],
        lines=[bought["name"] for bought in budget["purchases"]],
    )
    tab = press(tab, "form.save")

    assert not tab.exception
    assert f"All of the ${total:,} is promised" in words(tab)
