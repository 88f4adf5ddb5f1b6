"""Weighing on screen: one person after the other, in one of four ways; the group's result only
after one's own is saved.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import streamlit as st

from cidesign.acts.set_weights import SetWeights
from cidesign.acts.weigh import Weigh
from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.figures import percent
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Criterion, RuleSheet
from cidesign.text import mark, say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit import who as persons
from cidesign.ui.kit.brought import bring_in
from cidesign.ui.kit.choices import cards, one_of, segments
from cidesign.ui.kit.evidence import heading, rows_as_table
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.words import plain, small
from cidesign.ui.process import weights_file
from cidesign.views.process import weigh as weighing
from cidesign.views.process import weighing as words
from cidesign.views.process.view import ProcessView, own_rows

TOGETHER, WHO = "_together", "process.who"
WEIGHING = "process.weighed"
FILE = "file"
METHODS = {**words.WAYS, FILE: mark("Bring in a file")}
_WRONG, _AGAIN = "_weighing.wrong", "_weighing.again"
_TOGETHER = "_weighing.together"


def may_weigh(view: ProcessView) -> bool:
    """Whether there is a sheet to weigh and who sits here may; not once the rules are sealed."""
    return not view.fixed and view.sheet is not None and persons.may(Weigh)


def weigh(page: Page, view: ProcessView) -> str:
    """Where somebody weighs; nothing once the rules are sealed.

    Returns:
        The id of the member who may now see the group's weights; empty where nobody may.
    """
    if view.fixed or view.sheet is None:
        return ""
    heading(words.question(), words.weighing_note(view))
    if page.bundle.workshop.members:
        bring_in(page, "weights", "process.table")
    return _weigh(page, view.sheet)


def _weigh(page: Page, rules: RuleSheet) -> str:
    listed = page.bundle.workshop.members
    alone = {one.id: one.label for one in listed} if len(listed) >= FEWEST_IN_A_GROUP else {}
    together = {TOGETHER: say("The committee, together")} if persons.may(SetWeights) else {}
    hers = {id: name for id, name in alone.items() if persons.may_as(id, Weigh)}
    names = {**together, **hers}
    who = one_of(
        say("Who is weighing?"),
        list(names),
        index=None,
        format_func=lambda id: names.get(id, id),
        key=WHO,
        placeholder=say("Choose"),
        on_change=_begin_anew,
    )
    if who not in names:
        return ""
    if (
        who != TOGETHER
        and weighing.may_see_the_group(page.bundle, who)
        and session.value(_AGAIN) != who
    ):
        rows = own_rows(page.bundle, who, page.catalog)
        rows_as_table(
            [{say("Criterion"): row.label, words.you_gave(): percent(row.share)} for row in rows]
        )
        with st.container(horizontal=True):
            st.button(
                say("Hand on to the next person"),
                key="process.next",
                type="primary",
                on_click=_hand_on,
            )
            st.button(
                words.weigh_again(), key="process.again", on_click=session.put, args=(_AGAIN, who)
            )
        return str(who)
    told = words.alone_first()
    if who == TOGETHER:
        told = say(
            "Talk it through and answer together. The result goes straight into the rule sheet."
        )
    st.markdown(small(told))
    method = segments(
        say("How"),
        list(METHODS),
        default=words.SWING,
        required=True,
        format_func=lambda id: say(METHODS[id]),
        key="process.method",
    )
    if method == FILE:
        weights_file.bring_in(page, rules, who, _save)
    else:
        _ASKED.get(str(method), _swing)(page, rules.criteria, who)
    if found := session.value(_WRONG):
        problems(found, say("Nothing was saved."))
    elif who == TOGETHER and session.value(_TOGETHER):
        st.success(say("Saved. The rule sheet has these weights now."), icon=":material/check:")
    return ""


def _begin_anew() -> None:
    """What the last one was told is no more in sight; a callback."""
    session.put(_WRONG, None)
    session.put(_TOGETHER, False)


def _hand_on() -> None:
    """Nobody is weighing now, and nothing of whoever did stays in sight; a callback."""
    session.put(WHO, None)
    session.put(_WRONG, None)
    session.put(_AGAIN, None)


def _swing(page: Page, criteria: Sequence[Criterion], who: str) -> None:
    names, key = {one.id: one for one in criteria}, f"process.first.{who}"
    drafts.begin(page.workshop, key, None)
    if session.value(key) not in names:
        session.put(key, None)
    first = cards(
        words.which_first(),
        list(names),
        index=None,
        format_func=lambda id: plain(words.raised(names[id])),
        key=key,
        on_change=drafts.typed,
        args=(key,),
    )
    if first not in names:
        return
    st.markdown(plain(words.then_others(names[first].name)))
    others = [one for one in criteria if one.id != first]
    _numbers(page, others, f"process.swing.{who}", words.SWING, least=0, most=weighing.TOP, step=5)
    st.button(
        words.save(),
        key="process.swing.save",
        type="primary",
        on_click=_save_swing,
        args=(page, who, tuple(names), first),
    )


def _numbers(
    page: Page, asked: Sequence[Criterion], key: str, way: str, *, least: int, most: int, step: int
) -> None:
    """An empty field for each criterion, two in a row where there is room."""
    for left in range(0, len(asked), 2):
        for column, one in zip(st.columns(2, gap="large"), asked[left : left + 2]):
            texts.number(
                page.workshop,
                f"{key}.{one.id}",
                plain(one.name),
                into=column,
                min_value=least,
                max_value=most,
                step=step,
                placeholder=words.hint(way),
            )


def _save_swing(page: Page, who: str, ids: tuple[str, ...], first: str) -> None:
    page.speak()
    said = {id: session.value(f"process.swing.{who}.{id}") for id in ids if id != first}
    if _lacks(page, said, words.SWING):
        return
    _save(
        page,
        who,
        weighing.from_swings(first, {id: Decimal(str(value)) for id, value in said.items()}),
    )


def _places(page: Page, criteria: Sequence[Criterion], who: str) -> None:
    st.markdown(plain(words.places_note()))
    _numbers(
        page,
        criteria,
        f"process.place.{who}",
        words.PLACES,
        least=1,
        most=len(criteria),
        step=1,
    )
    st.button(
        words.save(),
        key="process.places.save",
        type="primary",
        on_click=_save_places,
        args=(page, who, tuple(one.id for one in criteria)),
    )


def _save_places(page: Page, who: str, ids: tuple[str, ...]) -> None:
    page.speak()
    said = {id: session.value(f"process.place.{who}.{id}") for id in ids}
    if _lacks(page, said, words.PLACES):
        return
    _save(
        page,
        who,
        weighing.from_places({id: int(value) for id, value in said.items() if value is not None}),
    )


def _points(page: Page, criteria: Sequence[Criterion], who: str) -> None:
    st.markdown(plain(words.points_note()))
    _numbers(
        page,
        criteria,
        f"process.points.{who}",
        words.POINTS,
        least=0,
        most=words.MOST_POINTS,
        step=1,
    )
    st.button(
        words.save(),
        key="process.points.save",
        type="primary",
        on_click=_save_points,
        args=(page, who, tuple(one.id for one in criteria)),
    )


def _save_points(page: Page, who: str, ids: tuple[str, ...]) -> None:
    page.speak()
    said = {id: session.value(f"process.points.{who}.{id}") for id in ids}
    if _lacks(page, said, words.POINTS):
        return
    if not any(said.values()):
        session.put(
            _WRONG,
            [words.all_zero()],
        )
    else:
        _save(
            page, who, weighing.from_points({id: Decimal(str(value)) for id, value in said.items()})
        )


def _lacks(page: Page, said: Mapping[str, int | None], way: str) -> bool:
    """Whether a field is still empty; if so, each is told."""
    labels = labels_of(page.bundle, page.catalog.labels).criteria
    empty = [labels[id] for id, value in said.items() if value is None]
    if empty:
        session.put(_WRONG, [Problem(name, *words.empty(way)) for name in empty])
    return bool(empty)


_ASKED = {words.SWING: _swing, words.PLACES: _places, words.POINTS: _points}


def _save(page: Page, who: str, shares: Mapping[str, Fraction]) -> bool:
    session.put(_WRONG, None)
    session.put(_TOGETHER, False)
    if who == TOGETHER:
        saved = page.do(weighing.weighed_together(shares), place=WEIGHING)
    else:
        saved = page.do(weighing.weighed_alone(who, shares), place=WEIGHING)
    if not saved:
        session.put(_WRONG, session.take(f"_box.{WEIGHING}"))
        return False
    session.put(_TOGETHER, who == TOGETHER)
    if who != TOGETHER:
        session.put(_AGAIN, None)
    drafts.settle(
        page.workshop,
        *(f"process.{kind}.{who}" for kind in ("first", "swing", "place", "points")),
    )
    return True


@persons.only_for(SetWeights)
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
