"""Scoring in words: where a round stands, what a member has left, what stands on a level's card,
what is missing at the close.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from cidesign.acts.close_round import unfinished
from cidesign.acts.open_round import next_round
from cidesign.acts.sheets import (
    Cell,
    Owed,
    Sheet,
    last_round,
    owed,
    raters,
    set_aside_of,
    sheets_of,
    steps_aside_for,
    to_score,
)
from cidesign.acts.step_aside import SET_ASIDE
from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day
from cidesign.domain.figures import count, listed
from cidesign.domain.labels import of_panel
from cidesign.domain.rules import Criterion, Missing
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.process.rules import MISSING
from cidesign.views.score import asks

SHORT_LETTERS = 40
MOST_CARDS = 7


@dataclass(frozen=True)
class Card:
    """One level to choose: its value, the words that name it, and a sentence; words are empty where
    the sheet has none.
    """

    value: Decimal
    number: str
    name: str = ""
    says: str = ""


def cards(criterion: Criterion) -> tuple[Card, ...]:
    """The levels of a scale from worst to best; none where there are too many, or any number may be
    given.
    """
    scale = criterion.scale
    if scale.step is None:
        return ()
    steps = abs(Fraction(scale.best) - Fraction(scale.worst)) / Fraction(scale.step)
    if steps >= MOST_CARDS:
        return ()
    way = scale.step if scale.best > scale.worst else -scale.step
    values = [scale.worst + way * place for place in range(int(steps) + 1)]
    return tuple(
        Card(value, plain(value), *_split(scale.levels.get(value, ""))) for value in values
    )


def _split(words: str) -> tuple[str, str]:
    """A level's words as a name of a few words and a sentence, where they are written so."""
    name, dot, rest = " ".join(words.split()).partition(". ")
    if dot and len(name) <= SHORT_LETTERS:
        return name, rest
    whole = " ".join(words.split())
    return (whole.rstrip("."), "") if len(whole) <= SHORT_LETTERS else ("", whole)


def shown_sheets(bundle: Bundle, rater: str, catalog: Catalog) -> tuple[Sheet, ...]:
    """A rater's own sheets, with criteria by their short names where they are the catalog's."""

    short = of_panel(bundle.rules, (), catalog.labels).criteria

    rated = bundle.rules.rated if bundle.rules else ()
    named = {
        one.id: one.model_copy(update={"label": short[one.id]})
        for one in rated
        if one.name != short[one.id]
    }
    if not named:
        return sheets_of(bundle, rater)
    return tuple(
        replace(
            sheet,
            cells=tuple(
                replace(cell, criterion=named.get(cell.criterion.id, cell.criterion))
                for cell in sheet.cells
            ),
        )
        for sheet in sheets_of(bundle, rater)
    )


def answer(bundle: Bundle) -> str:
    """Where scoring stands, in one sentence."""
    lacking = wanting(bundle)
    if lacking:
        return lacking[0]
    if bundle.partial:
        return say("Round {round} is open.", round=bundle.workshop.round)
    if bundle.workshop.round_is_open:
        return say(
            "Round {round} is open: {sheets}.", round=bundle.workshop.round, sheets=_sheets(bundle)
        )
    if can_decide(bundle) and bundle.result is not None:  # others' sheets are not in this record
        return closed(bundle)
    if can_decide(bundle):
        return say(
            "Round {round} is closed: {sheets}.", round=last_round(bundle), sheets=_sheets(bundle)
        )
    return say("Round {round} is not open yet.", round=next_round(bundle))


def closed(bundle: Bundle) -> str:
    """That the round is closed, and no count."""
    return say("Round {round} is closed.", round=last_round(bundle))


def _sheets(bundle: Bundle) -> str:
    listed_owed = owed(bundle)
    whole = sum(not one.missing for one in listed_owed)
    if not whole:
        return say("none of {all} sheets is complete", all=count(len(listed_owed)))
    if len(listed_owed) == 1:
        return say("the one sheet is complete")
    return say_count(
        "{n} of {all} sheets is complete",
        "{n} of {all} sheets are complete",
        whole,
        n=count(whole),
        all=count(len(listed_owed)),
    )


