"""What a member sends in from her sheet: each form read into acts, with the field beside which
whatever keeps one from being done is told. The acts themselves say what may be.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from cidesign.acts import Act
from cidesign.acts.come_back import ComeBack
from cidesign.acts.declare import Declare
from cidesign.acts.give_score import GiveScore
from cidesign.acts.sheets import Cell, Sheet
from cidesign.acts.step_aside import StepAside
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.value import exact, plain
from cidesign.text import say
from cidesign.views.process import weigh
from cidesign.views.process import weighing as weigh_words
from cidesign.views.score import asks
from cidesign.views.sheet import words
from cidesign.views.sheet.view import (
    MySheet,
    stamp,
    stamp_of_cell,
    stamp_of_weights,
    stamp_of_words,
)

CONFLICTS, WEIGHTS, SCORES, ASIDE, BACK = "conflicts", "weights", "scores", "aside", "back"
NO_TIE = "none"
"""In place of a kind of tie: there is none."""
Typed = Mapping[str, str]


@dataclass(frozen=True)
class Fault:
    """What keeps a field from being saved."""

    field: str
    problem: Problem


@dataclass(frozen=True)
class Try:
    """One act that a form asks for.

    Args:
        act: what is to be done.
        beside: the field beside which a problem of it is told.
        fields: other fields, by the label that a problem of theirs names.
    """

    act: Act
    beside: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def fault(self, problem: Problem) -> Fault:
        """A problem of the act at its field."""
        return Fault(self.fields.get(problem.where, self.beside), problem)


@dataclass(frozen=True)
class Posted:
    """A form as it was read: what to try, what cannot even be tried, and what another window of
    hers had changed meanwhile, as sentences.
    """

    tries: tuple[Try, ...] = ()
    faults: tuple[Fault, ...] = ()
    overtaken: tuple[str, ...] = ()


def read_form(mine: MySheet, typed: Typed, *, meant: bool = False) -> Posted:
    """A form of a member's sheet; ``do`` names which.

    Args:
        mine: her sheet as it is kept.
        typed: the fields.
        meant: whether each level and text in it was chosen or typed just now, as a tap is; a form
            sent whole also bears what she left as it was drawn.
    """
    if meant and typed.get("do") == SCORES:
        return _scores(mine, typed, meant=True)
    return _FORMS.get(typed.get("do", ""), _unknown)(mine, typed)


def typed_again(typed: Typed) -> dict[str, str]:
    """What stays typed where a form is shown again: what was changed in it, on top of what is kept
    now; what was not touched shows what is kept.
    """
    left = {field: text for field, text in typed.items() if not field.startswith("was.")}
    for id in _named(typed):
        level, why = f"level.{id}", f"why.{id}"
        if stamp(typed.get(level, "").strip(), _one_text(typed.get(why, ""))) == typed.get(
            f"was.{id}"
        ):
            left.pop(level, None)
            left.pop(why, None)
    both = (_one_text(typed.get(one, "")) for one in ("strength", "concern"))
    if stamp(*both) == typed.get("was.words"):
        left.pop("strength", None)
        left.pop("concern", None)
    return left


def _unknown(mine: MySheet, typed: Typed) -> Posted:
    problem = Problem(
        say("Your sheet"),
        say("this form is not known"),
        say("load the page again and try once more"),
    )
    return Posted(faults=(Fault("do", problem),))


def _conflicts(mine: MySheet, typed: Typed) -> Posted:
    """What she says about each candidate: that there is no tie, or which; those left open stay
    so.
    """
    said = {
        field.removeprefix("tie."): kind
        for field, kind in typed.items()
        if field.startswith("tie.") and kind
    }
    if not said:
        first = next((one.id for one in mine.silent), "")
        problem = Problem(
            say("Conflicts"), say("nothing is chosen yet"), say("answer for at least one candidate")
        )
        return Posted(faults=(Fault(f"tie.{first}", problem),))
    known = {one.id for one in mine.silent} | {one.candidate.id for one in mine.sheets}
    free = tuple(id for id, kind in said.items() if kind == NO_TIE and id in known)
    tries = [
        _aside_try(mine.rater, id, kind, typed.get(f"few.{id}", ""), f"tie.{id}", f"few.{id}")
        for id, kind in said.items()
        if kind != NO_TIE
    ]
    if free:
        tries.append(Try(Declare(rater=mine.rater, candidates=free), f"tie.{free[0]}"))
    strange = tuple(
        Fault(f"tie.{id}", words.no_candidate())
        for id, kind in said.items()
        if kind == NO_TIE and id not in known
    )
    return Posted(tuple(tries), strange)


def _aside(mine: MySheet, typed: Typed) -> Posted:
    one = _aside_try(
        mine.rater, typed.get("of", ""), typed.get("tie", ""), typed.get("few", ""), "tie", "few"
    )
    return Posted((Try(one.act, one.beside, {**one.fields, asks.for_which(): "of"}),))


def _aside_try(rater: str, candidate: str, tie: str, few: str, field: str, beside: str) -> Try:
    act = StepAside(rater=rater, candidate=candidate, tie=tie, reason=_one_text(few))
    return Try(act, field, {asks.few_words()[0]: beside})


def _back(mine: MySheet, typed: Typed) -> Posted:
    known = {one.candidate.id for one in mine.asides}
    of = typed.get("of", "")
    if of not in known:
        return Posted(faults=(Fault("of", words.no_candidate()),))
    return Posted((Try(ComeBack(rater=mine.rater, candidate=of), "of"),))


def _weights(mine: MySheet, typed: Typed) -> Posted:
    """Her weights in one of three ways; every field that is empty or no number is told."""
    if not mine.criteria:
        return Posted(faults=(Fault("way", words.weighs_not_now()),))
    way = typed.get("way", "")
    if way not in weigh_words.WAYS:
        way = weigh_words.POINTS
    first = typed.get("first", "") if way == weigh_words.SWING else ""
    asked = [one for one in mine.criteria if one.id != first]
    faults: list[Fault] = []
    if way == weigh_words.SWING and first not in {one.id for one in mine.criteria}:
        problem = Problem(say("Raised first"), say("nothing is chosen yet"), say("choose one"))
        faults.append(Fault("first", problem))
    said: dict[str, Decimal] = {}
    for one in asked:
        field = f"w.{one.id}"
        text = typed.get(field, "").strip()
        try:
            said[one.id] = _weight(text, way, len(mine.criteria))
        except Wrong as wrong:
            _, what, remedy = wrong.faults[0]
            faults.append(Fault(field, Problem(one.name, what, remedy)))
    if not faults and way == weigh_words.POINTS and not any(said.values()):
        faults.append(Fault(f"w.{asked[0].id}", weigh_words.all_zero()))
    if faults:
        return Posted(faults=tuple(faults))
    try:
        shares = (
            weigh.from_swings(first, said)
            if way == weigh_words.SWING
            else weigh.from_places({id: int(place) for id, place in said.items()})
            if way == weigh_words.PLACES
            else weigh.from_points(said)
        )
    except BadInput as error:
        return Posted(faults=tuple(Fault("way", one) for one in error.problems))
    act = weigh.weighed_alone(mine.rater, shares)
    whole = sum((Fraction(one) for one in act.weights.values()), Fraction(0))
    wanted = {one.name: Fraction(act.weights[one.id]) / whole for one in mine.criteria}
    was, now = typed.get("was.weights"), stamp_of_weights(mine)
    moved = was not in (None, now) and wanted != {one.label: one.share for one in mine.given}
    return Posted((Try(act, "way"),), overtaken=(words.other_weights(),) if moved else ())


def _weight(text: str, way: str, places: int) -> Decimal:
    """The number in a field of weights.

    Raises:
        Wrong: it is empty, no number, or none of this way.
    """
    if not text:
        raise Wrong(*weigh_words.empty(way))
    number = exact(text)
    most = {weigh_words.SWING: weigh.TOP, weigh_words.PLACES: places}.get(
        way, weigh_words.MOST_POINTS
    )
    least = 1 if way == weigh_words.PLACES else 0
    whole = number == number.to_integral_value()
    if not least <= number <= most or (way == weigh_words.PLACES and not whole):
        raise Wrong(*words.off_the_ends(text, least, most))
    return number


def _scores(mine: MySheet, typed: Typed, *, meant: bool = False) -> Posted:
    """What differs from what the window was drawn with, and all of it where it is meant: levels,
    reasons, a strength and a concern.
    """
    of = typed.get("of", "")
    sheet = mine.of(of)
    cells = {cell.criterion.id: cell for cell in sheet.cells} if sheet else {}
    tries: list[Try] = []
    faults: list[Fault] = []
    overtaken: list[str] = []
    for id in _named(typed):
        try:
            found, told = _cell(mine.rater, of, id, cells.get(id), typed, meant)
        except _NotYet as error:
            faults.append(error.fault)
            continue
        tries += [found] if found else []
        overtaken += [told] if told else []
    told_words = list(_words(mine.rater, of, sheet, typed, meant))
    tries += [one for one in told_words if isinstance(one, Try)]
    faults += [one for one in told_words if isinstance(one, Fault)]
    overtaken += [one for one in told_words if isinstance(one, str)]
    return Posted(tuple(tries), tuple(faults), tuple(overtaken))


class _NotYet(Exception):  # noqa: N818 - read in "except _NotYet"
    """A criterion that cannot be tried as it was filled in."""

    def __init__(self, field: str, problem: Problem) -> None:
        super().__init__(field)
        self.fault = Fault(field, problem)


def _named(typed: Typed) -> list[str]:
    """The criteria a form names, in its order, each once."""
    named = [
        field.partition(".")[2] for field in typed if field.partition(".")[0] in ("level", "why")
    ]
    return list(dict.fromkeys(named))


def _cell(
    rater: str, of: str, id: str, cell: Cell | None, typed: Typed, meant: bool
) -> tuple[Try | None, str]:
    """The act that keeps a criterion where it was changed, and a sentence where another window had
    changed it meanwhile.
    """
    level, why = f"level.{id}", f"why.{id}"
    name = cell.criterion.name if cell else id
    kept = plain(cell.score) if cell and cell.score is not None else ""
    text = typed.get(level, kept).strip()
    reason = _one_text(typed[why]) if why in typed else (cell.reason if cell else "")
    if len(reason) > asks.LONGEST_TEXT:
        raise _NotYet(why, words.too_long(say("Why?"), reason))
    now = stamp_of_cell(cell) if cell else ""
    was, said = typed.get(f"was.{id}", now), stamp(text, reason)
    untouched = said == now == stamp("", "") if meant else said == was
    if untouched:
        return None, "" if was == now or cell is None else words.changed_elsewhere(cell)
    try:
        score = exact(text) if text else None
    except Wrong as wrong:
        _, what, remedy = wrong.faults[0]
        raise _NotYet(level, Problem(name, what, remedy)) from wrong
    if score is None and cell is not None and was == now and cell.score is None:
        raise _NotYet(level, asks.no_level(cell.criterion))
    act = GiveScore(
        rater=rater,
        candidate=of,
        criterion=id,
        score=score,
        reason=reason if score is not None else "",
        via="phone",
    )
    passed = cell is not None and now not in (was, said)
    return Try(act, level, {say("Why?"): why}), words.overtook(cell) if passed and cell else ""


def _words(
    rater: str, of: str, sheet: Sheet | None, typed: Typed, meant: bool
) -> Iterator[Try | Fault | str]:
    if "strength" not in typed and "concern" not in typed:
        return
    strength, concern = (_one_text(typed.get(one, "")) for one in ("strength", "concern"))
    long = [
        Fault(field, words.too_long(label, text))
        for field, label, text in (
            ("strength", asks.strength(), strength),
            ("concern", asks.concern(), concern),
        )
        if len(text) > asks.LONGEST_TEXT
    ]
    now = stamp_of_words(sheet) if sheet else ""
    was, said = typed.get("was.words", now), stamp(strength, concern)
    if long:
        yield from long
    elif not meant and said == was:
        if was != now:
            yield words.words_elsewhere()
    else:
        act = WriteRemark(rater=rater, candidate=of, strength=strength, concern=concern)
        fields = {asks.strength(): "strength", asks.concern(): "concern"}
        yield Try(act, "strength", fields)
        if now not in (was, said):
            yield words.words_overtook()


def _one_text(text: str) -> str:
    """What somebody wrote, without the line ends a browser sends."""
    return text.replace("\r\n", "\n").strip()


_FORMS: Mapping[str, Callable[[MySheet, Typed], Posted]] = MappingProxyType(
    {
        CONFLICTS: _conflicts,
        WEIGHTS: _weights,
        SCORES: _scores,
        ASIDE: _aside,
        BACK: _back,
    }
)
