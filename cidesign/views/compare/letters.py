"""Raters as letters: what a group sees after the close names nobody, unless the rule sheet says
otherwise.
"""

from dataclasses import replace
from hashlib import sha256
from string import ascii_uppercase

from cidesign.domain.panel import Letter
from cidesign.domain.rules import Aggregation, Names
from cidesign.domain.workshop import Bundle, Member


def shown_as_letters(bundle: Bundle) -> bool:
    """Whether the rule sheet hides who gave which score."""
    return (
        bundle.rules is not None
        and bundle.rules.names is Names.LETTERS
        and bundle.rules.aggregation is not Aggregation.CONSENSUS
    )


def lettered(bundle: Bundle) -> Bundle:
    """The bundle with a letter in place of every rater in its scores, recusals and members, where
    the rule sheet says letters.

    Of the members those remain who scored or stepped aside, without their names; each keeps the
    seat, because equal seats must still be counted, and no screen tells whose it is. The order of
    the letters follows from a hash, so it is neither that of the file nor that of the names. An
    agreed panel score belongs to nobody and keeps its name.

    Whoever speaks of a ``Letter`` and of a candidate in one breath leaves the letter out: who
    stepped aside for a candidate is named on the page Candidates.
    """
    if not shown_as_letters(bundle):
        return bundle
    if any(isinstance(score.rater, Letter) for score in bundle.scores):
        return _of_a_reader(bundle)
    raters = {score.rater for score in bundle.scores} | {
        recusal.rater for recusal in bundle.recusals
    }
    mixed = sorted(
        raters, key=lambda rater: sha256(f"{bundle.workshop.name}|{rater}".encode()).hexdigest()
    )
    letter = {rater: Letter(_letter(place)) for place, rater in enumerate(mixed)}
    return replace(
        bundle,
        workshop=bundle.workshop.model_copy(
            update={
                "members": tuple(
                    Member(id=letter[one.id], seat=one.seat)
                    for one in bundle.workshop.members
                    if one.id in letter
                )
            }
        ),
        scores=tuple(
            score.model_copy(update={"rater": letter[score.rater]}) for score in bundle.scores
        ),
        recusals=tuple(
            recusal.model_copy(update={"rater": letter[recusal.rater]})
            for recusal in bundle.recusals
        ),
    )


def _of_a_reader(bundle: Bundle) -> Bundle:
    """A record in which others are letters already: its reader becomes one too. Nobody's seat is
    known of a letter, so there are none.
    """

    def letter(rater: str) -> str:
        return rater if isinstance(rater, Letter) else Letter(bundle.letters.get(rater, ""))

    scores = tuple(one.model_copy(update={"rater": letter(one.rater)}) for one in bundle.scores)
    aside = tuple(
        one.model_copy(update={"rater": letter(one.rater)})
        for one in bundle.recusals
        if letter(one.rater)
    )
    known = {one.rater for one in scores} | {one.rater for one in aside}
    members = tuple(Member(id=one) for one in sorted(known))
    return replace(
        bundle,
        workshop=bundle.workshop.model_copy(update={"members": members}),
        scores=scores,
        recusals=aside,
    )


def _letter(place: int) -> str:
    turn, rest = divmod(place, len(ascii_uppercase))
    return (_letter(turn - 1) if turn else "") + ascii_uppercase[rest]
