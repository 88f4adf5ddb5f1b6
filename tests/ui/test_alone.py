"""Who works alone is never told that somebody changed something meanwhile, however fast she presses;
where somebody did, only that one's change is told.
"""

from decimal import Decimal

import pytest

from cidesign.acts.answer_driver import AnswerDriver
from cidesign.record import example_bundle
from tests.ui.test_pages import EXAMPLE, visit

PRESSES = [(1, 2), (3, 0, 4), (0, 1, 2, 3, 4)]


def budget(level):
    return Decimal(400_000 + 25_000 * level)


def behind(tab, workshop, seen):
    """The tab as it is while the drawing after its last press has not begun: it has seen an older
    revision than the one it made.
    """
    tab.session_state[f"_seen.{workshop}"] = seen


@pytest.mark.parametrize("levels", PRESSES)
@pytest.mark.parametrize("document", ["structure", "team"])
def test_fast_presses_of_one_person_are_all_saved(store, levels, document):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit(document, workshop)
    seen = dict(tab.session_state[f"_seen.{workshop}"])

    for level in levels:
        behind(tab, workshop, seen)
        if document == "structure":
            tab.button_group(key="structure.funding").set_value(level).run()
        else:
            tab.select_slider(key="team.budget").set_value(budget(level)).run()
        assert not [one for one in tab.warning if "Somebody" in one.value]

    kept = store.read(workshop).bundle
    last = {"structure": kept.structure.answers["funding"], "team": kept.plan.funding.budget_usd}
    assert last[document] == (levels[-1] if document == "structure" else budget(levels[-1]))


@pytest.mark.parametrize("levels", PRESSES)
def test_what_somebody_else_did_between_is_told_and_ones_own_is_not(store, levels):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("structure", workshop)
    seen = dict(tab.session_state[f"_seen.{workshop}"])
    for level in levels:
        tab.button_group(key="structure.funding").set_value(level).run()
    theirs = AnswerDriver(driver="neutrality", answer=0, called="Neutrality")
    store.do(workshop, theirs, nonce="theirs")

    behind(tab, workshop, seen)
    tab.button_group(key="structure.funding").set_value((levels[-1] + 1) % 5).run()

    (told,) = [one.value for one in tab.warning if "Somebody" in one.value]
    assert told.count("Theirs: ") == 1
    assert "neutrality" in told.lower()
