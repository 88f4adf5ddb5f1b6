"""A member's sheet as a page of HTML: values in, text out. It is filled in and sent without any
script; with one, each tap is sent by itself.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote

from cidesign.acts.give_score import reason_owed
from cidesign.acts.sheets import Cell, Sheet
from cidesign.acts.step_aside import TIES
from cidesign.domain.choices import Invented
from cidesign.domain.figures import percent
from cidesign.domain.panel import Candidate
from cidesign.domain.value import plain
from cidesign.serve.markup import Child, Html, element, together
from cidesign.text import say, spoken
from cidesign.views.candidates.applications import Piece
from cidesign.views.process import weighing
from cidesign.views.room import rehearsal as apart
from cidesign.views.room import rehearsal_words
from cidesign.views.score import asks
from cidesign.views.score import words as score_words
from cidesign.views.sheet import posted, words
from cidesign.views.sheet.rehearsal import RehearsedSheet
from cidesign.views.sheet.view import MySheet, stamp_of_cell, stamp_of_weights, stamp_of_words

ADDRESS, RESULT = "/sheet", "/compare"
DOT = "\N{BLACK CIRCLE}"
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Frame:
    """What stands around every page of the sheet.

    Args:
        token: each form carries it back; nonce: likewise, new for each drawing.
        key: under which this browser keeps what is not saved yet; style, script: their addresses.
        rehearsal: how far one is, in one word; stage: of the selection, by its id.
        seconds_left: until the timer of the room ends; None where none runs.
    """

    token: str
    nonce: str
    key: str
    style: str
    script: str
    rehearsal: str = ""
    stage: str = ""
    seconds_left: int | None = None


@dataclass(frozen=True)
class Told:
    """What happened to the form that was sent.

    Args:
        done: what went well, as sentences; missed: what did not.
        faults: by field, what keeps it from being saved.
        typed: the form as it was sent, where it must stay as it is.
    """

    done: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    faults: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    typed: Mapping[str, str] = field(default_factory=lambda: NOTHING)


NOT_SENT = Told()


def all_of_it(
    frame: Frame,
    mine: MySheet,
    answer: tuple[str, str],
    way: str,
    told: Told = NOT_SENT,
    rehearsed: RehearsedSheet | None = None,
) -> str:
    """The first page: a rehearsal where one is held, conflicts, then weights, then the candidates
    and what is left of each.
    """
    return _page(
        frame,
        mine,
        words.question(),
        _rehearsal(rehearsed) if rehearsed else None,
        _answer(*answer),
        _to_the_result(mine),
        _told(told),
        _conflicts(frame, mine, told) if mine.silent else None,
        _weights(frame, mine, way, told) if mine.criteria else None,
        _candidates(mine) if mine.sheets else None,
        _stepped(frame, mine, told),
    )


def of_one(
    frame: Frame,
    mine: MySheet,
    sheet: Sheet,
    wrote: Iterable[str],
    told: Told = NOT_SENT,
    *,
    sent: bool = False,
) -> str:
    """A candidate's page: every criterion with its levels, then strength and concern.

    ``wrote``: the criteria the candidate wrote something about; ``sent``: whether it sent in
    anything.
    """
    filled = mine.is_open or bool(told.typed)
    named = set(wrote)
    cells = [
        _criterion(
            sheet,
            place,
            cell,
            told,
            read=_wrote(sheet.candidate) if cell.criterion.id in named else None,
            why=_why(mine, cell, place, told),
        )
        for place, cell in enumerate(sheet.cells)
    ]
    body = _form_of_scores(frame, mine, sheet, cells, told) if filled else _kept(sheet)
    return _page(
        frame,
        mine,
        sheet.candidate.label,
        element(
            "p",
            _link(ADDRESS, words.to_all(), class_="go"),
            _link(
                address(read=sheet.candidate.id),
                words.read_application(sheet.candidate.label),
                class_="go",
            )
            if sent
            else None,
        ),
        element("p", words.progress(sheet), class_="note", id="progress"),
        None if mine.is_open else _closed(mine),
        _to_the_result(mine),
        _told(told),
        body,
        _aside_later(frame, mine, sheet.candidate, told),
        of=sheet.candidate.id,
        saved=sheet.saved,
    )


def of_invented(
    frame: Frame,
    rehearsed: RehearsedSheet,
    sheet: Sheet,
    one: Invented,
    told: Told = NOT_SENT,
) -> str:
    """The page of a candidate that does not exist: who it is, what it says on each criterion that
    is read, and the levels.
    """
    mine = rehearsed.mine
    cells = [
        _criterion(
            sheet,
            place,
            cell,
            told,
            read=element("p", rehearsal_words.quoted(rehearsed.says(one, cell.criterion.id))),
            why=None,
        )
        for place, cell in enumerate(sheet.cells)
    ]
    filled = mine.is_open or bool(told.typed)
    return _page(
        frame,
        mine,
        one.label,
        element("p", _link(ADDRESS, words.to_all(), class_="go")),
        element("p", one.what),
        element("p", words.progress(sheet), class_="note", id="progress"),
        None if mine.is_open else element("p", rehearsal_words.over(), class_="missed"),
        _told(told),
        _form_of_scores(frame, mine, sheet, cells, told) if filled else _kept(sheet),
        of=sheet.candidate.id,
        saved=sheet.saved,
        said=rehearsal_words.to_the_script(),
    )


def application(frame: Frame, mine: MySheet, one: Candidate, pieces: Sequence[Piece]) -> str:
    """What a candidate sent in, for a member who may read it."""
    read = [
        element(
            "section",
            element("h2", piece.name, id=piece.name),
            element("pre", piece.text) if piece.text else None,
            *(element("p", _link(to, to, rel="noreferrer noopener")) for to in piece.links),
        )
        for piece in pieces
        if piece.text or piece.links
    ]
    return _page(
        frame,
        mine,
        one.label,
        element("p", _link(address(of=one.id), say("Back"), class_="go")),
        *(read or [element("p", words.nothing_sent())]),
    )


def notice(style: str, title: str, *lines: str) -> str:
    """A page that only says something, to somebody we do not know."""
    return _whole(
        title,
        style,
        "",
        element("main", element("h1", title), *(element("p", line) for line in lines)),
    )


def _page(
    frame: Frame,
    mine: MySheet,
    title: str,
    *pieces: Child,
    of: str = "",
    saved: int = 0,
    said: Mapping[str, str] = NOTHING,
) -> str:
    head = element(
        "header",
        element("p", mine.example, class_="example") if mine.example else None,
        element("p", f"{mine.workshop} · {mine.name}" if mine.name else mine.workshop),
    )
    body = together(
        head,
        element(
            "main",
            element("h1", title),
            _clock(frame),
            element("div", id="unsaved", role="status", hidden=True),
            *pieces,
            data_key=frame.key,
            data_token=frame.token,
            data_of=of,
            data_saved=saved or None,
            data_open="1" if mine.is_open else "",
            data_rehearsal=frame.rehearsal,
            data_stage=frame.stage,
            data_said=json.dumps({**words.to_the_script(), **said}, ensure_ascii=False),
        ),
    )
    return _whole(title, frame.style, frame.script, body)


def _whole(title: str, style: str, script: str, body: Html) -> str:
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"{title} · cidesign"),
        element("link", rel="stylesheet", href=style),
        element("script", src=script, defer=True) if script else None,
    )
    return "<!doctype html>" + element("html", head, element("body", body), lang=spoken().code)


def address(**asked: str) -> str:
    """The address of a page of the sheet."""
    told = "&".join(f"{key}={quote(value, safe='')}" for key, value in asked.items())
    return f"{ADDRESS}?{told}"


def _link(to: str, label: str, *, class_: str | None = None, rel: str | None = None) -> Html:
    return element("a", label, href=to, class_=class_, rel=rel)


def _answer(said: str, more: str) -> Html:
    return element(
        "section", element("h2", said), element("p", more) if more else None, class_="answer"
    )


def _closed(mine: MySheet) -> Html:
    return element("p", say("Round {round} is not open.", round=mine.round), class_="missed")


def _to_the_result(mine: MySheet) -> Html | None:
    if not mine.has_result:
        return None
    return element("p", _link(RESULT, say("To the comparison"), class_="go"))


def _clock(frame: Frame) -> Html:
    """The time that is left, which a script keeps true; an empty place where no timer runs."""
    left = frame.seconds_left
    said = "" if left is None else words.time_left(left)
    return element(
        "p", said, id="clock", role="timer", class_="note", data_left=left, hidden=left is None
    )


def _told(told: Told) -> Html:
    done = [element("p", one, class_="done", role="status") for one in told.done]
    missed = [element("p", one, class_="missed", role="alert") for one in told.missed]
    return together(*missed, *done)


def _form(frame: Frame, do: str, what: str, *pieces: Child, go: str = "", of: str = "") -> Html:
    """A form that says what it asks for, and carries what protects it and lets it act once.
    ``what``: it saves, as it is told where it waits or is refused.
    """
    hidden = {"do": do, "token": frame.token, "nonce": frame.nonce, "of": of}
    return element(
        "form",
        *(_hidden(name, value) for name, value in hidden.items() if value or name != "of"),
        *pieces,
        method="post",
        action=ADDRESS,
        data_go=go or None,
        data_name=what,
        autocomplete="off",
    )


def _hidden(name: str, value: str) -> Html:
    return element("input", type="hidden", name=name, value=value)


def _fault(told: Told, name: str, id: str) -> Html | None:
    """What is wrong with a field, under the id by which the field names it; an empty place for the
    script where nothing is.
    """
    said = told.faults.get(name, "")
    return element("p", said, class_="fault", id=f"{id}-fault", data_fault=name, hidden=not said)


def _described(told: Told, name: str, id: str) -> dict[str, str | None]:
    wrong = name in told.faults
    return {"aria_describedby": f"{id}-fault", "aria_invalid": "true" if wrong else None}


def _submit(label: str) -> Html:
    return element("button", label, type="submit", class_="first")


def _choices(
    name: str,
    id: str,
    label: str,
    options: Iterable[tuple[str, str]],
    told: Told,
    chosen: str = "",
) -> Html:
    picked = told.typed.get(name, chosen)
    listed = [("", words.choose()), *options]
    return together(
        element("label", label, for_=id),
        element(
            "select",
            *(
                element("option", text, value=value, selected=value == picked)
                for value, text in listed
            ),
            name=name,
            id=id,
            **_described(told, name, id),
        ),
        _fault(told, name, id),
    )


def _line(
    name: str, id: str, label: str, told: Told, *, kept: str = "", number: bool = False
) -> Html:
    return together(
        element("label", label, for_=id),
        element(
            "input",
            type="text",
            name=name,
            id=id,
            value=told.typed.get(name, kept),
            inputmode="decimal" if number else None,
            maxlength=None if number else asks.LONGEST_TEXT,
            **_described(told, name, id),
        ),
        _fault(told, name, id),
    )


def _area(name: str, id: str, label: str, told: Told, kept: str) -> Html:
    return together(
        element("label", label, for_=id),
        element(
            "textarea",
            told.typed.get(name, kept),
            name=name,
            id=id,
            rows=3,
            maxlength=asks.LONGEST_TEXT,
            **_described(told, name, id),
        ),
        _fault(told, name, id),
    )


def _conflicts(frame: Frame, mine: MySheet, told: Told) -> Html:
    title, note = asks.before_reading()
    options = [(posted.NO_TIE, words.no_tie()), *((id, say(said)) for id, said in TIES.items())]
    fields = [
        element(
            "fieldset",
            element("legend", one.label),
            _choices(f"tie.{one.id}", f"tie{place}", asks.what_tie(), options, told),
            _line(f"few.{one.id}", f"few{place}", words.if_a_tie(), told),
        )
        for place, one in enumerate(mine.silent)
    ]
    return element(
        "section",
        element("h2", title),
        element("p", note, class_="note"),
        _form(frame, posted.CONFLICTS, words.your_ties(), *fields, _submit(words.save_conflicts())),
        id="conflicts",
    )


def _weights(frame: Frame, mine: MySheet, way: str, told: Told) -> Html:
    if mine.given and not way:
        rows = (
            element("li", element("span", one.label), element("b", percent(one.share)))
            for one in mine.given
        )
        return element(
            "section",
            element("h2", weighing.you_gave()),
            element("ul", *rows, class_="rows"),
            element("p", _link(address(weigh=weighing.SWING), weighing.weigh_again(), class_="go")),
            id="weights",
        )
    way = way if way in weighing.WAYS else weighing.SWING
    ways = (
        element("b", say(said), aria_current="true")
        if id == way
        else _link(address(weigh=id) + "#weights", say(said), class_="go")
        for id, said in weighing.WAYS.items()
    )
    return element(
        "section",
        element("h2", words.weigh_question()),
        element("p", words.weigh_alone(), class_="note"),
        element("nav", *ways, class_="ways", aria_label=say("How")),
        _form(
            frame,
            posted.WEIGHTS,
            words.your_weights(),
            _hidden("way", way),
            _hidden("was.weights", told.typed.get("was.weights", stamp_of_weights(mine))),
            _how(mine, way, told),
            *(
                _line(
                    f"w.{one.id}",
                    f"w{place}",
                    f"{one.name} ({weighing.hint(way)})",
                    told,
                    number=True,
                )
                for place, one in enumerate(mine.criteria)
            ),
            _fault(told, "way", "way"),
            _submit(weighing.save()),
        ),
        id="weights",
    )


def _how(mine: MySheet, way: str, told: Told) -> Html:
    if way == weighing.SWING:
        options = [(one.id, weighing.raised(one)) for one in mine.criteria]
        return together(
            element("p", weighing.which_first()),
            _choices("first", "first", words.raised_first(), options, told),
            element("p", words.beside_first()),
        )
    note = weighing.places_note() if way == weighing.PLACES else weighing.points_note()
    return element("p", note)


def _rehearsal(rehearsed: RehearsedSheet) -> Html:
    """A rehearsal on the first page: her invented candidates, or how far apart all read them."""
    mine, rows = rehearsed.mine, rehearsed.apart
    if mine.is_open:
        return element(
            "section",
            element("h2", rehearsal_words.is_open()),
            element("p", rehearsal_words.nothing_counts(), class_="example"),
            element("p", rehearsal_words.how_to_read(), class_="note"),
            _sheets(mine) if mine.sheets else element("p", rehearsal_words.for_members()),
            id="rehearsal",
        )
    return element(
        "section",
        element("h2", rehearsal_words.over()),
        element("p", rehearsal_words.nothing_counts(), class_="example"),
        element("p", element("b", apart.answer(rows))),
        element("p", apart.note(rows), class_="note") if rows else None,
        *(_read(one) for one in rows),
        id="rehearsal",
    )


def _read(one: apart.ReadApart) -> Html:
    """How a criterion was read: a dot for each member beside each level, and what to say of it."""
    levels = (
        element(
            "li",
            element("span", " · ".join(filter(None, (level.number, level.name)))),
            element("b", DOT * level.people, aria_hidden="true", class_="dots"),
            element("b", str(level.people)),
        )
        for level in one.levels
    )
    return element(
        "section",
        element("h3", f"{one.number}. {one.candidate} · {one.criterion}"),
        element("ul", *levels, class_="rows read") if one.levels else None,
        element("p", one.words),
    )


def _candidates(mine: MySheet) -> Html:
    title, note = asks.candidates()
    return element(
        "section",
        element("h2", title),
        element("p", note, class_="note"),
        _sheets(mine),
        id="candidates",
    )


def _sheets(mine: MySheet) -> Html:
    """Each of her sheets with how far it is, and the way to it."""
    rows = (
        element(
            "li",
            element(
                "span",
                element("b", sheet.candidate.label),
                element("br"),
                element("small", _state(sheet)),
            ),
            _link(
                address(of=sheet.candidate.id),
                asks.go_on(sheet) if mine.is_open else say("Look"),
                class_="go",
            ),
        )
        for sheet in mine.sheets
    )
    return element("ul", *rows, class_="rows")


def _state(sheet: Sheet) -> str:
    if sheet.complete:
        return say("Complete")
    begun = sheet.saved or sheet.strength or sheet.concern
    return score_words.begun(sheet) if begun else asks.not_rated()


def _stepped(frame: Frame, mine: MySheet, told: Told) -> Html | None:
    if not mine.asides:
        return None
    rows = (
        element(
            "li",
            element("span", element("b", one.candidate.label), " ", element("small", one.kind)),
            _form(
                frame,
                posted.BACK,
                words.coming_back(one.candidate.label),
                element("button", asks.take_back(), type="submit"),
                of=one.candidate.id,
            )
            if mine.may_return
            else None,
        )
        for one in mine.asides
    )
    return element(
        "section",
        element("h2", words.whom_aside()),
        element("ul", *rows, class_="rows"),
        _fault(told, "of", "of"),
        id="asides",
    )


def _aside_later(frame: Frame, mine: MySheet, one: Candidate, told: Told) -> Html:
    label, _ = asks.few_words()
    options = [(id, say(said)) for id, said in TIES.items()]
    return element(
        "details",
        element("summary", words.aside_later()),
        _form(
            frame,
            posted.ASIDE,
            words.stepping_aside(one.label),
            _choices("tie", "tie", asks.what_tie(), options, told),
            _line("few", "few", label, told),
            _fault(told, "of", "of"),
            element("button", asks.step_aside(), type="submit"),
            of=one.id,
        ),
        open=bool({"tie", "few", "of"} & set(told.faults)),
    )


def _kept(sheet: Sheet) -> Html:
    """A sheet while no round is open: what she gave, to be read."""
    rows = [
        element("li", element("span", cell.criterion.name), element("b", score_words.level(cell)))
        for cell in sheet.cells
    ]
    said = [
        (label, text)
        for label, text in ((asks.strength(), sheet.strength), (asks.concern(), sheet.concern))
        if text
    ]
    return together(
        element("ul", *rows, class_="rows"),
        *(element("p", element("b", label), ": ", text) for label, text in said),
    )


def _form_of_scores(
    frame: Frame, mine: MySheet, sheet: Sheet, cells: Sequence[Html], told: Told
) -> Html:
    following = mine.after(sheet.candidate.id)
    go = address(of=following.candidate.id) if following else ADDRESS
    return _form(
        frame,
        posted.SCORES,
        sheet.candidate.label,
        *cells,
        _strength_and_concern(sheet, told) if sheet.words_owed or sheet.strength else None,
        element("p", words.press_save(), class_="note", id="press"),  # a script takes it away
        element(
            "div",
            _link(ADDRESS, say("Back"), class_="go"),
            element("output", id="state", aria_live="polite"),
            _submit(words.save_and(following)),
            class_="bar",
        ),
        go=go,
        of=sheet.candidate.id,
    )


def _wrote(one: Candidate) -> Html:
    return element("p", _link(address(read=one.id), asks.wrote(one.label), class_="go"))


def _criterion(
    sheet: Sheet, place: int, cell: Cell, told: Told, *, read: Html | None, why: Html | None
) -> Html:
    """``read``: what the candidate says on it, or the way there; ``why``: where a reason goes."""
    one, id = cell.criterion, f"c{place}"
    level = f"level.{one.id}"
    chosen = told.typed.get(level, words.level_of(cell))
    return element(
        "fieldset",
        element("legend", f"{place + 1}. {one.name}", id=id),
        element("p", one.question) if one.question else None,
        read,
        *_levels(cell, level, chosen, id, told),
        _fault(told, level, id),
        why,
        _hidden(f"was.{one.id}", told.typed.get(f"was.{one.id}", stamp_of_cell(cell))),
        element("p", words.said_of(cell), class_="state", data_state=one.id),
        aria_describedby=f"{id}-fault",
        data_criterion=one.id,
        data_name=f"{sheet.candidate.label} · {one.name}",
    )


def _levels(cell: Cell, name: str, chosen: str, id: str, told: Told) -> list[Html]:
    """The levels as cards, or a field where any number may stand."""
    scale, cards = cell.criterion.scale, score_words.cards(cell.criterion)
    if not cards:
        label = asks.number_from(plain(scale.low), plain(scale.high))
        return [
            element("label", label, for_=f"{id}-n"),
            element(
                "input",
                type="text",
                inputmode="decimal",
                name=name,
                id=f"{id}-n",
                value=chosen,
                **_described(told, name, id),
            ),
        ]
    known = [
        (card.number, " · ".join(filter(None, (card.number, card.name))), card.says)
        for card in cards
    ]
    strange = chosen and chosen not in {number for number, _, _ in known}
    return [
        element(
            "label",
            element("input", type="radio", name=name, value=number, checked=number == chosen),
            element("span", element("b", title), f" {says}" if says else None),
        )
        for number, title, says in (
            *known,
            *([(chosen, chosen, "")] if strange else []),
            ("", words.leave_open(), ""),
        )
    ]


def _why(mine: MySheet, cell: Cell, place: int, told: Told) -> Html:
    name, id = f"why.{cell.criterion.id}", f"y{place}"
    chosen = told.typed.get(f"level.{cell.criterion.id}", words.level_of(cell))
    given = next(
        (one.value for one in score_words.cards(cell.criterion) if one.number == chosen), cell.score
    )
    asked = given is not None and reason_owed(mine.reasons, cell.criterion, given)
    area = _area(name, id, asks.why(asked=asked), told, cell.reason)
    shown = asked or bool(cell.reason) or name in told.faults or bool(told.typed.get(name))
    return element("details", element("summary", say("Why?")), area, open=shown)


def _strength_and_concern(sheet: Sheet, told: Told) -> Html:
    title, note = asks.strength_and_concern()
    return element(
        "section",
        element("h2", title),
        element("p", note, class_="note"),
        _area("strength", "strength", asks.strength(), told, sheet.strength),
        _area("concern", "concern", asks.concern(), told, sheet.concern),
        _hidden("was.words", told.typed.get("was.words", stamp_of_words(sheet))),
        element("p", class_="state", data_state="words"),
        data_name=sheet.candidate.label,
    )
