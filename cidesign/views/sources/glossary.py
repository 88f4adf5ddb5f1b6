"""One word, one meaning: the word in data and code, and the words on the screen. The README's
glossary is this list.
"""

from dataclasses import dataclass

from cidesign.text import mark


@dataclass(frozen=True)
class Word:
    """``code``: as files and code have it; ``screen``: what people read."""

    code: str
    screen: str


GLOSSARY: tuple[Word, ...] = (
    Word("initiative", mark("our initiative")),
    Word("steering committee, member", mark("steering committee, member")),
    Word("backbone structure", mark("backbone structure: who carries the backbone")),
    Word(
        "phase (of the initiative): generate_ideas, initiate_action, organize_for_impact, sustain",
        mark("generate ideas, initiate action, organize for impact, sustain action and impact"),
    ),
    Word("stage (of the selection)", mark("draft, sealed, scoring, scored, final")),
    Word(
        "selection mode: open, semi_open, closed",
        mark(
            "open: anyone may apply; semi-open: some are invited; closed: the committee names the "
            "host"
        ),
    ),
    Word(
        "rule sheet", mark("the rules: criteria, scales, weights, and how scores become a result")
    ),
    Word("seal", mark("sealed: the rules cannot change unseen")),
    Word("criterion, weight", mark("criterion, weight (a share, such as 20%)")),
    Word("pass_mark", mark("pass mark: what is good enough on a criterion")),
    Word("candidate", mark("candidate: an organization that may host the backbone")),
    Word("score", mark("a member's score for one candidate on one criterion")),
    Word("points", mark("a candidate's points, from all scores and weights")),
    Word("plan_score", mark("plan score: how well the needs are covered, 0 to 100")),
    Word("recusal", mark("stepped aside: neither scores nor counts for this candidate")),
    Word("round", mark("round of scoring")),
    Word("via", mark("on phone, on paper, from a sheet")),
    Word("acceptability", mark('"comes first in 58 of 100 weightings"')),
    Word(
        "function: vision, aligned, measurement, community, policy, resources",
        mark(
            "vision and strategy, aligned activities, shared measurement, community engagement, "
            "advancing policy, mobilizing resources"
        ),
    ),
    Word("role, fte", mark("post, FTE (1 is one full-time person)")),
    Word("need, capacity", mark("hours needed, hours we have, per month")),
    Word("coverage", mark("coverage: share of the hours needed that we have")),
    Word("floor", mark("least coverage every function gets")),
    Word("line (item)", mark("what we buy besides staff")),
    Word("in_kind", mark("given in kind: paid for by someone else")),
    Word("grants", mark("restricted grants: money for some functions only")),
    Word(
        "overhead: indirect, fee",
        mark("indirect cost (a share of cost), the sponsor's fee (a share of every gift)"),
    ),
    Word("reserve", mark("reserve")),
    Word("unassigned_hours", mark("time not yet assigned")),
    Word("scenario", mark("scenario: our plan with a few figures changed")),
    Word("outlook, runs_out", mark("outlook (the years ahead), when the money runs out")),
    Word("decision, dissent", mark("our decision, who disagreed and why")),
    Word("source (of a fact), basis", mark("source; published, computed, judged or assumed")),
    Word("price_year", mark("in dollars of this year")),
    Word("bundle", mark("bundle: the whole record as a folder or a zip file")),
    Word("ledger", mark("ledger (comes later)")),
)
