"""The memo on whether the order would hold: under other weights, without one rater, by other ways
to add up, and what would tie it.
"""

from dataclasses import replace

from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Sentence, in_a_row, own, together, told
from cidesign.views.compare.card_words import sentence
from cidesign.views.compare.change import change
from cidesign.views.compare.change_words import CHANGE as TOLD
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.holds import as_often, counted_in, first_together, parts
from cidesign.views.compare.labels import MOST_NAMES, InRows, in_rows
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView

NAME = 48
NO_SHARES = frozenset({Kind.ONE_CRITERION, Kind.SAME_VALUES})


def holds_lines(
    seen: Snapshot, view: CompareView, evidence: RobustnessView
) -> list[tuple[Sentence, Sentence]]:
    """Whether the order would hold and what would change it, each with its title; nothing where
    fewer than two have a rank.
    """
    if len(view.ranked) < 2:
        return []
    _, raters, checks, _ = parts(view, evidence)
    firm = [
        *_all_weights(seen, view, evidence),
        *(sentence(one, _labels(view)) for one in (*raters, *checks)),
    ]
    lines = [
        (told(say("Would it hold")), together(firm)),
        (told(say("What would change it")), _change(view, evidence)),
    ]
    return [(title, said) for title, said in lines if said]


def how_often(seen: Snapshot, view: CompareView, evidence: RobustnessView) -> Sentence:
    """In how many weightings the first, or the host we chose, comes first: our members' own, where
    four or more gave some, else any.
    """
    if len(view.ranked) < 2:
        return NOTHING
    first = _weights(view, evidence)
    return _of_the_chosen(seen, view, evidence, first) or sentence(first, _labels(view))


def _weights(view: CompareView, evidence: RobustnessView) -> Claim:
    """Weights that keep our order are left to the page Compare, because no command answers for
    them.
    """
    return parts(view, replace(evidence, order=None))[0][0]


def _all_weights(seen: Snapshot, view: CompareView, evidence: RobustnessView) -> list[Sentence]:
    first, labels = _weights(view, evidence), _labels(view)
    found = [sentence(first, labels), _of_the_chosen(seen, view, evidence, first)]
    if evidence.members is not None and first.kind not in NO_SHARES and not _tells_both(first):
        found.append(sentence(_weights(view, replace(evidence, members=None)), labels))
    return found


def _tells_both(claim: Claim) -> bool:
    return claim.kind is Kind.FIRST_IN and len(claim.numbers) > 1


def _of_the_chosen(
    seen: Snapshot, view: CompareView, evidence: RobustnessView, claim: Claim
) -> Sentence:
    """How often the host we chose comes first, where it does not lead and the claim does not say
    it.
    """
    host, sampled = seen.host.id if seen.host else "", evidence.members or evidence.anything
    if (
        sampled is None
        or claim.kind in NO_SHARES
        or host not in sampled.candidates
        or host in (*claim.who, *claim.others)
    ):
        return NOTHING
    group = first_together(sampled, host)
    if set(group) & {row.id for row in view.leaders}:
        return NOTHING
    often = Claim(
        Kind.FIRST_IN,
        group,
        numbers=(as_often(sampled, group, evidence),),
        within=sampled.within,
        of=(counted_in(sampled, group),),
    )
    return sentence(often, _labels(view))


def _change(view: CompareView, evidence: RobustnessView) -> Sentence:
    """The smallest change of weights that ties, without the weights themselves; nothing where the
    weights cannot matter.
    """
    claim = change(view, evidence)[0]
    if claim.kind not in TOLD or (claim.kind is Kind.NO_WEIGHTS and len(view.criteria) == 1):
        return NOTHING
    return sentence(replace(claim, moves=()), _labels(view))


class Printed(InRows):
    """Names as a memo has room for: cut where they are long, the first few of many."""

    def who(self, ids: tuple[str, ...], *, opening: bool = False) -> Sentence:
        """Candidates in a row; of many the first few."""
        named = [own(self.candidates[id], most=NAME) for id in ids[:MOST_NAMES]]
        return in_a_row([*named, told(say("others"))] if len(ids) > MOST_NAMES else named)

    def beside(self, ids: tuple[str, ...]) -> Sentence:
        """Likewise."""
        return self.who(ids)

    def one_of(self, ids: tuple[str, ...]) -> Sentence:
        """The only one there is; of several that it is another."""
        return self.who(ids) if len(ids) == 1 else told(say("another one"))

    def number(self, number: int) -> str:
        """In digits, as in the list of all figures."""
        return str(number)


def _labels(view: CompareView) -> InRows:
    named = in_rows(view)
    return Printed(candidates=named.candidates, criteria=named.criteria)
