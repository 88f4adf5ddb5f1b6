"""The reasons that come with a ranking, an agreement or a check, in words: each in one sentence, or
in the piece of one that says why a candidate has no rank.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from cidesign.domain import reason
from cidesign.domain.figures import count
from cidesign.domain.labels import Labels
from cidesign.domain.panel import Letter
from cidesign.domain.reason import Reason
from cidesign.record import told_broken
from cidesign.text import say, say_count
from cidesign.value import told
from cidesign.views.compare.otherwise_words import OTHERWISE
from cidesign.views.compare.untold_words import UNTOLD

SHOWN_GAPS = 3
Words = Callable[[Any, Labels], str]


def in_words(one: Reason, names: Labels) -> str:
    """What a reason says, in the reader's language."""
    return WORDS[type(one)](one, names)


def all_in_words(reasons: Iterable[Reason], names: Labels) -> tuple[str, ...]:
    """Several reasons, in their order."""
    return tuple(in_words(one, names) for one in reasons)


def _no_scores(one: reason.NoScores, names: Labels) -> str:
    return say("There are no scores yet.")


def _nobody_in_round(one: reason.NobodyScoredInRound, names: Labels) -> str:
    return say(
        "Nobody scored in round {turn}; every score that counts is from an earlier round.",
        turn=one.round,
    )


def _only_consensus(one: reason.OnlyConsensusCounts, names: Labels) -> str:
    return say_count(
        "{count} score of single raters ignored: the sheet takes only the consensus, entered "
        "as rater {panel}.",
        "{count} scores of single raters ignored: the sheet takes only the consensus, entered "
        "as rater {panel}.",
        one.ignored,
        count=one.ignored,
        panel=one.panel,
    )


def _stepped_aside(one: reason.SteppedAside, names: Labels) -> str:
    if isinstance(one.rater, Letter):
        return say_count(
            "One rater stepped aside for {candidate}: {count} score present and not counted.",
            "One rater stepped aside for {candidate}: {count} scores present and not counted.",
            one.scores,
            candidate=names.candidates[one.candidate],
            count=one.scores,
        )
    return say_count(
        "{rater} stepped aside for {candidate}: {count} score present and not counted.",
        "{rater} stepped aside for {candidate}: {count} scores present and not counted.",
        one.scores,
        rater=one.rater,
        candidate=names.candidates[one.candidate],
        count=one.scores,
    )


def _stranger(one: reason.StrangerStepsAside, names: Labels) -> str:
    return say(
        "{rater} stands in the recusals but gave no score at all; check the spelling.",
        rater=one.rater,
    )


def _silent(one: reason.SilentAfterSteppingAside, names: Labels) -> str:
    if isinstance(one.rater, Letter):
        return say("One rater stepped aside for a candidate and gave no score to the others yet.")
    return say(
        "{rater} stepped aside for a candidate and gave no score to the others yet.",
        rater=one.rater,
    )


def _missing(one: reason.ScoresMissing, names: Labels) -> str:
    cells = ", ".join(names.cell(*cell) for cell in one.cells[:SHOWN_GAPS])
    said = {"rater": one.rater, "count": len(one.cells), "cells": cells}
    more = len(one.cells) - SHOWN_GAPS
    if isinstance(one.rater, Letter):
        return _missing_of_one(said, more)
    if more > 0:
        return say(
            "{rater}: {count} scores missing and left out, never counted as 0 ({cells} and "
            "{more} more).",
            **said,
            more=more,
        )
    return say_count(
        "{rater}: {count} score missing and left out, never counted as 0 ({cells}).",
        "{rater}: {count} scores missing and left out, never counted as 0 ({cells}).",
        len(one.cells),
        **said,
    )


def _missing_of_one(said: Mapping[str, Any], more: int) -> str:
    """One rater's gaps where raters are letters; the rater is not named."""
    if more > 0:
        return say(
            "{count} scores missing and left out, never counted as 0 ({cells} and {more} more).",
            **said,
            more=more,
        )
    return say_count(
        "{count} score missing and left out, never counted as 0 ({cells}).",
        "{count} scores missing and left out, never counted as 0 ({cells}).",
        said["count"],
        **said,
    )


