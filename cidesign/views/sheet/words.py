"""What her sheet says: where it stands, what is saved and what is not yet, what another window of
hers changed, and why something is not possible now.
"""

from cidesign.acts.sheets import Cell, Sheet
from cidesign.domain.figures import count
from cidesign.domain.problem import Problem
from cidesign.domain.stage import Refusal
from cidesign.domain.value import plain
from cidesign.domain.walk import step_of
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.views.initiative.words import not_needed_because
from cidesign.views.room import rehearsal_words
from cidesign.views.room.words import time_is_up
from cidesign.views.score import asks
from cidesign.views.score import words as score_words
from cidesign.views.sheet.view import MySheet

NOT_A_MEMBER = Refusal(
    mark("your name is not on the list of the committee"), mark("ask a facilitator to add you")
)


def question() -> str:
    """What the sheet asks."""
    return say(step_of("score").question)


def answer(bundle: Bundle, mine: MySheet) -> tuple[str, str]:
    """Where her own sheet stands, in one sentence, and what she should know then."""
    if not mine.is_member:
        problem = NOT_A_MEMBER.at(say("Your sheet"))
        return say("This sheet is for the members of the committee."), asks.refused(problem)
    if bundle.workshop.has_a_backbone:
        return not_needed_because(bundle), say("Nobody is scored here.")
    if mine.one_score:
        return say("The panel gives one agreed score."), say(
            "You talk it through together; a facilitator or the scribe types it in."
        )
    if mine.silent and mine.is_open:
        return _declare_first(mine), asks.before_reading()[1]
    if mine.is_open:
        return (
            score_words.mine(bundle, mine.rater, mine.sheets),
            score_words.mine_more(bundle, mine.rater, mine.sheets),
        )
    lacking = score_words.wanting(bundle)
    if mine.criteria and not mine.given:
        return say("Say how much each criterion counts for you."), say(
            "The rules are sealed after that, and scored by afterwards."
        )
    if lacking:
        return lacking
    if mine.silent:
        return _declare_first(mine), asks.before_reading()[1]
    return not_open(bundle)


def not_open(bundle: Bundle) -> tuple[str, str]:
    """That no round is open, and what happens next."""
    _, why = score_words.closed_state(bundle)
    if score_words.can_decide(bundle):
        return score_words.closed(bundle), why
    return say("No round is open yet."), why


def _declare_first(mine: MySheet) -> str:
    return say_count(
        "{who}, say first whether anything ties you to {n} candidate.",
        "{who}, say first whether anything ties you to {n} candidates.",
        len(mine.silent),
        who=mine.name,
        n=count(len(mine.silent)),
    )


def said_of(cell: Cell) -> str:
    """What is kept of a criterion, beside it: true also where something else is chosen above."""
    if cell.score is None:
        return asks.not_rated()
    return say("Saved: {level}", level=score_words.level(cell))


def no_tie() -> str:
    """The choice that there is no tie."""
    return say("Nothing ties me to it")


def choose() -> str:
    """A list of choices where nothing is chosen."""
    return say("Choose")


def leave_open() -> str:
    """The choice to give no level, or to take one back."""
    return say("Leave it open")


def your_ties() -> str:
    """What the form of conflicts saves."""
    return say("What ties you to candidates")


def your_weights() -> str:
    """What the form of weights saves."""
    return say("Your weights")


def stepping_aside(candidate: str) -> str:
    """What the form saves by which she steps aside after all."""
    return say("Stepping aside for {candidate}", candidate=candidate)


def coming_back(candidate: str) -> str:
    """What the form saves by which she takes that back."""
    return say("Scoring {candidate} after all", candidate=candidate)


def time_left(seconds: int) -> str:
    """The time that is left, to who has no script that counts it."""
    if not seconds:
        return time_is_up()
    minutes, rest = divmod(seconds, 60)
    return say("{time} was left when this page was drawn", time=f"{minutes}:{rest:02}")


def save_conflicts() -> str:
    """The button under the conflicts."""
    return say("Save what I declare")


def if_a_tie() -> str:
    """The label of the words about a tie, where they are not always needed."""
    return say("If there is a tie: in a few words")


def whom_aside() -> str:
    """The heading over the candidates she steps aside for."""
    return say("You step aside for")


def aside_later() -> str:
    """Where one steps aside for a candidate after all, from its sheet."""
    return say("I must step aside after all")


def weigh_question() -> str:
    """The heading over her own weights."""
    return say("How much does each criterion count for you?")


def weigh_alone() -> str:
    """Why she weighs on her own."""
    return say("Each weighs alone, so that nobody leans on anybody.")


def progress(sheet: Sheet) -> str:
    """How far a sheet is, and what is left of it."""
    return f"{score_words.progress(sheet)}, {score_words.left(sheet)}"


def raised_first() -> str:
    """The label of what is raised first, on a form that asks all at once."""
    return say("Raised first, worth 100")


def beside_first() -> str:
    """How the others are answered on such a form."""
    return say("What is each of the others worth beside it, 0 to 100? Leave the first one empty.")


def read_application(candidate: str) -> str:
    """The way to an application."""
    return say("Read what {candidate} sent in", candidate=candidate)


