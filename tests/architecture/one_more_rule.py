"""One more rule of a plan, as somebody would add it to a copy of the tree: no team above a most of
FTE in all.
"""

from pathlib import Path

from tests.architecture.copies import put_before, write

IMPORT = "from cidesign.budget.rules.team_size import TEAM_SIZE\n"
KEY = "    most_fte_in_all: AtLeastZero = Decimal(0)\n"
RULE = '''"""The largest team we can lead."""

from cidesign.budget.rules.lever import ZERO, Lever, fewest, signed
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Edit


def larger(plan, steps):
    return plan.model_copy(
        update={"most_fte_in_all": plan.most_fte_in_all + steps * plan.fte_step}
    )


class Allow(Lever):
    def repairs(self, plan, trials):
        found = fewest(lambda steps: larger(plan, steps), 50, trials)
        if TEAM_SIZE.set_on(plan) and found is not None:
            yield None, found[0] * plan.fte_step, found[1]

    def edit(self, plan, repair):
        before, after = plan.most_fte_in_all, plan.most_fte_in_all + signed(repair)
        return Edit(TEAM_SIZE.key, "", before, after, {("most_fte_in_all",): after})


class TeamSize(Rule):
    name = "team_size"
    key = "most_fte_in_all"
    unit = "FTE"
    can_be_left_out = True
    lever = Allow()

    def set_on(self, plan):
        return (None,) if plan.most_fte_in_all else ()

    def state(self, year):
        if year.plan.most_fte_in_all:
            most = year.plan.most_fte_in_all / year.plan.fte_step
            year.at_most("team_can_be_led", sum(who.steps for who in year.staff.values()), most)

    def is_tight(self, plan, found, id):
        return sum(found.fte.values()) >= float(plan.most_fte_in_all) - 1e-6

    def loosened(self, plan, id):
        return plan.model_copy(update={"most_fte_in_all": ZERO})


TEAM_SIZE = TeamSize()
'''
WORDS = """    RuleWords(
        TEAM_SIZE,
        holds=lambda names, _: Reason(say("The team."), say("A larger one could do more.")),
        asks=lambda names, _: say(
            "a team of at most {fte} FTE", fte=fte(names.plan.most_fte_in_all)
        ),
        mend=lambda edit, _: say("Allow {fte} FTE in all", fte=fte(edit.after)),
        left_out=LeftOut(mark("The size of the team"), mark("No limit on the team")),
        figure=mark("Most full-time posts in all"),
    ),
"""


def add_the_rule(tree: Path, *, words: bool) -> set[str]:
    """Add the rule to a copy of the tree and, if wanted, its sentences; the files that took."""
    rule, rules = "cidesign/budget/rules/team_size.py", "cidesign/budget/rules/__init__.py"
    plan, spoken = "cidesign/domain/plan.py", "cidesign/views/team/rules.py"
    write(tree, rule, RULE)
    put_before(tree, rules, "    MOST_POSTS,\n)", "    TEAM_SIZE,\n")
    put_before(tree, rules, "from cidesign.budget.rules.rule import Rule\n", IMPORT)
    put_before(tree, plan, "    in_kind: tuple[InKind", KEY)
    if not words:
        return {rule, rules, plan}
    put_before(tree, spoken, "    RuleWords(\n        BUDGET,", WORDS)
    put_before(tree, spoken, "from cidesign.domain.allocation import Edit\n", IMPORT)
    return {rule, rules, plan, spoken}