def _unequal(one: reason.UnequalPanels, names: Labels) -> str:
    listed = "; ".join(
        say(
            "{candidate} without {raters}",
            candidate=names.candidates[candidate],
            raters=count(len(raters))
            if any(isinstance(rater, Letter) for rater in raters)
            else ", ".join(raters),
        )
        for candidate, raters in one.without
    )
    return say("Unequal panels: not every rater scored every candidate ({who}).", who=listed)


def _quorum(one: reason.QuorumOfConsensus, names: Labels) -> str:
    return say(
        "A consensus is one score, so the quorum of {quorum} raters can never be met.",
        quorum=one.quorum,
    )


def _too_few_to_trim(one: reason.TooFewToTrim, names: Labels) -> str:
    return say(
        "Too few scores to drop the highest and the lowest, so the plain mean counts: {cells}.",
        cells=", ".join(sorted(names.cell(*cell) for cell in one.cells)),
    )


def _lone_seat(one: reason.LoneSeat, names: Labels) -> str:
    return say(
        "Every seat counts equally: the one member of a seat counts as much as {most} members "
        "of another.",
        most=one.members,
    )


def _no_rank(one: reason.NoRank, names: Labels) -> str:
    return say(
        "{candidate} has no rank: {reasons}.",
        candidate=names.candidates[one.candidate],
        reasons="; ".join(all_in_words(one.because, names)),
    )


def _lot(one: reason.LotNotDrawn, names: Labels) -> str:
    return say(
        "{candidates} are tied and the rule sheet asks for a lot; no number was drawn yet, "
        "so the tie stays.",
        candidates=", ".join(names.candidates[id] for id in one.candidates),
    )


def _nothing_to_hold(one: reason.NothingToHold, names: Labels) -> str:
    return say("Nobody has a rank, so there is no order that could hold or not.")


def _broken_seal(one: reason.BrokenSeal, names: Labels) -> str:
    return told_broken(one)


def _not_eligible(one: reason.NotEligible, names: Labels) -> str:
    return say("not eligible")


def _below_quorum(one: reason.BelowQuorum, names: Labels) -> str:
    return say(
        "scored by {raters} of the {quorum} raters the rule sheet asks for",
        raters=one.raters,
        quorum=one.quorum,
    )


def _no_figure(one: reason.NoFigure, names: Labels) -> str:
    return say("no figure for {criterion}", criterion=names.criteria[one.criterion])


def _nobody_scored(one: reason.NobodyScored, names: Labels) -> str:
    return say("nobody scored {criterion}", criterion=names.criteria[one.criterion])


def _below_pass_mark(one: reason.BelowPassMark, names: Labels) -> str:
    return say(
        "{criterion} is {value}, worse than the pass mark of {mark}",
        criterion=names.criteria[one.criterion],
        value=told(one.value),
        mark=told(one.mark),
    )


def _worse_than_pass_mark(one: reason.WorseThanPassMark, names: Labels) -> str:
    return say(
        "{criterion} is worse than the pass mark of {mark}",
        criterion=names.criteria[one.criterion],
        mark=told(one.mark),
    )


WORDS: Mapping[type[Reason], Words] = MappingProxyType(
    {
        reason.NoScores: _no_scores,
        reason.NobodyScoredInRound: _nobody_in_round,
        reason.OnlyConsensusCounts: _only_consensus,
        reason.SteppedAside: _stepped_aside,
        reason.StrangerStepsAside: _stranger,
        reason.SilentAfterSteppingAside: _silent,
        reason.ScoresMissing: _missing,
        reason.UnequalPanels: _unequal,
        reason.QuorumOfConsensus: _quorum,
        reason.TooFewToTrim: _too_few_to_trim,
        reason.LoneSeat: _lone_seat,
        reason.NoRank: _no_rank,
        reason.LotNotDrawn: _lot,
        reason.NothingToHold: _nothing_to_hold,
        reason.BrokenSeal: _broken_seal,
        reason.NotEligible: _not_eligible,
        reason.BelowQuorum: _below_quorum,
        reason.NoFigure: _no_figure,
        reason.NobodyScored: _nobody_scored,
        reason.BelowPassMark: _below_pass_mark,
        reason.WorseThanPassMark: _worse_than_pass_mark,
        **UNTOLD,
        **OTHERWISE,
    }
)
