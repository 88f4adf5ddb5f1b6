"""The fit of structures in words: which fits best and by how much, where its points come from, and
how to select a host.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, listed, points, points_apart
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.sources.facts import source_words
from cidesign.views.structure.view import FitRow, Part, StructureView, structure_view

STRENGTHS = 3
SHOWN = 6
"""Structures in the chart, best first; the others stand in the table."""
WARNINGS = 4
CLOSE = 5
"""Points: a smaller lead is said to be close."""


def answer(view: StructureView) -> str:
    """Which structure fits best, in one sentence with its figure."""
    if not view.answered:
        return say("Say what matters to you, and the structures part ways.")
    level = [row.label for row in view.fits if row.points == view.best.points]
    if len(level) > 1:
        told = {"structures": listed(level), "points": points(view.best.points)}
        if not view.ours:
            return say(
                "With usual answers {structures} fit equally well: {points} of 100 points.", **told
            )
        return say("{structures} fit equally well: {points} of 100 points.", **told)
    if not view.ours:
        return say(
            "With usual answers, this fits best: {structure}, {points} of 100 points.",
            structure=inside(view.best.label),
            points=points(view.best.points),
        )
    if view.mostly_usual:
        return say(
            "With mostly usual answers, this fits best: {structure}, {points} of 100 points.",
            structure=inside(view.best.label),
            points=points(view.best.points),
        )
    return say(
        "{structure} fits best: {points} of 100 points.",
        structure=view.best.label,
        points=points(view.best.points),
    )


def and_line(view: StructureView) -> str:
    """Who comes next, and how firm that is."""
    behind = [row for row in view.fits if row.points != view.best.points]
    if not view.answered or not behind:
        return say("With no answers every question counts the same.")
    next_best = say(
        "{structure} comes next, {points} points behind.",
        structure=behind[0].label,
        points=points_apart(view.best.points, behind[0].points),
    )
    close = say("That is close: look at both.") if view.lead < CLOSE else ""
    none_yet = "" if view.ours else say("None of the answers is yours yet: say what matters.")
    return " ".join(part for part in (none_yet, next_best, close) if part)


def first(view: StructureView) -> tuple[str, ...]:
    """The ids of the structures that fit best; several for a tie."""
    return tuple(row.id for row in view.fits if row.points == view.best.points)


def note(view: StructureView) -> str:
    """Whose figures these are."""
    asked = len(view.about("structure"))
    if not view.answered:
        given = say("None of {all} questions counts", all=count(asked))
    elif view.answered == asked:
        given = say("All {all} questions count", all=count(asked))
    else:
        given = say_count(
            "{answered} of {all} questions counts",
            "{answered} of {all} questions count",
            view.answered,
            answered=count(view.answered, opening=True),
            all=count(asked),
        )
    return (
        f"{given} · {whose_answers(view)}, {say('levels from cited sources and our assumptions')}"
    )


def whose_answers(view: StructureView) -> str:
    """Whether the answers that count are the committee's or usual values."""
    if not view.ours:
        return say("usual answers, none of them yours yet")
    if view.ours < view.answered:
        return say_count(
            "{n} of them your answer, the others usual",
            "{n} of them your answers, the others usual",
            view.ours,
            n=count(view.ours),
        )
    return say("your answers")


def claim(view: StructureView) -> str:
    """What the chart shows."""
    strong = [part.label for part in view.best.parts if part.points][:2]
    return say(
        "{structure} earns most on {questions}",
        structure=view.best.label,
        questions=listed([inside(label) for label in strong]),
    )


def reading(view: StructureView) -> str:
    """How to read the chart."""
    levels = sum(len(row.parts) for row in view.fits)
    told = say(
        "Points of 100. The answers are the weights. {assumed} of the {levels} levels behind it "
        "are our assumptions.",
        assumed=view.assumed,
        levels=levels,
    )
    behind = len(view.fits) - SHOWN
    if behind <= 0:
        return told
    rest = say_count(
        "{n} that fits less stands in the table.",
        "{n} that fit less stand in the table.",
        behind,
        n=count(behind, opening=True),
    )
    return f"{told} {rest}"


