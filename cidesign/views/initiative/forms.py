"""Another form than collective impact, in words: which we chose, what of the walk stays useful for
it, what is not needed and what to do instead, and the way back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import inside, listed
from cidesign.domain.guidance import FormEntry
from cidesign.domain.nearest import instead
from cidesign.domain.problem import Problem
from cidesign.domain.walk import Step, step_of
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say
from cidesign.views.sources.facts import source_words

FILE = "workshop.yaml"
ANOTHER_FORM = mark("We work in another form for now: {forms}.")
BEGUN_LEAN = mark("We begin lean, and look again in {month}.")


@dataclass(frozen=True)
class OfPage:
    """What the forms we chose make of one page. ``more``: why, what for, or what instead."""

    needed: bool
    what: str
    more: tuple[str, ...]


def form_named(forms: Sequence[FormEntry]) -> str:
    """The forms in a row, in a part of a sentence: coalition and movement."""
    return listed([inside(form.label) for form in forms])


def of_page(page: str, bundle: Bundle, catalog: Catalog) -> OfPage | None:
    """What a page is told to be good for; None where no other form is chosen or nothing is said."""
    forms = catalog.forms_of(bundle.workshop)
    if left := catalog.left_out(page, bundle.workshop):
        why = [one.because for one in left]
        rather = [say("Instead: {what}", what=inside(one.instead)) for one in left]
        more = tuple(dict.fromkeys([*why, *rather]))
        return OfPage(
            False, say("Not needed for our form: {forms}.", forms=form_named(forms)), more
        )
    useful = tuple(one.says for form in forms for one in form.useful if page in one.pages)
    if not useful:
        return None
    return OfPage(True, say("Stays useful for our form: {forms}.", forms=form_named(forms)), useful)


def not_needed(step: Step, bundle: Bundle, catalog: Catalog) -> str:
    """Why a step is not needed, without a full stop: a backbone works, or our form has no use for
    it.
    """
    if bundle.workshop.seeks_a_person:
        return say("Not needed: here a director is chosen")
    left = catalog.left_out(step.id, bundle.workshop)
    if not left:
        return say("Not needed: a backbone is already at work")
    return say("Not needed: {because}", because=inside(left[0].because.rstrip(".")))


def form_lines(forms: Sequence[FormEntry]) -> tuple[str, ...]:
    """Form by form: which pages stay useful and what for, which are not needed and what to do
    instead.
    """
    return tuple(line for form in forms for line in _lines(form))


def _lines(form: FormEntry) -> Iterator[str]:
    for use in form.useful:
        pages = _pages(use.pages)
        yield say(
            "{form}: stays useful: {pages}. {what}", form=form.label, pages=pages, what=use.says
        )
    for left in form.left_out:
        yield say(
            "{form}: not needed: {pages}. {because} Instead: {instead}",
            form=form.label,
            pages=_pages(left.pages),
            because=left.because,
            instead=inside(left.instead),
        )
    if not form.left_out:
        yield say("{form}: every page stays needed.", form=form.label)


def whose_advice(forms: Sequence[FormEntry], catalog: Catalog) -> str:
    """Where what a form makes of the walk comes from."""
    used = [one.source for form in forms for one in form.useful]
    used += [one.source for form in forms for one in form.left_out]
    said = dict.fromkeys(source_words(id, catalog) for id in used)
    return say("Which pages a form needs: {sources}.", sources=listed(list(said)))


def faults_of_forms(forms: Sequence[str], catalog: Catalog) -> tuple[Problem, ...]:
    """Forms of the record that do not exist."""
    known = {form.id for form in catalog.forms}
    return tuple(
        Problem(
            f"{FILE}: initiative.forms",
            say("there is no form {id}", id=id),
            instead(id, known),
        )
        for id in forms
        if id not in known
    )


def _pages(ids: Sequence[str]) -> str:
    return listed([say(step_of(id).label) for id in ids])
