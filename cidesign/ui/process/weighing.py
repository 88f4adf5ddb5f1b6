"""Weighing on screen: one person after the other, in one of four ways; the group's result only
after one's own is saved.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import streamlit as st

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.figures import percent
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Criterion, RuleSheet
from cidesign.domain.value import plain as written
from cidesign.text import mark, say
from cidesign.ui.kit import session
from cidesign.ui.kit.evidence import heading, rows_as_table
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.words import plain, small
from cidesign.ui.process import weights_file
from cidesign.views.process import weigh as weighing
from cidesign.views.process import weighing as words
from cidesign.views.process.view import ProcessView, own_rows

TOGETHER, WHO = "_together", "process.who"
SWING, PLACES, POINTS, FILE = "swing", "places", "points", "file"
METHODS = {
    SWING: mark("Guided, step by step"),
    PLACES: mark("Put in order"),
    POINTS: mark("Say each weight"),
    FILE: mark("Bring in a file"),
}
MOST_POINTS = 1000
_WRONG, _AGAIN = "_weighing.wrong", "_weighing.again"


def weigh(page: Page, view: ProcessView) -> str:
    """The heading and the fold in which somebody weighs; nothing once the rules are sealed.

    Returns:
        The id of the member who may now see the group's weights; empty where nobody may.
    """
    if view.fixed or view.rules is None:
        return ""
    st.space("small")
    heading(say("What does each of us think?"), words.weighing_note(view))
    fold = st.expander(say("Weigh the criteria"), key="process.weighing", on_change="rerun")
    if not fold.open:
        return ""
    with fold:
        return _weigh(page, view.rules)


def _weigh(page: Page, rules: RuleSheet) -> str:
    listed = page.bundle.workshop.members
    alone = (
        {one.id: one.name or one.id for one in listed} if len(listed) >= FEWEST_IN_A_GROUP else {}
    )
    names = {TOGETHER: say("The committee, together"), **alone}
    who = st.selectbox(
        say("Who is weighing?"),
        list(names),
        index=None,
        format_func=lambda id: names.get(id, id),
        key=WHO,
        placeholder=say("Choose"),
        on_change=session.put,
        args=(_WRONG, None),
    )
    if who not in names:
        return ""
    if (
        who != TOGETHER
        and weighing.may_see_the_group(page.bundle, who)
        and session.value(_AGAIN) != who
    ):
        rows = own_rows(page.bundle, who)
        rows_as_table(
            [{say("Criterion"): row.label, say("You gave"): percent(row.share)} for row in rows]
        )
        with st.container(horizontal=True):
            st.button(
                say("Hand on to the next person"),
                key="process.next",
                type="primary",
                on_click=_hand_on,
            )
            st.button(
                say("Weigh again"), key="process.again", on_click=session.put, args=(_AGAIN, who)
            )
        return str(who)
    told = say(
        "You see the others' weights after you have saved yours, so that nobody leans on anybody."
    )
    if who == TOGETHER:
        told = say(
            "Talk it through and answer together. The result goes straight into the rule sheet."
        )
    st.markdown(small(told))
    method = st.segmented_control(
        say("How"),
        list(METHODS),
        default=SWING,
        required=True,
        format_func=lambda id: say(METHODS[id]),
        key="process.method",
    )
    if found := session.value(_WRONG):
        problems(found, say("Nothing was saved."))
    if method == FILE:
        weights_file.bring_in(page, rules, who, _save)
    else:
        _ASKED.get(str(method), _swing)(page, rules.criteria, who)
    return ""


def _hand_on() -> None:
    """Nobody is weighing now, and nothing of whoever did stays in sight; a callback."""
    session.put(WHO, None)
    session.put(_WRONG, None)
    session.put(_AGAIN, None)


def _swing(page: Page, criteria: Sequence[Criterion], who: str) -> None:
    names = {one.id: one for one in criteria}
    first = st.radio(
        say(
            "Step 1. Think of a host that is at its worst on everything. Which one thing would you "
            "raise to its best first?"
        ),
        list(names),
        index=None,
        format_func=lambda id: _swing_words(names[id]),
        key=f"process.first.{who}",
    )
    if first not in names:
        return
    st.markdown(
        plain(
            say(
                "Step 2. Raising “{first}” is worth 100. What is each of the others worth beside "
                "it, 0 to 100?",
                first=names[first].name,
            )
        )
    )
    with st.form(f"process.swing.{who}", border=False):
        others = [one for one in criteria if one.id != first]
        _numbers(
            others, f"process.swing.{who}", say("0 to 100"), least=0, most=weighing.TOP, step=5
        )
        st.form_submit_button(
            say("Save these weights"),
            type="primary",
            on_click=_save_swing,
            args=(page, who, tuple(names), first),
        )


def _numbers(
    asked: Sequence[Criterion], key: str, hint: str, *, least: int, most: int, step: int
) -> None:
    """An empty field for each criterion, two in a row where there is room."""
    for left in range(0, len(asked), 2):
        for column, one in zip(st.columns(2, gap="large"), asked[left : left + 2]):
            column.number_input(
                plain(one.name),
                min_value=least,
                max_value=most,
                value=None,
                step=step,
                key=f"{key}.{one.id}",
                placeholder=hint,
            )


def _swing_words(criterion: Criterion) -> str:
    scale = criterion.scale
    worst, best = scale.levels.get(scale.worst, ""), scale.levels.get(scale.best, "")
    if not worst or not best:
        return plain(f"{criterion.name}: {written(scale.worst)} → {written(scale.best)}")
    return plain(f"{criterion.name}: {_opening(worst)} → {_opening(best)}")


def _opening(words: str) -> str:
    return words.split(". ")[0].rstrip(".")


def _save_swing(page: Page, who: str, ids: tuple[str, ...], first: str) -> None:
    page.speak()
    said = {id: session.value(f"process.swing.{who}.{id}") for id in ids if id != first}
    if _lacks(page, said, say("it has no number yet"), say("write 0 to 100")):
        return
    _save(
        page,
        who,
        weighing.from_swings(first, {id: Decimal(str(value)) for id, value in said.items()}),
    )


def _places(page: Page, criteria: Sequence[Criterion], who: str) -> None:
    st.markdown(plain(say("1 matters most. Give the same place to what matters the same.")))
    with st.form(f"process.places.{who}", border=False):
        _numbers(
            criteria,
            f"process.place.{who}",
            say("a place, 1 is first"),
            least=1,
            most=len(criteria),
            step=1,
        )
        st.form_submit_button(
            say("Save these weights"),
            type="primary",
            on_click=_save_places,
            args=(page, who, tuple(one.id for one in criteria)),
        )


def _save_places(page: Page, who: str, ids: tuple[str, ...]) -> None:
    page.speak()
    said = {id: session.value(f"process.place.{who}.{id}") for id in ids}
    if _lacks(
        page, said, say("it has no place yet"), say("write a place, 1 for what matters most")
    ):
        return
    _save(
        page,
        who,
        weighing.from_places({id: int(value) for id, value in said.items() if value is not None}),
    )


def _points(page: Page, criteria: Sequence[Criterion], who: str) -> None:
    st.markdown(
        plain(
            say(
                "Any numbers from 0: what counts is how large each is beside the others. 20 counts "
                "twice as much as 10."
            )
        )
    )
    with st.form(f"process.points.{who}", border=False):
        _numbers(
            criteria,
            f"process.points.{who}",
            say("a number, 0 or more"),
            least=0,
            most=MOST_POINTS,
            step=1,
        )
        st.form_submit_button(
            say("Save these weights"),
            type="primary",
            on_click=_save_points,
            args=(page, who, tuple(one.id for one in criteria)),
        )


def _save_points(page: Page, who: str, ids: tuple[str, ...]) -> None:
    page.speak()
    said = {id: session.value(f"process.points.{who}.{id}") for id in ids}
    if _lacks(page, said, say("it has no number yet"), say("write a number, 0 or more")):
        return
    if not any(said.values()):
        session.put(
            _WRONG,
            [
                Problem(
                    say("Weights"),
                    say("all of them are 0"),
                    say("give at least one criterion a number above 0"),
                )
            ],
        )
    else:
        _save(
            page, who, weighing.from_points({id: Decimal(str(value)) for id, value in said.items()})
        )


def _lacks(page: Page, said: Mapping[str, int | None], what: str, remedy: str) -> bool:
    """Whether a field is still empty; if so, each is told."""
    empty = (
        [page.bundle.rules.criterion(id).name for id, value in said.items() if value is None]
        if page.bundle.rules
        else []
    )
    if empty:
        session.put(_WRONG, [Problem(name, what, remedy) for name in empty])
    return bool(empty)


_ASKED = {SWING: _swing, PLACES: _places, POINTS: _points}


def _save(page: Page, who: str, shares: Mapping[str, Fraction]) -> bool:
    session.put(_WRONG, None)
    if who == TOGETHER:
        return page.do(weighing.weighed_together(shares))
    if not page.do(weighing.weighed_alone(who, shares)):
        return False
    session.put(_AGAIN, None)
    return True


def use_the_group(page: Page) -> None:
    """The button that puts the group's weights into the rule sheet."""
    st.button(
        say("Use these weights in the rule sheet"),
        key="process.use_group",
        on_click=_use,
        args=(page,),
    )
    st.markdown(
        small(
            say(
                "As whole numbers that add to 100: what is left over goes to the largest "
                "remainders."
            )
        )
    )


def _use(page: Page) -> None:
    page.do(weighing.weighed_as_group(page.bundle))


def before_the_seal(page: Page, view: ProcessView) -> None:
    """Whether the members' weights stand in the sheet, and the button that puts them there; nothing
    where nobody weighed.
    """
    told = words.weights_told(view)
    if not told:
        return
    st.markdown(plain(told))
    if not view.theirs and view.done >= FEWEST_IN_A_GROUP:
        st.button(
            say("Use the members' weights"), key="process.use_theirs", on_click=_use, args=(page,)
        )


def too_few() -> None:
    """Why there is no group to be seen yet."""
    st.markdown(
        small(
            say(
                "The group is shown once four members have saved theirs. A smaller one chooses "
                "“The committee, together”."
            )
        )
    )
