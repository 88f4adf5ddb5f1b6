"""No button is offered that will be refused for what the page knows: the stage of the selection, a
round that is open or closed, scores that are in.
"""

import pytest

from cidesign.acts.put_right import after_a_close
from cidesign.acts.rights import NO_ROUND
from cidesign.domain.stage import SCORED, STAGES, Refusal
from tests.ui.test_pages import visit
from tests.views.compare.panels import RULES, bundle, scores

REFUSES = RULES.replace("missing: leave_out", "missing: refuse")
FULL = [
    f"{rater} {candidate} {criterion} 4"
    for candidate in ("oak", "elm")
    for rater in ("ana", "ben", "chi")
    for criterion in ("trust", "reach")
]
ASIDE = "rater,candidate,kind,reason\ndee,oak,board,Sits there\n"
DECLARED = "rater,candidate\n" + "".join(
    f"{who},{one}\n" for who in ("ana", "ben", "chi") for one in ("oak", "elm", "ash")
)
STARTS = {
    "draft": lambda: bundle("draft", sealed=False),
    "sealed": lambda: bundle("sealed", recusals=ASIDE),
    "scoring": lambda: bundle("scoring", recusals=ASIDE, declarations=DECLARED),
    "half": lambda: bundle(
        "scoring", rules=REFUSES, scores=scores(FULL[0]), recusals=ASIDE, declarations=DECLARED
    ),
    "scored": lambda: bundle("scored", scores=scores(*FULL), recusals=ASIDE),
    "again": lambda: bundle("scoring", more="round: 2\n", scores=scores(*FULL), recusals=ASIDE),
    "final": lambda: bundle("final", scores=scores(*FULL), recusals=ASIDE),
}
FOLDS = ("score.right.fold", "candidates.aside.fold", "process.criteria", "process.weighing")


def known_refusals():
    """What the page knows before anybody presses."""
    found = [NO_ROUND, after_a_close(SCORED)]
    for stage in STAGES:
        found += [one for one in vars(stage).values() if isinstance(one, Refusal)]
    return {one.what for one in found} | {"scores are in", "it is not open", "rules are sealed"}


def drawn(page, workshop):
    tab = visit(page, workshop)
    for fold in FOLDS:
        tab.session_state[fold] = True
    return tab.run()


@pytest.mark.parametrize("page", ["process", "candidates", "score", "compare"])
@pytest.mark.parametrize("start", STARTS)
def test_no_enabled_button_is_refused_for_what_the_page_knows(store, start, page):
    told = STARTS[start]()
    keys = [one.key for one in drawn(page, store.create(told)).button if not one.disabled]
    refused = []
    for key in keys:
        tab = drawn(page, store.create(told))
        next(one for one in tab.button if one.key == key).click().run()
        assert not tab.exception, key
        said = "\n".join(one.value for one in tab.error).replace("\\", "")
        refused += [f"{key}: {what}" for what in known_refusals() if what in said]

    assert refused == []
