"""Several backbones in words: what each is for and does of the six functions, which two or more do,
which nobody does, and what to settle.
"""

from collections.abc import Mapping, Sequence

from cidesign.domain.backbones import Backbone, doing
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, listed
from cidesign.domain.walk import step_of
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.text.sentence import Sentence, in_a_row, known, own, told

SEVERAL = "several"


def at_work(bundle: Bundle) -> tuple[Backbone, ...]:
    """The backbones on the list, where several are said to work; none else."""
    several = bundle.workshop.initiative.existing_backbone == SEVERAL
    return bundle.backbones if several else ()


def overlaps(backbones: Sequence[Backbone]) -> Mapping[Function, tuple[Backbone, ...]]:
    """The functions that two or more do, with who does them."""
    found = {function: doing(function, backbones) for function in FUNCTIONS}
    return {function: ours for function, ours in found.items() if len(ours) > 1}


def uncarried(backbones: Sequence[Backbone]) -> tuple[Function, ...]:
    """The functions nobody does; none before two have said what they do."""
    if sum(bool(one.functions) for one in backbones) < 2:
        return ()
    return tuple(one for one in FUNCTIONS if not doing(one, backbones))


def claim(backbones: Sequence[Backbone]) -> str:
    """How many do the same, and how much nobody does."""
    if len(backbones) < 2:
        return say("Several backbones: who does what?")
    twice, nobody = len(overlaps(backbones)), len(uncarried(backbones))
    if not twice and not nobody:
        return say("Each function has one home")
    return say(
        "{twice}, {nobody}",
        twice=say_count(
            "{n} function is done twice", "{n} functions are done twice", twice, n=_many(twice)
        ),
        nobody=say_count(
            "{n} by nobody", "{n} by nobody", nobody, n=count(nobody) if nobody else say("none")
        ),
    )


def _many(number: int) -> str:
    return count(number, opening=True) if number else say("No")


def faults(backbones: Sequence[Backbone], catalog: Catalog) -> tuple[Sentence, ...]:
    """What to settle: a function done twice, a function nobody does, a backbone without a goal or a
    function; nothing where all is clear.
    """
    names = catalog.labels.functions
    twice = [
        told(
            say("{function}: {names} do the same. Settle who keeps it, or how they share it."),
            function=known(names[function]),
            names=in_a_row([own(one.label) for one in ours]),
        )
        for function, ours in overlaps(backbones).items()
    ]
    nobody = [
        told(say("{function}: nobody does it yet."), function=known(names[function]))
        for function in uncarried(backbones)
    ]
    silent = [
        told(say("{name} has not said what it is for."), name=own(one.label))
        for one in backbones
        if not one.goal
    ]
    idle = [
        told(say("{name} has not said which functions it does."), name=own(one.label))
        for one in backbones
        if not one.functions
    ]
    return (*twice, *nobody, *silent, *idle)


def matrix(backbones: Sequence[Backbone], catalog: Catalog) -> list[dict[str, str]]:
    """A row for each function, a column for each backbone, then what follows."""
    rows = []
    for function in FUNCTIONS:
        ours = doing(function, backbones)
        follows = say("nobody") if not ours else say("done twice") if len(ours) > 1 else "–"
        rows.append(
            {
                say("Function"): catalog.labels.functions[function],
                **{one.label: say("does it") if one in ours else "–" for one in backbones},
                say("So"): follows,
            }
        )
    return rows


def about(one: Backbone, catalog: Catalog) -> tuple[str, ...]:
    """What a backbone is for and does, in small lines."""
    names = [catalog.labels.functions[function] for function in one.functions]
    return (one.goal, say("Does: {functions}", functions=listed(names)) if names else "")


def warnings(bundle: Bundle, catalog: Catalog) -> tuple[str, ...]:
    """What the page Structure says before another backbone is chosen."""
    backbones = at_work(bundle)
    if len(backbones) < 2:
        return ()
    names = listed([one.label for one in backbones])
    said = say(
        "Backbones are at work already: {names}. {claim}; settle that on the page {page} before "
        "you add one.",
        names=names,
        claim=claim(backbones),
        page=say(step_of("initiative").label),
    )
    return (said,)
