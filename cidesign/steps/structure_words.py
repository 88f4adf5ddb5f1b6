"""The fit of structures in words: which fits best and by how much, where its points come from, and how to select a host."""

from cidesign.domain.fact import Basis, Fact
from cidesign.domain.figures import count, listed, points
from cidesign.domain.value import plain
from cidesign.steps.structure import FitRow, Part, StructureView
from cidesign.steps.team_words import inside

STRENGTHS = 3
WARNINGS = 4


def answer(view: StructureView) -> str:
    """Which structure fits best, in one sentence with its figure."""
    if not view.answered:
        return "Say what matters to you, and the structures part ways."
    level = [row.label for row in view.fits if row.points == view.best.points]
    if len(level) > 1:
        return f"{listed(level)} fit equally well: {points(view.best.points)} of 100 points."
    return f"{view.best.label} fits best: {points(view.best.points)} of 100 points."


def and_line(view: StructureView) -> str:
    """Who comes next, and how firm that is."""
    behind = [row for row in view.fits if row.points != view.best.points]
    if not view.answered or not behind:
        return "With no answers every question counts the same."
    close = " That is close: look at both." if view.lead < 5 else ""
    return f"{behind[0].label} comes next, {points(view.best.points - behind[0].points)} points behind.{close}"


def note(view: StructureView) -> str:
    """Whose figures these are."""
    asked = len(view.about("structure"))
    given = f"All {count(asked)}" if view.answered == asked else f"{count(view.answered, opening=True)} of {count(asked)}"
    given = given if view.answered else f"None of {count(asked)}"
    return f"{given} questions {'counts' if view.answered < 2 else 'count'} · your answers, levels from cited sources and our assumptions"


def claim(view: StructureView) -> str:
    """What the chart shows."""
    strong = [part.label for part in view.best.parts if part.points][:2]
    return f"{view.best.label} earns most on {listed([inside(label) for label in strong])}"


def reading(view: StructureView) -> str:
    """How to read the chart."""
    levels = sum(len(row.parts) for row in view.fits)
    return f"Points of 100. Your answers are the weights. {view.assumed} of the {levels} levels behind it are our assumptions."


def strengths(row: FitRow) -> tuple[str, ...]:
    """Where a structure's points come from, largest first."""
    return tuple(f"{part.label} {points(part.points)}" for part in row.parts if part.points)[:STRENGTHS]


def table(view: StructureView) -> list[dict[str, str]]:
    """Points of every structure on every question that counts."""
    by_driver = {row.id: {part.driver: part for part in row.parts} for row in view.fits}
    lines = [
        {
            "Question": question.label,
            "At most": points(by_driver[view.best.id][question.id].most),
            **{row.label: points(by_driver[row.id][question.id].points) for row in view.fits},
        }
        for question in view.about("structure")
        if question.id in by_driver[view.best.id]
    ]
    return [*lines, {"Question": "All", "At most": "100.0", **{row.label: points(row.points) for row in view.fits}}]


def levels(row: FitRow) -> list[dict[str, str]]:
    """The levels a structure's points rest on, and whether they are judged from a source's words or assumed."""
    return [{"Question": part.label, "Level, 1 to 5": _level(part), "Basis": _basis(part), "Words cited": part.words} for part in row.parts]


def _level(part: Part) -> str:
    return f"{plain(part.fact.value)} ({plain(part.fact.range[0])} to {plain(part.fact.range[1])})" if part.fact else "–"


def _basis(part: Part) -> str:
    if part.judged_by_us:
        return "your committee"
    if part.fact is None:
        return "nobody yet"
    return {Basis.ASSUMED: "assumed", Basis.JUDGED: "judged from the source", Basis.COMPUTED: "computed", Basis.PUBLISHED: "published"}[
        part.fact.basis
    ]


def watch(row: FitRow) -> tuple[str, ...]:
    """The first things to watch; those that follow from the answers come first."""
    return row.watch[:WARNINGS]


def against_and_for(row: FitRow) -> tuple[str, ...]:
    """What speaks for a structure and against it, whatever the answers."""
    return (*(f"For: {said.says}" for said in row.pros), *(f"Against: {said.says}" for said in row.cons))


def cases(view: StructureView) -> list[dict[str, str]]:
    """Real initiatives, those of the best structure first: what they are and what happened."""
    labels = {row.id: row.label for row in view.fits}
    return [
        {
            "Initiative": f"{case.label}, {case.place}",
            "Structure": listed([labels.get(id, id) for id in case.structures]) or "not told",
            "What happened": " ".join(said.says for said in case.what),
        }
        for case in view.cases
    ]


def mode_claim(view: StructureView) -> str:
    """The advice on how to select a host."""
    return f"Choose the host by {inside(view.advised_mode.label)}"


def mode_note(view: StructureView) -> str:
    """What it means, and how long it takes."""
    mode = view.advised_mode
    return f"{mode.what} About {_weeks(mode.weeks)}."


def _weeks(weeks: Fact) -> str:
    low, high = weeks.range
    return f"{plain(weeks.value)} weeks ({plain(low)} to {plain(high)}{', assumed' if weeks.assumed else ''})"


def modes(view: StructureView) -> list[dict[str, str]]:
    """All ways to select a host side by side."""
    return [{"Way": mode.label, "What it is": mode.what, "How long": _weeks(mode.weeks)} for mode in view.modes]


def sources(view: StructureView) -> tuple[str, ...]:
    """Every source the page rests on."""
    return tuple(
        ". ".join(part for part in (source.title, source.publisher, source.year, source.read_as) if part) + "." for source in view.sources
    )


def figures(view: StructureView) -> dict[str, str]:
    """The figures a decision is taken on."""
    return {row.label: points(row.points) for row in view.fits}