def nothing_sent() -> str:
    """In place of an application where there is none."""
    return say("Nothing was sent in, or nothing that can be read here.")


def to_all() -> str:
    """The way back from a candidate."""
    return say("All candidates")


def save_and(following: Sheet | None) -> str:
    """The button under a candidate's sheet."""
    if following is None:
        return say("Save, finish")
    return say("Save, next")


def press_save() -> str:
    """What somebody without a script must know."""
    return say("What you choose is kept once you press the button at the end.")


def just_saved(times: int) -> str:
    """After a form was kept."""
    return say_count("Saved.", "{n} answers saved.", times, n=times)


def nothing_changed() -> str:
    """After a form in which all was as before."""
    return say("Nothing was changed, so nothing was saved.")


def not_saved(times: int) -> str:
    """Over a form of which something was not kept."""
    return say_count(
        "One answer is not saved. What you wrote is still here.",
        "{n} answers are not saved. What you wrote is still here.",
        times,
        n=times,
    )


def changed_elsewhere(cell: Cell) -> str:
    """What another window of hers made of a criterion that stayed as it was here."""
    return say(
        "{criterion} was changed in another window of yours: {level}.",
        criterion=cell.criterion.name,
        level=score_words.level(cell),
    )


def overtook(cell: Cell) -> str:
    """That what is saved now takes the place of what another window of hers had saved."""
    return say(
        "Another window of yours had saved {level} for {criterion}. What you chose here counts "
        "now.",
        criterion=cell.criterion.name,
        level=score_words.level(cell),
    )


def words_elsewhere() -> str:
    """Likewise of the strength and the concern."""
    return say("Strength and concern were changed in another window of yours.")


def words_overtook() -> str:
    """Likewise."""
    return say(
        "Another window of yours had saved another strength or concern. What you wrote here counts "
        "now."
    )


def other_weights() -> str:
    """Likewise of weights."""
    return say("Another window of yours had saved other weights. These count now.")


def no_candidate() -> Problem:
    """What is wrong with a candidate that is not hers to speak of."""
    return Problem(
        say("Candidate"), say("it is not on your list any more"), say("load the page again")
    )


def weighs_not_now() -> Problem:
    """Why no weights are taken."""
    return Problem(
        say("Weights"),
        say("the rules are sealed, or the committee weighs together"),
        say("ask the facilitator"),
    )


def off_the_ends(text: str, least: int, most: int) -> tuple[str, str]:
    """What is wrong with a number outside what is asked, and what to do."""
    return say("{value} does not fit here", value=text), say(
        "write a number from {least} to {most}", least=least, most=most
    )


def too_long(label: str, text: str) -> Problem:
    """What is wrong with a text that is longer than we take."""
    what = say("{n} letters stand there", n=len(text))
    return Problem(label, what, say("shorten it to {most}", most=asks.LONGEST_TEXT))


def to_the_script() -> dict[str, str]:
    """What the page's script says while she fills in the sheet."""
    return {
        "saved": say("All saved"),
        "saved_at": asks.saved_at("{time}"),
        "waiting": asks.not_yet_saved(),
        "waiting_n": say("{n} not yet saved"),
        "no_signal": say("No connection. It is kept on this device, and sent again by itself."),
        "signed_out": say(
            "Not saved: you are not signed in here any more. Open your own link again; what you "
            "chose is kept on this device."
        ),
        "no_room": say(
            "This browser keeps nothing. Leave the page open until all is saved, please."
        ),
        "elsewhere": say("Changed in another window of yours"),
        "refused": say("Not saved"),
        "again": say("Try again"),
        "forget": say("Forget it"),
        "closed": say("The round was closed. What is not saved by now is listed here, not lost."),
        "closed_kept": say("The round was closed. All of yours is saved."),
        "opened": say("A round was opened."),
        "moved_on": say("The selection has moved on."),
        "rehearsal_open": rehearsal_words.opened(),
        "rehearsal_over": say("The rehearsal is over: see how far apart you read."),
        "rehearsal_none": say("The rehearsal was deleted."),
        "load": say("Load the page again"),
        "both": say("A strength and a concern are saved together: write both."),
        "left": say("Time left: {time}"),
        "up": time_is_up(),
    }


def level_of(cell: Cell) -> str:
    """A level as a form's field holds it."""
    return "" if cell.score is None else plain(cell.score)


def gone() -> tuple[str, str]:
    """In place of the sheet, to somebody who is not signed in."""
    return say("You are not signed in here."), say(
        "Open your personal link again, or ask the facilitator for one. What you chose is kept on "
        "this device and goes on from there."
    )


def nothing_saved() -> str:
    """Over what is said to a form that is not taken."""
    return say("Nothing was saved")


def not_from_here() -> str:
    """To a form that does not bear what we gave with the page."""
    return say("This form did not come from your own sheet. Load it again.")


def press_again() -> str:
    """To a form of a page that was drawn before somebody signed in anew."""
    return say("Not saved yet: this page is older than your sign-in. Press the button once more.")


def you_had_written(text: str) -> str:
    """What was typed and is not kept, where its field is gone."""
    return say("You had written: {text}", text=text)