def strengths(row: FitRow) -> tuple[str, ...]:
    """Where a structure's points come from, largest first."""
    return tuple(f"{part.label} {points(part.points)}" for part in row.parts if part.points)[
        :STRENGTHS
    ]


def table(view: StructureView) -> list[dict[str, str]]:
    """Points of every structure on every question that counts."""
    by_driver = {row.id: {part.driver: part for part in row.parts} for row in view.fits}
    lines = [
        {
            say("Question"): question.label,
            say("At most"): points(by_driver[view.best.id][question.id].most),
            **{row.label: points(by_driver[row.id][question.id].points) for row in view.fits},
        }
        for question in view.about("structure")
        if question.id in by_driver[view.best.id]
    ]
    return [
        *lines,
        {
            say("Question"): say("All"),
            say("At most"): "100.0",
            **{row.label: points(row.points) for row in view.fits},
        },
    ]


def levels(row: FitRow) -> list[dict[str, str]]:
    """The levels a structure's points rest on, and whether they are judged from a source's words or
    assumed.
    """
    return [
        {
            say("Question"): part.label,
            say("Level, 1 to 5"): _level(part),
            say("Basis"): _basis(part),
            say("Words cited"): part.words,
        }
        for part in row.parts
    ]


def _level(part: Part) -> str:
    if part.fact is None:
        return "–"
    low, high = part.fact.range
    return say(
        "{level} ({low} to {high})", level=plain(part.fact.value), low=plain(low), high=plain(high)
    )


def _basis(part: Part) -> str:
    if part.judged_by_us:
        return say("your committee")
    if part.fact is None:
        return say("nobody yet")
    return part.fact.basis.in_words


def watch(row: FitRow) -> tuple[str, ...]:
    """The first things to watch; those that follow from the answers come first."""
    return row.watch[:WARNINGS]


def against_and_for(row: FitRow) -> tuple[str, ...]:
    """What speaks for a structure and against it, whatever the answers."""
    return (
        *(say("For: {reason}", reason=said.says) for said in row.pros),
        *(say("Against: {reason}", reason=said.says) for said in row.cons),
    )


def examples(row: FitRow, catalog: Catalog) -> str:
    """Who has this structure, each with its source; empty where we know of nobody."""
    named = [
        say("{name} ({source})", name=one.name, source=source_words(one.source, catalog))
        for one in row.examples
    ]
    return say("Such as: {names}.", names="; ".join(named)) if named else ""


def cases(view: StructureView) -> list[dict[str, str]]:
    """Real initiatives, those of the best structure first: what they are and what happened."""
    labels = {row.id: row.label for row in view.fits}
    return [
        {
            say("Initiative"): f"{case.label}, {case.place}",
            say("Structure"): listed([labels.get(id, id) for id in case.structures])
            or say("not told"),
            say("What happened"): " ".join(said.says for said in case.what),
        }
        for case in view.cases
    ]


def mode_claim(view: StructureView, sealed_way: str = "") -> str:
    """The advice on how to select a host; once the rules are sealed, how it is done."""
    if sealed_way:
        return say("The rules are sealed: {way}", way=inside(sealed_way))
    return say("The answers speak for {way}", way=inside(view.advised_mode.label))


def sources(view: StructureView) -> tuple[str, ...]:
    """Every source the page rests on."""
    return tuple(source.in_full for source in view.sources)


def figures(view: StructureView) -> dict[str, str]:
    """The figures a decision is taken on."""
    return {row.label: points(row.points) for row in view.fits}


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands there before the decision, without a full stop."""
    view = structure_view(bundle, catalog)
    if not view.answered:
        return say("No answers yet")
    if view.mostly_usual:
        return answer(view).removesuffix(".")
    return say(
        "So far: {structure} fits best, {points} of 100 points",
        structure=view.best.label,
        points=points(view.best.points),
    )
