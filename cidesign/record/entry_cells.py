"""What people entered as the cells of its table's row, by column: the one place that says how."""

from cidesign.domain.answers import KeptAnswer
from cidesign.domain.heard import Heard
from cidesign.domain.panel import Note, Recusal, Remark, Score
from cidesign.domain.value import plain
from cidesign.domain.workshop import MemberWeight
from cidesign.record.written_rows import Cells


def score_cells(one: Score) -> Cells:
    """A score, as scores.csv holds it; blank where it was withdrawn."""
    return {
        "rater": one.rater,
        "candidate": one.candidate,
        "criterion": one.criterion,
        "score": "" if one.score is None else plain(one.score),
        "round": str(one.round),
        "reason": one.reason,
        "via": one.via,
        "entered_by": one.entered_by,
        "seq": str(one.seq),
    }


def remark_cells(one: Remark) -> Cells:
    """A strength and a concern, as reasons.csv holds them."""
    return {
        "rater": one.rater,
        "candidate": one.candidate,
        "strength": one.strength,
        "concern": one.concern,
        "round": str(one.round),
        "seq": str(one.seq),
    }


def weight_cells(one: MemberWeight) -> Cells:
    """A member's own weight, as weights.csv holds it."""
    return {"member": one.member, "criterion": one.criterion, "weight": plain(one.weight)}


def recusal_cells(one: Recusal) -> Cells:
    """That somebody steps aside, as recusals.csv holds it."""
    return {
        "rater": one.rater,
        "candidate": one.candidate,
        "kind": one.kind,
        "reason": one.reason,
    }


def note_cells(one: Note) -> Cells:
    """A note on a cell, as notes.csv holds it."""
    return {
        "candidate": one.candidate,
        "criterion": one.criterion,
        "round": str(one.round),
        "note": one.note,
        "by": one.by,
        "at": one.at,
        "seq": "" if one.seq is None else str(one.seq),
    }


def answer_cells(one: KeptAnswer) -> Cells:
    """A kept answer, as answers.csv holds it."""
    return {
        "question": one.question,
        "page": one.page,
        "answer": one.answer,
        "said_by": one.said_by,
        "owner": one.owner,
        "due": one.due,
    }


def heard_cells(one: Heard) -> Cells:
    """What a group beyond the committee said of a candidate, as heard.csv holds it."""
    return {
        "who": one.who,
        "asked": str(one.asked),
        "candidate": one.candidate,
        "mean": "" if one.mean is None else plain(one.mean),
        "said": one.said,
        "day": one.day,
        "source": one.source,
    }
