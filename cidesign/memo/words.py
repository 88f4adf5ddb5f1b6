"""The memo in the words of its page: what is ready, what is missing, page one as text, and every
figure as a row.
"""

from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.workshop import Bundle
from cidesign.memo.blocks import Memo
from cidesign.text import say, say_count
from cidesign.text.sentence import RECORD, Figure, in_a_row


@dataclass(frozen=True)
class PageRow:
    """One row of page one, as text."""

    label: str
    claim: str
    details: str
    key: str
    unit: str


@dataclass(frozen=True)
class Handout:
    """Something to hand out: what it is, what it contains, and who may get it."""

    id: str
    label: str
    holds: str
    who: str
    file: str
    mime: str


@dataclass(frozen=True)
class MemoPage:
    """The page's words, from one memo."""

    answer: str
    and_line: str
    kicker: str
    lead: str
    rows: tuple[PageRow, ...]
    boxes: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    assumed: tuple[dict[str, str], ...]
    figures: tuple[dict[str, str], ...]
    note: str
    claim: str


def memo_page(made: Memo, catalog: Catalog) -> MemoPage:
    """What the page shows of a memo."""
    rows = tuple(_figure(one, catalog) for one in made.figures)
    assumed = sum(figure.assumed for figure in made.figures)
    return MemoPage(
        answer=made.heading.plain,
        and_line=_missing(made),
        kicker=made.kicker.plain,
        lead=made.lead.plain,
        rows=tuple(
            PageRow(
                row.label.plain,
                row.claim.plain,
                row.details.plain,
                row.key.plain,
                row.unit.plain,
            )
            for row in made.rows
        ),
        boxes=tuple((box.title.plain, box.said.plain) for box in made.boxes),
        warnings=tuple(one.plain for one in made.warnings),
        assumed=rows[:assumed],
        figures=rows[assumed:],
        note=made.footer.plain,
        claim=say_count(
            "{assumed} of {n} figures is assumed",
            "{assumed} of {n} figures are assumed",
            assumed,
            assumed=assumed,
            n=len(rows),
        ),
    )


def _missing(made: Memo) -> str:
    if not made.open:
        return say("All parts are decided. Hand it out, and adopt it below.")
    return say(
        "A draft, marked so on every page. Still to be decided: {parts}.",
        parts=in_a_row(made.open).plain,
    )


def _figure(one: Figure, catalog: Catalog) -> dict[str, str]:
    return {
        say("Figure"): one.text,
        say("What"): one.what.plain,
        say("From"): one.of,
        say("Source"): _source(one, catalog),
    }


def _source(one: Figure, catalog: Catalog) -> str:
    if one.source == RECORD:
        return say("our record")
    named = catalog.source(one.source).in_short
    return say("assumed; {source}", source=named) if one.assumed else named


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def handouts(bundle: Bundle) -> tuple[Handout, ...]:
    """What can be handed out now, the memo first; the agreement only once there is somebody to
    agree with.
    """
    found = [
        Handout(
            "memo",
            say("The memo"),
            say("One page, the evidence with charts, the decision records, and the sources. Word."),
            say(
                "For the board, the candidates and the public. It holds reasons and dissent in "
                "your words: read it before it leaves."
            ),
            "memo.docx",
            WORD,
        ),
        Handout(
            "annex",
            say("Its annex"),
            say("Every figure in it, where that stands and its source. Word."),
            say("For whoever checks them: an auditor, a funder, a candidate."),
            "memo-annex.docx",
            WORD,
        ),
    ]
    if bundle.partner:
        found.append(
            Handout(
                "agreement",
                say("Draft host agreement"),
                say(
                    "The terms the host offers, and what is still to be agreed. A draft to take to "
                    "counsel, not legal advice. Word."
                ),
                say("For the committee, the host and their lawyers."),
                "host-agreement-draft.docx",
                WORD,
            )
        )
    if bundle.workshop.director.capabilities:
        found.append(
            Handout(
                "director",
                say("The director's profile"),
                say("The post, what matters most, questions to ask and a score sheet. Word."),
                say("For those who hire; without the questions also for those who apply."),
                "director-profile.docx",
                WORD,
            )
        )
    if bundle.plan is not None:
        found.append(
            Handout(
                "profiles",
                say("Job profiles"),
                say("For each post of the first year a page: place, pay, what it does. Word."),
                say("For those who hire, and for whoever takes the post."),
                "job-profiles.docx",
                WORD,
            )
        )
        found.append(
            Handout(
                "workbook",
                say("The workbook"),
                say(
                    "The budget with live formulas: change a salary, and the totals follow. A "
                    "spreadsheet."
                ),
                say(
                    "For the treasurer, the host and funders. It may hold points by candidate: not "
                    "before the round closes."
                ),
                "workbook.xlsx",
                SHEET,
            )
        )
    found.append(
        Handout(
            "bundle",
            say("The full bundle"),
            say("All files of this workshop, scores and reasons with names among them. A zip."),
            _who_takes(bundle),
            "bundle.zip",
            "application/zip",
        )
    )
    return tuple(found)


def _who_takes(bundle: Bundle) -> str:
    if bundle.workshop.round_is_open:
        return say(
            "A round is open, and the bundle holds every score with its name. Only the facilitator "
            "should take it before the close."
        )
    return say("Stays with the committee. It is not for candidates or the public.")


def figures(made: Memo) -> dict[str, str]:
    """What the decision to adopt the memo is taken on."""
    return {"answer": made.heading.plain, "fingerprint": made.footer.plain}
