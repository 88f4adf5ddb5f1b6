"""Every rule of a plan has all of its sentences, and a rule nobody speaks of is refused."""

from decimal import Decimal

import pytest

from cidesign.budget.rules import RULES
from cidesign.budget.rules.floor import Floor
from cidesign.domain.allocation import Repair, RuleOn
from cidesign.views.team import reasons
from cidesign.views.team.rules import RULE_WORDS, words_of
from tests.budget.test_rules import ALL_SET, named


class Silent(Floor):
    """A rule without sentences."""

    name = "silent"


def test_no_sentences_are_about_a_rule_that_is_not_in_the_list():
    assert {words.rule.name for words in RULE_WORDS} == {rule.name for rule in RULES}
    assert len(RULE_WORDS) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_has_all_the_sentences_it_can_need(rule):
    words = words_of(rule)

    assert (words.mend is not None) == (rule.lever is not None), f"{rule.name}: its way out"
    assert (words.left_out is not None) == rule.can_be_left_out, f"{rule.name}: a plan without it"
    one_figure = isinstance(getattr(ALL_SET, rule.key, None), Decimal)
    assert bool(words.figure) == one_figure, f"{rule.name}: its figure in the memo's list"


@pytest.mark.parametrize(
    "told",
    [
        lambda: reasons.holds_back(ALL_SET, [RuleOn("coffee")], {}),
        lambda: reasons.clash(ALL_SET, [RuleOn("budget"), RuleOn("coffee")], {}),
        lambda: reasons.mends(ALL_SET, [Repair("coffee:ana", 1.0, 60.0)], {}),
        lambda: words_of(Silent()),
    ],
)
def test_what_nothing_is_said_about_is_refused_not_passed_over(told):
    with pytest.raises(LookupError, match=r"coffee|silent"):
        told()