def and_line(bundle: Bundle) -> str:
    """What a member should know then."""
    lacking = wanting(bundle)
    if lacking:
        return lacking[1]
    if bundle.workshop.round_is_open:
        return say("Nobody sees another's scores, points or order before the round is closed.")
    if can_decide(bundle):
        return _counts(bundle)
    return say(
        "A facilitator opens it. Whoever has not declared conflicts yet, or that there are none, "
        "is asked before anything can be read."
    )


def _counts(bundle: Bundle) -> str:
    """Which scores count, and how many members' sheets were set aside; never whose."""
    without = {one.rater for one in bundle.recusals if one.kind == SET_ASIDE}
    if not without and any(not one.kind for one in bundle.recusals):
        # Why somebody steps aside is not told to all; it may be that her sheets were set aside.
        return say("Every score that was given counts, but on sheets that were set aside.")
    if not without:
        return say("Every score that was given counts; no sheet was left out.")
    return say_count(
        "The unfinished sheets of {n} member were set aside. Every other score counts.",
        "The unfinished sheets of {n} members were set aside. Every other score counts.",
        len(without),
        n=count(len(without)),
    )


def wanting(bundle: Bundle) -> tuple[str, str] | None:
    """What scoring waits for, and the way out; None where it waits for nothing."""
    if bundle.rules is None or not bundle.rules.rated:
        return say("There is nothing to score yet."), say("Write the criteria first.")
    if not to_score(bundle):
        return say("There is nobody to score yet."), say("Add candidates first.")
    if not bundle.rules.seal and not bundle.scores:
        return say("Scoring waits for the sealed rules."), say(
            "The rules are fixed first, so that nobody can bend them to the scores."
        )
    return None


def waits_for(bundle: Bundle) -> str:
    """The page that is the way out: where criteria, candidates or the seal are made; empty where
    nothing is missing.
    """
    if not wanting(bundle):
        return ""
    return (
        "candidates"
        if bundle.rules is not None and bundle.rules.rated and not to_score(bundle)
        else "process"
    )


def note(bundle: Bundle) -> str:
    """Under which rules."""
    at = day(bundle.rules.sealed_at) if bundle.rules else ""
    return say("Rules sealed {day}", day=at) if at else say("Rules not sealed yet")


def mine(bundle: Bundle, rater: str, sheets: tuple[Sheet, ...]) -> str:
    """What a member has left, in one sentence."""
    left = [sheet for sheet in sheets if not sheet.complete]
    who = raters(bundle)[rater]
    if not sheets:
        if set_aside_of(bundle, rater):
            return say("{who}, you have no sheet in this round.", who=who)
        return say("{who}, you step aside for every candidate.", who=who)
    if not left:
        return say("{who}, your sheet is complete.", who=who)
    if len(sheets) == 1:
        return say("{who}, your one candidate is left.", who=who)
    return say_count(
        "{who}, {n} of {all} candidates is left.",
        "{who}, {n} of {all} candidates are left.",
        len(left),
        who=who,
        n=count(len(left)),
        all=count(len(sheets)),
    )


def mine_more(bundle: Bundle, rater: str, sheets: tuple[Sheet, ...]) -> str:
    """What she steps aside for, what was set aside, and that she may change what she saved."""
    said = []
    if aside := steps_aside_for(bundle, rater):
        said.append(say("You step aside for {names}.", names=listed(aside)))
    if without := set_aside_of(bundle, rater):
        said.append(
            say("The facilitator set your unfinished sheets aside: {names}.", names=listed(without))
        )
    if sheets and all(sheet.complete for sheet in sheets):
        said.append(say("You may change it until the round is closed."))
    elif sheets:
        said.append(say("Each level you save is kept at once; you may come back."))
    return " ".join(said)


def progress(sheet: Sheet) -> str:
    """How far a sheet is: 2 of 8 saved."""
    return say("{saved} of {all} saved", saved=sheet.saved, all=len(sheet.cells))


def begun(sheet: Sheet) -> str:
    """What a sheet that was begun lacks: how many are saved, or, where all are, the words it
    owes.
    """
    return _words_lacking(sheet) or progress(sheet)


def left(sheet: Sheet) -> str:
    """How much of it is left: 6 left, or the words it owes."""
    return _words_lacking(sheet) or say("{left} left", left=sheet.left)


