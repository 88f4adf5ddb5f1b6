"""What is worth knowing at the page Initiative: eight forms side by side, a lean start, too many
backbones, leaders and equity.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import inside, listed
from cidesign.domain.guidance import FormEntry, VariantEntry
from cidesign.text import mark, say, say_count
from cidesign.views.initiative.view import InitiativeView

SEVERAL = (
    mark("List who convenes whom, for which goal, and which numbers each of them keeps."),
    mark(
        "Ask whether one of them can carry all, or give each function one home; the page Structure "
        "shows how."
    ),
    mark("Start another backbone only when none of them can take this on."),
)
LEAN = (
    mark(
        "One person for a day or two a week keeps dates, notes and numbers. A partner lends the "
        "time; nobody is hired yet. (assumed)"
    ),
    mark(
        "Partners give rooms, computers and bookkeeping in kind. Write down what it is worth, so "
        "that the true cost is seen. (assumed)"
    ),
    mark(
        "Do one thing that can be seen within six months, such as the first shared figures. Then "
        "answer these questions again. (assumed)"
    ),
)


def several_note(catalog: Catalog) -> str:
    """Where the advice on several backbones comes from."""
    return say("Our advice, after: {source}", source=catalog.source("strive_too_many").title)


def several_lines() -> tuple[str, ...]:
    """What to do where several backbones are at work."""
    return tuple(say(line) for line in SEVERAL)


def form_rows(view: InitiativeView, *, fitting: bool) -> list[dict[str, str]]:
    """The forms of collaboration that may fit us, or the others."""
    ordered = [one for one in view.forms if bool(one.fits) is fitting]
    return [
        {
            say("Form"): one.form.label,
            say("For us"): say("may fit") if one.fits else "–",
            say("What it is"): one.form.what,
            say("When it fits"): one.form.fits,
            say("Example"): one.form.example or "–",
        }
        for one in ordered
    ]


def form_shown(form: FormEntry) -> str:
    """What a form is, when it fits and who works in it, in a few sentences."""
    said = say("{form}. {what} {fits}", form=form.label, what=form.what, fits=form.fits)
    return (
        say("{said} Example: {example}.", said=said, example=form.example) if form.example else said
    )


def examples_shown(view: InitiativeView) -> str:
    """An example of each form, as far as one is known, in a row."""
    known = [one.form for one in view.forms if one.form.example]
    said = [say("{form}: {example}", form=one.label, example=one.example) for one in known]
    return say("Examples: {all}.", all="; ".join(said))


def forms_claim(view: InitiativeView) -> str:
    """Which forms fit."""
    fitting = [one.form.label for one in view.forms if one.fits]
    if not fitting:
        return say("No form stands out yet")
    return say_count(
        "One form fits: {forms}",
        "These forms fit: {forms}",
        len(fitting),
        forms=listed([inside(one) for one in fitting]),
    )


def lean_lines(variants: tuple[VariantEntry, ...]) -> tuple[str, ...]:
    """What a lean start looks like: our own advice, then arrangements others have used."""
    return (*(say(line) for line in LEAN), *(_variant(one) for one in variants))


def _variant(one: VariantEntry) -> str:
    good = one.pros[0].says if one.pros else ""
    bad = one.cons[0].says if one.cons else ""
    return " ".join(
        part for part in (say("{label}. {what}", label=one.label, what=one.what), good, bad) if part
    )


def source_lines(view: InitiativeView, catalog: Catalog) -> tuple[str, ...]:
    """Every source behind the questions and forms."""
    return tuple(catalog.source(id).in_full for id in view.sources)
