"""On Compare, after the evidence: what a further round changed, how large seats differ, and what
was said about the cells we differ on.
"""

from collections.abc import Sequence

import streamlit as st

from cidesign.acts import notes as steps
from cidesign.acts.open_round import OpenRound, next_round
from cidesign.acts.write_note import WriteNote
from cidesign.charts import moved
from cidesign.domain.agreement import AgendaCell
from cidesign.domain.dates import day
from cidesign.domain.panel import Note
from cidesign.domain.reason import Cell
from cidesign.text import say
from cidesign.ui.kit import projector, session, who
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.contents import page_of
from cidesign.ui.kit.current import address
from cidesign.ui.kit.evidence import chart, heading, rows_as_table, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.texts import area, asked
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.compare import rounds
from cidesign.views.compare import rounds_words as words

NOTE, NOTES, SEATS, BY = "compare.note", "compare.notes", "compare.seats", "compare.note.by"


def rounds_part(page: Page) -> None:
    """Who moved and what it did; nothing where one round was held, while a round is open, or on the
    wall.
    """
    if _hidden(page):
        return
    view = remembered(page, "compare.rounds", lambda: rounds.rounds_view(page.bundle, page.catalog))
    if view is None:
        return
    heading(words.claim(view))
    sentences(
        remembered(
            page, "compare.rounds.lines", lambda: (*words.summary(view), *words.who_moved(view))
        )
    )
    if not view.movement.changed:
        return
    points = rounds.points_moved(view)
    drawn = remembered(page, "compare.moved", lambda: moved.draw(points, mode=page.mode), page.mode)
    chart(drawn, alt=moved.alt(points), key="compare.moved", rows=words.places(view))
    if rows := words.spreads(view):
        with st.expander(say("Where scores lay furthest apart")):
            rows_as_table(rows)
            st.markdown(small(plain(words.spread_note())))


def seats_fold(page: Page) -> None:
    """Seats of four or more side by side, in a fold that costs nothing while it is closed."""
    if _hidden(page) or not any(member.seat for member in page.bundle.workshop.members):
        return
    fold = st.expander(say("How seats see the candidates"), key=SEATS, on_change="rerun")
    if not fold.open:
        return
    with fold:
        view = remembered(
            page, "compare.seats.view", lambda: rounds.seats_view(page.bundle, page.catalog)
        )
        if view is None:
            st.markdown(
                small(
                    plain(
                        say("There is one agreed score, or nothing that could be ranked by seat.")
                    )
                )
            )
        elif why := words.no_seats(view):
            st.markdown(plain(why))
            st.markdown(small(plain(words.seats_rule())))
        else:
            st.markdown(f"**{plain(words.seats_claim(view))}**")
            rows_as_table(words.seats_table(view))
            sentences(words.seats_lines(view))


def notes_fold(page: Page, agenda_cells: Sequence[AgendaCell]) -> None:
    """What was said about each cell on the agenda, to be written between rounds; then the sentence
    that leads to the next round.

    Args:
        page: the open page.
        agenda_cells: what the committee talks about first; cells with a note that are not among
            them follow, to be read.
    """
    if _hidden(page):
        return
    fold = st.expander(say("What was said about them"), key=NOTES, on_change="rerun")
    if fold.open:
        with fold:
            _notes(page, tuple((one.candidate, one.criterion) for one in agenda_cells))
    if steps.may_be_written(page.bundle):
        _next_round(page)


def _notes(page: Page, cells: Sequence[Cell]) -> None:
    others = tuple(
        dict.fromkeys(
            (one.candidate, one.criterion)
            for one in page.bundle.notes
            if (one.candidate, one.criterion) not in cells
        )
    )
    named = remembered(page, "compare.notes.named", lambda: rounds.named(page.bundle, page.catalog))
    written = steps.may_be_written(page.bundle) and who.may(WriteNote)
    if written:
        st.markdown(
            small(plain(say("For the committee only. Write what was said, not who said it.")))
        )
        if cells:
            asked(page.workshop, BY, say("Written by (may stay empty)"), max_chars=120)
    elif not page.bundle.notes:
        st.markdown(small(plain(say("Nothing was written down."))))
    for candidate, criterion in (*cells, *others):
        found = steps.notes_on(page.bundle, candidate, criterion)
        name = words.cell_name(
            named.candidates.get(candidate, candidate), named.criteria.get(criterion, criterion)
        )
        if (candidate, criterion) in cells and written:
            _earlier(found.before, name)
            _ask(page, candidate, criterion, name, found.now.note if found.now else "")
        else:
            _earlier((*found.before, *([found.now] if found.now else [])), name)


def _earlier(before: Sequence[Note], name: str) -> None:
    for one in before:
        at, by = day(one.at) if one.at else "", one.by
        when = " · ".join(
            part for part in (name, say("after round {round}", round=one.round), by, at) if part
        )
        st.markdown(small(plain(when)))
        st.text(one.note)


def _ask(page: Page, candidate: str, criterion: str, name: str, stored: str) -> None:
    place = f"{NOTE}.{candidate}.{criterion}"
    area(page.workshop, place, as_label(name), stored, height=90, max_chars=steps.LONGEST)
    told(place, say("Nothing was saved."))
    label = say("Save this note") if not stored else say("Save the change")
    st.button(
        label,
        key=f"{place}.save",
        on_click=_save,
        args=(page, candidate, criterion, session.nonce(place)),
    )
    if (time := session.value(f"_saved.{place}")) and " ".join(
        str(session.value(place) or "").split()
    ) == stored:
        st.markdown(small(plain(say("Saved {time}", time=time))))


def _save(page: Page, candidate: str, criterion: str, nonce: str) -> None:
    page.speak()
    place = f"{NOTE}.{candidate}.{criterion}"
    said, by = str(session.value(place) or ""), str(session.value(BY) or "")
    act = WriteNote(
        candidate=candidate, criterion=criterion, note=said, by=by, at=session.now()[:10]
    )
    if attempt(page, place, act, nonce):
        session.put(f"_saved.{place}", session.now()[11:16])


@who.only_for(OpenRound)
def _next_round(page: Page) -> None:
    number = next_round(page.bundle)
    st.markdown(
        small(
            plain(
                say(
                    "If minds changed, open another round: each score stands until its owner "
                    "changes it."
                )
            )
        )
    )
    label = say("Go to Score and open round {round}", round=number)
    if who.may_change("score"):
        st.page_link(
            page_of("score"), label=label, icon=":material/arrow_forward:", query_params=address()
        )


def _hidden(page: Page) -> bool:
    return projector.is_on() or page.bundle.workshop.round_is_open