def _words_lacking(sheet: Sheet) -> str:
    if sheet.left or sheet.complete:
        return ""
    if not sheet.strength and not sheet.concern:
        return say("strength and concern missing")
    return say("strength missing") if not sheet.strength else say("concern missing")


def level(cell: Cell) -> str:
    """A cell's level on the list of all: 4 · Trusted by nearly all."""
    if cell.score is None:
        return asks.not_rated()
    return level_words(cell.criterion, cell.score)


def level_words(criterion: Criterion, score: Decimal) -> str:
    """A level with the words that name it: 4 · Trusted by nearly all."""
    named = cards(criterion) if score in criterion.scale.levels else ()
    name = next((card.name for card in named if card.value == score), "")
    return f"{plain(score)} · {name}" if name else plain(score)


def ends(criterion: Criterion) -> str:
    """What the two ends of a scale mean, for a row that shows only numbers."""
    scale = criterion.scale
    told = [
        f"{plain(value)}: {' '.join(said.split())}"
        for value in (scale.worst, scale.best)
        if (said := scale.levels.get(value, ""))
    ]
    return " ".join(told)


def just_saved(criterion: Criterion, score: Decimal) -> str:
    """What was saved on the way to this screen."""
    return say("{criterion}: {level}, saved", criterion=criterion.name, level=plain(score))


def missing(bundle: Bundle) -> tuple[str, ...]:
    """What is missing before a round is closed: how many owe how much, never who or about whom."""
    listed_owed = owed(bundle)
    silent = sum(1 for one in listed_owed if not one.given and one.missing)
    begun = sorted((one.missing for one in listed_owed if one.given and one.missing), reverse=True)
    wordless = sum(1 for one in listed_owed if one.words_missing and one.given)
    said = []
    if silent:
        said.append(
            say_count(
                "{n} member has given no score.",
                "{n} members have given no score.",
                silent,
                n=count(silent, opening=True),
            )
        )
    if begun:
        numbers = listed([str(number) for number in begun])
        said.append(
            say_count(
                "{n} sheet is not complete; scores missing: {numbers}.",
                "{n} sheets are not complete; scores missing: {numbers}.",
                len(begun),
                n=count(len(begun), opening=True),
                numbers=numbers,
            )
        )
    if wordless:
        said.append(
            say_count(
                "{n} member owes a strength and a concern for at least one candidate.",
                "{n} members owe a strength and a concern for at least one candidate.",
                wordless,
                n=count(wordless, opening=True),
            )
        )
    return tuple(said)


def on_missing(bundle: Bundle) -> str:
    """What the rule sheet does with what is missing."""
    if bundle.rules is not None and bundle.rules.missing is Missing.REFUSE:
        if not unfinished(bundle):
            return say("Who gave no score at all does not count.")
        return say(MISSING[Missing.REFUSE])
    return say(
        "{rule} The comparison says where panels are unequal.",
        rule=say(MISSING[Missing.LEAVE_OUT]),
    )


def closed_state(bundle: Bundle) -> tuple[str, str]:
    """What stands in place of the sheets while no round is open: a badge, and the rule as a
    sentence.
    """
    if can_decide(bundle):
        return say("Closed"), say(
            "The sheets of this round stay as they are. What they say together stands on the page "
            "Compare."
        )
    return say("Not open"), say(
        "Sheets open for everybody at once, when a facilitator opens the round."
    )


def can_decide(bundle: Bundle) -> bool:
    """Whether a round was closed, so that the page has something to record."""
    return bundle.workshop.stage.round_was_closed


def figures(bundle: Bundle) -> dict[str, object]:
    """What the decision is taken on."""
    return {
        "answer": answer(bundle),
        "round": last_round(bundle),
        "missing": " ".join(missing(bundle)),
    }


def decides(bundle: Bundle) -> str:
    """What is decided on this page."""
    listed_owed: tuple[Owed, ...] = owed(bundle)
    whole = sum(not one.missing for one in listed_owed)
    return say(
        "Round {round} is closed with {n} of {all} sheets complete.",
        round=last_round(bundle),
        n=whole,
        all=len(listed_owed),
    )


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands here before the decision."""
    return answer(bundle).removesuffix(".")
