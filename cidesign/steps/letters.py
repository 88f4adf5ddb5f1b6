"""Raters as letters: what a group sees after the close names nobody, unless the rule sheet says otherwise."""

from dataclasses import replace
from hashlib import sha256
from string import ascii_uppercase

from cidesign.domain.rules import Aggregation, Names
from cidesign.domain.workshop import Bundle


def lettered(bundle: Bundle) -> Bundle:
    """The bundle with a letter in place of every rater in its scores and recusals, where the rule sheet says letters.

    The order of the letters follows from a hash, so it is neither that of the file nor that of the names. An agreed panel score
    belongs to nobody and keeps its name.
    """
    if bundle.rules is None or bundle.rules.names is not Names.LETTERS or bundle.rules.aggregation is Aggregation.CONSENSUS:
        return bundle
    raters = {score.rater for score in bundle.scores} | {recusal.rater for recusal in bundle.recusals}
    mixed = sorted(raters, key=lambda rater: sha256(f"{bundle.workshop.name}|{rater}".encode()).hexdigest())
    letter = {rater: _letter(place) for place, rater in enumerate(mixed)}
    return replace(
        bundle,
        scores=tuple(score.model_copy(update={"rater": letter[score.rater]}) for score in bundle.scores),
        recusals=tuple(recusal.model_copy(update={"rater": letter[recusal.rater]}) for recusal in bundle.recusals),
    )


def _letter(place: int) -> str:
    turn, rest = divmod(place, len(ascii_uppercase))
    return (_letter(turn - 1) if turn else "Rater ") + ascii_uppercase[rest]
