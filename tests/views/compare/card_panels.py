"""Panels that are special in one way, for the five sentences of the page Compare; and the bundle
each of them is.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256

from cidesign.domain.workshop import Bundle
from cidesign.record import read_files

NAMES = {
    "oak": "Oak House",
    "elm": "Elm Fund",
    "ash": "Ash Works",
    "fir": "Fir Trust",
    "yew": "Yew Circle",
}
LABELS = {"trust": "Trust", "reach": "Reach", "price": "Price", "skill": "Skill"}


@dataclass(frozen=True)
class Panel:
    """A panel as a person would write it down.

    Args:
        weights: ``trust 50, reach 30``.
        sheets: by rater, ``oak 5/4, elm 3/-``: the scores of the rated criteria in their order;
            round 2 by a rater ``ana@2``.
        figures: by candidate, what its calculated criteria are: ``oak 40, elm 20`` of the only
            calculated one.
        scales: by criterion, worst and best; 1 and 5 where not said.
        marks: pass marks by criterion. out: candidates that are not eligible. recused: ``ana oak``.
        members: by member, her own weights as in ``weights``.
        says: the kinds of claims this panel must lead to, so that it is what its name says.
    """

    name: str
    weights: str = "trust 50, reach 30, skill 20"
    sheets: dict[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    scales: dict[str, tuple[str, str]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    candidates: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()
    aggregation: str = "mean"
    quorum: int = 1
    cell_places: int | None = None
    point_places: int | None = None
    ties: tuple[str, ...] = ("shared",)
    lot: str | None = None
    members: dict[str, str] = field(default_factory=dict)
    says: tuple[str, ...] = ()

    @property
    def shares(self) -> dict[str, Fraction]:
        """Weights as written, by criterion."""
        return pairs(self.weights)

    @property
    def calculated(self) -> tuple[str, ...]:
        """Criteria that no rater scores."""
        return tuple(self.figures)

    @property
    def rated(self) -> tuple[str, ...]:
        """Criteria that raters score, in the order of the sheet."""
        return tuple(id for id in self.shares if id not in self.figures)

    def scale(self, criterion: str) -> tuple[Fraction, Fraction]:
        """Worst and best."""
        worst, best = self.scales.get(criterion, ("1", "5"))
        return Fraction(worst), Fraction(best)

    def given(self) -> dict[tuple[str, str, str], tuple[Fraction, int]]:
        """By rater, candidate and criterion, the latest score and its round; recused and withdrawn
        ones too (None is left out).
        """
        found: dict[tuple[str, str, str], tuple[Fraction, int]] = {}
        for key in sorted(self.sheets, key=lambda key: int(key.partition("@")[2] or 1)):
            rater, _, turn = key.partition("@")
            for part in self.sheets[key].split(", "):
                candidate, scores = part.split()
                for criterion, score in zip(self.rated, scores.split("/")):
                    if score != "-":
                        found[rater, candidate, criterion] = (Fraction(score), int(turn or 1))
        return found

    @property
    def everybody(self) -> tuple[str, ...]:
        """Candidates, in order."""
        return self.candidates or tuple(
            sorted(
                {one for _, one, _ in self.given()}
                | {one for said in self.figures.values() for one in pairs(said)}
            )
        )


def pairs(said: str) -> dict[str, Fraction]:
    return {part.split()[0]: Fraction(part.split()[1]) for part in said.split(", ")} if said else {}


def label(candidate: str) -> str:
    return NAMES.get(candidate, f"Host {candidate}")


def bundle(panel: Panel) -> Bundle:
    """The record of the panel, as files."""
    criteria = "\n".join(_criterion(panel, id, weight) for id, weight in panel.shares.items())
    rounding = {"cell": panel.cell_places, "points": panel.point_places}
    told = ", ".join(f"{key}: {places}" for key, places in rounding.items() if places is not None)
    rules = (
        f"criteria:\n{criteria}\naggregation: {panel.aggregation}\nmissing: leave_out\nquorum: "
        f"{panel.quorum}\n"
        f"rounding: {{{told}}}\nties: [{', '.join(panel.ties)}]\n"
    ).replace("rounding: {}", "rounding: none")
    heads = ",".join(panel.calculated)
    rows = "".join(_candidate(panel, id) for id in panel.everybody)
    files = {
        "workshop.yaml": (
            f"name: Mill Creek\nmembers: [{', '.join(_members(panel))}]\nstage: scored\n"
        ),
        "rules.yaml": rules,
        "candidates.csv": f"id,name,eligible{',' + heads if heads else ''}\n{rows}",
        "scores.csv": "rater,candidate,criterion,score,round\n" + "".join(_scores(panel)),
    }
    if panel.recused:
        files["recusals.csv"] = "rater,candidate\n" + "".join(
            f"{one.replace(' ', ',')}\n" for one in panel.recused
        )
    if panel.members:
        files["weights.csv"] = "member,criterion,weight\n" + "".join(
            f"{member},{id},{_plain(weight)}\n"
            for member, said in panel.members.items()
            for id, weight in pairs(said).items()
        )
    if panel.lot:
        files["decisions.yaml"] = f'lot: {{number: "{panel.lot}", witnesses: [Dee]}}\n'
    return read_files({name: text.encode() for name, text in files.items()})


def _criterion(panel: Panel, id: str, weight: Fraction) -> str:
    worst, best = panel.scales.get(id, ("1", "5"))
    more = (", calculated: true" if id in panel.calculated else "") + (
        f", pass_mark: {panel.marks[id]}" if id in panel.marks else ""
    )
    return (
        "- "
        f"{{id: {id}, label: {LABELS.get(id, id)}, weight: {_plain(weight)}, scale: {{worst: {worst}, best: {best}}}{more}}}"
    )


def _candidate(panel: Panel, id: str) -> str:
    figures = [
        _plain(value) if (value := pairs(said).get(id)) is not None else ""
        for said in panel.figures.values()
    ]
    return ",".join([id, label(id), "no" if id in panel.out else "yes", *figures]) + "\n"


def _members(panel: Panel) -> list[str]:
    ids = sorted(
        {key.partition("@")[0] for key in panel.sheets}
        | set(panel.members)
        | {one.split()[0] for one in panel.recused}
    )
    return [f"{{id: {id}, name: {id.capitalize()}}}" for id in ids]


def _scores(panel: Panel) -> list[str]:
    rows = []
    for key, said in panel.sheets.items():
        rater, _, turn = key.partition("@")
        for part in said.split(", "):
            candidate, scores = part.split()
            rows += [
                f"{rater},{candidate},{criterion},{score},{turn or 1}\n"
                for criterion, score in zip(panel.rated, scores.split("/"))
                if score != "-"
            ]
    return rows


def _plain(number: Fraction) -> str:
    return format(Decimal(number.numerator) / Decimal(number.denominator), "f")


def drawn_lot(number: str, candidate: str) -> int:
    """The contract's lot: ascending sha256 of ``<number>|<candidate id>``."""
    return int(sha256(f"{number}|{candidate}".encode()).hexdigest(), 16)


def alike(said: str, *raters: str) -> dict[str, str]:
    """Every rater says the same."""
    return dict.fromkeys(raters, said)


FIVE = ("ana", "ben", "chi", "dee", "eva")
SEVEN = (*FIVE, "flo", "gus")

PANELS = (
    Panel(
        "a clear win, with members' own weights",
        sheets={
            "ana": "oak 5/4/4, elm 3/3/5, ash 2/3/2",
            "ben": "oak 5/5/4, elm 2/3/4, ash 2/2/2",
            "chi": "oak 4/4/5, elm 3/4/5, ash 3/2/1",
            "dee": "oak 5/4/3, elm 3/2/4, ash 1/3/2",
            "eva": "oak 4/5/4, elm 4/3/5, ash 2/2/3",
        },
        members={
            "ana": "trust 50, reach 30, skill 20",
            "ben": "trust 40, reach 40, skill 20",
            "chi": "trust 30, reach 30, skill 40",
            "dee": "trust 60, reach 20, skill 20",
        },
        says=("leads_alone", "first_in", "raters_and_checks_agree", "differ_most", "flip"),
    ),
    Panel(
        "two share the lead",
        weights="trust 50, reach 50",
        sheets=alike("oak 5/3, elm 3/5, ash 2/2", *FIVE),
        says=("leads_together", "each_first_in", "level_but_can_part", "same_scores"),
    ),
    Panel(
        "a tie parted by a criterion",
        weights="trust 50, reach 50",
        sheets=alike("oak 5/3, elm 3/5, ash 2/2", *FIVE),
        ties=("criterion:reach", "shared"),
        says=("first_by_criterion", "level_but_can_part"),
    ),
    Panel(
        "a tie parted by the second criterion of the rule",
        weights="trust 40, reach 40, skill 20",
        sheets=alike("oak 5/3/3, elm 3/5/3, ash 2/2/2", *FIVE),
        ties=("criterion:skill", "criterion:reach", "shared"),
        says=("first_by_criterion",),
    ),
    Panel(
        "a tie parted by a lot",
        weights="trust 50, reach 50",
        sheets=alike("oak 5/3, elm 3/5, ash 2/2", *FIVE),
        ties=("lot",),
        lot="4711",
        says=("first_by_lot", "level_but_can_part"),
    ),
    Panel(
        "a tie for which no lot was drawn yet",
        weights="trust 50, reach 50",
        sheets=alike("oak 5/3, elm 3/5, ash 2/2", *FIVE),
        ties=("lot",),
        says=("leads_together",),
    ),
    Panel(
        "three with equal points, of whom the tie rule puts one behind",
        weights="trust 40, reach 40, skill 20",
        sheets=alike("oak 4/3/3, elm 4/3/3, ash 3/4/3, fir 1/1/1", *FIVE),
        ties=("criterion:trust", "shared"),
        says=("leads_together", "same_values"),
    ),
    Panel(
        "twins: two with the same values, and one behind",
        sheets=alike("oak 4/4/4, elm 4/4/4, ash 2/5/1", *FIVE),
        says=("leads_together", "same_values", "level_for_good"),
    ),
    Panel(
        "twins parted by a lot, and one behind who wins on reach",
        sheets=alike("oak 4/3/4, elm 4/3/4, ash 2/5/1", *FIVE),
        ties=("lot",),
        lot="12",
        says=("first_by_lot", "level_for_good"),
    ),
    Panel(
        "first by the mean, not by the median",
        weights="trust 60, reach 40",
        sheets=alike("oak 5/5, elm 3.5/3.5", *SEVEN[:3])
        | alike("oak 3/3, elm 3.5/3.5", *SEVEN[3:]),
        says=("checks_differ",),
    ),
    Panel(
        "first by the mean, not by the median, and two raters decide",
        weights="trust 100, reach 0",
        sheets={
            "ana": "oak 5/3, elm 4/3",
            "ben": "oak 5/3, elm 3/3",
            "chi": "oak 3/3, elm 4/3",
            "dee": "oak 3/3, elm 4/3",
            "eva": "oak 3/3, elm 3.8/3",
        },
        says=("raters_decide",),
    ),
    Panel(
        "one rater decides",
        sheets={
            "ana": "oak 5/5/5, elm 1/1/1",
            **alike("oak 3/3/3, elm 3.4/3.4/3.4", *SEVEN[1:]),
        },
        says=("raters_decide",),
    ),
    Panel(
        "two of five raters decide, each alone",
        sheets={
            "ana": "oak 5/4/4, elm 3/3/3",
            "ben": "oak 5/4/4, elm 3/3/3",
            "chi": "oak 3/3/3, elm 4/4/4",
            "dee": "oak 3/3/3, elm 4/4/3",
            "eva": "oak 3/3/3, elm 4/3/4",
        },
        says=("raters_decide",),
    ),
    Panel(
        "one of three raters decides, and is not counted",
        sheets={
            "ana": "oak 5/5/5, elm 1/1/1",
            "ben": "oak 3/3/3, elm 3.4/3.4/3.4",
            "chi": "oak 3/3/3, elm 3.4/3.4/3.4",
        },
        says=("rater_can_decide", "few_raters"),
    ),
    Panel(
        "one criterion decides",
        sheets=alike("oak 5/3/3, elm 2/4/4, ash 1/3/3", *FIVE),
        says=("criterion_decides", "first_in"),
    ),
    Panel(
        "one rater",
        sheets={"ana": "oak 5/4/4, elm 3/3/5, ash 2/3/2"},
        says=("one_rater", "lone_rater"),
    ),
    Panel(
        "one candidate",
        sheets=alike("oak 5/4/4", *FIVE[:3]) | {"dee": "oak 3/2/4"},
        says=("only_one_ranked", "nothing_behind", "differ_most"),
    ),
    Panel(
        "one candidate and one rater",
        sheets={"ana": "oak 5/4/4"},
        says=("only_one_ranked", "one_rater"),
    ),
    Panel(
        "one criterion",
        weights="trust 100",
        sheets={
            "ana": "oak 5, elm 3",
            "ben": "oak 4, elm 4",
            "chi": "oak 5, elm 2",
            "dee": "oak 4, elm 3",
            "eva": "oak 4, elm 5",
        },
        says=("one_criterion", "rise", "differ_most"),
    ),
    Panel(
        "all equal",
        sheets=alike("oak 3/3/3, elm 3/3/3, ash 3/3/3", *FIVE),
        says=("leads_together", "same_values", "same_scores"),
    ),
    Panel(
        "all at the top of the scale",
        sheets=alike("oak 5/5/5, elm 5/5/5", *FIVE),
        says=("leads_together", "same_values", "level_for_good"),
    ),
    Panel(
        "all missing but one cell",
        sheets={"ana": "oak 4/-/-"},
        candidates=("oak", "elm"),
        says=("nobody_ranked", "unranked"),
    ),
    Panel(
        "a recused majority",
        sheets={
            "ana": "oak 5/4/4, elm 3/3/5",
            "ben": "oak 5/5/4, elm 2/3/4",
            "chi": "oak 4/4/5, elm 3/4/5",
            "dee": "oak 5/4/3, elm 3/2/4",
            "eva": "oak 4/5/4, elm 4/3/5",
        },
        recused=("ana oak", "ben oak", "chi oak"),
        says=("few_raters", "unequal_raters"),
    ),
    Panel(
        "everybody recused for everybody",
        sheets=alike("oak 5/4/4, elm 3/3/5", "ana", "ben"),
        recused=("ana oak", "ana elm", "ben oak", "ben elm"),
        says=("nobody_ranked", "nobody_scored"),
    ),
    Panel(
        "a hundred candidates",
        sheets={
            rater: ", ".join(
                f"h{one:03} {1 + (one * 7 + at) % 5}/{1 + (one * 3 + at) % 4}/{1 + (one * 11) % 5}"
                for one in range(100)
            )
            for at, rater in enumerate(FIVE)
        },
    ),
    Panel(
        "a hundred equal candidates",
        sheets=alike(", ".join(f"h{one:03} 3/3/3" for one in range(100)), *FIVE),
        says=("leads_together", "same_values"),
    ),
    Panel(
        "a weight of zero",
        weights="trust 60, reach 40, skill 0",
        sheets={
            "ana": "oak 5/4/1, elm 3/3/5",
            "ben": "oak 5/5/5, elm 2/3/4",
            "chi": "oak 4/4/1, elm 3/4/5",
            "dee": "oak 5/4/5, elm 3/2/4",
            "eva": "oak 4/5/1, elm 4/3/5",
        },
        says=("differ_most_where_it_counts", "members_weights", "no_weight"),
    ),
    Panel(
        "a disconnected panel: no two raters scored the same candidate",
        sheets={"ana": "oak 5/4/4", "ben": "elm 3/3/5", "chi": "ash 4/4/4"},
        says=("nothing_scored_twice", "not_linked", "few_raters"),
    ),
    Panel(
        "two groups of raters that share no candidate",
        sheets={
            "ana": "oak 5/4/4, elm 4/3/5",
            "ben": "oak 4/4/3, elm 3/3/4",
            "chi": "ash 4/4/2, fir 2/2/2",
            "dee": "ash 2/5/4, fir 3/3/3",
        },
        says=("not_linked", "few_raters"),
    ),
    Panel(
        "unequal panels and scores left blank",
        sheets={
            "ana": "oak 5/4/4, elm 3/3/5, ash 2/3/2",
            "ben": "oak 5/-/4, elm 2/3/4, ash 2/2/2",
            "chi": "oak 4/4/5, elm 3/4/-, ash 3/2/1",
            "dee": "oak 5/4/3, elm 3/2/4, ash 1/3/2",
            "eva": "oak 4/5/4, elm 4/3/5, ash 2/2/3",
            "flo": "oak 4/5/4, elm 4/3/5",
        },
        says=("unequal_raters", "missing_scores"),
    ),
    Panel(
        "the leader dominates all rivals",
        sheets={
            "ana": "oak 5/5/5, elm 3/3/4, ash 2/2/3",
            "ben": "oak 5/4/4, elm 3/3/3, ash 2/2/2",
            "chi": "oak 4/5/5, elm 2/3/4, ash 3/1/2",
            "dee": "oak 5/4/4, elm 3/2/3, ash 2/2/3",
            "eva": "oak 4/4/5, elm 3/4/3, ash 1/3/2",
        },
        says=("no_weights", "first_in"),
    ),
    Panel(
        "the leader is level with a rival on one criterion only",
        weights="trust 50, reach 50",
        sheets=alike("oak 5/4, elm 3/4", *FIVE),
        says=("flip",),
    ),
    Panel(
        "a rival whom only few weights put first",
        weights="trust 40, reach 30, skill 30",
        sheets=alike("oak 4.9/4.9/4.9, elm 1/1/5, ash 1/1/1", *FIVE),
        members=dict.fromkeys(FIVE, "trust 40, reach 30, skill 30"),
        says=("first_in", "flip"),
    ),
    Panel(
        "the first by rounding only",
        weights="trust 50, reach 50",
        point_places=0,
        sheets=alike("oak 3.52/3.52, elm 4.232/2.824", "ana", "ben"),
        says=("rounding_decides",),
    ),
    Panel(
        "members' ranges that favor another",
        weights="trust 60, reach 20, skill 20",
        sheets=alike("oak 5/2/3, elm 3/5/3, ash 2/2/4", *FIVE),
        members={
            "ana": "trust 30, reach 50, skill 20",
            "ben": "trust 20, reach 60, skill 20",
            "chi": "trust 25, reach 50, skill 25",
            "dee": "trust 45, reach 40, skill 15",
        },
        says=("other_first_in",),
    ),
    Panel(
        "members' ranges that are a single point, at a tie",
        weights="trust 50, reach 50",
        sheets=alike("oak 5/3, elm 3/5, ash 2/2", *FIVE),
        members=dict.fromkeys(FIVE, "trust 50, reach 50"),
        says=("leads_together", "first_in"),
    ),
    Panel(
        "members' ranges that are a single point, with a leader",
        weights="trust 60, reach 40",
        sheets=alike("oak 5/3, elm 3/5, ash 2/2", *FIVE),
        members=dict.fromkeys(FIVE, "trust 60, reach 40"),
        says=("leads_alone", "first_in"),
    ),
    Panel(
        "members agree on what parts the two, and differ on the rest",
        weights="trust 40, reach 40, skill 20",
        sheets=alike("oak 5/3/3, elm 3/5/3, ash 2/2/3", *FIVE),
        members=dict.fromkeys(FIVE, "trust 40, reach 40, skill 20"),
        ties=("criterion:trust", "shared"),
        says=("first_by_criterion", "first_in"),
    ),
    Panel(
        "only three members weighed",
        sheets=alike("oak 5/2/3, elm 3/5/3, ash 2/2/4", *SEVEN),
        members=dict.fromkeys(FIVE[:3], "trust 60, reach 20, skill 20"),
        says=("members_weights",),
    ),
    Panel(
        "a criterion where less is better",
        weights="trust 50, price 50",
        scales={"price": ("5", "1")},
        sheets={
            "ana": "oak 4/2, elm 4/4",
            "ben": "oak 5/1, elm 3/3",
            "chi": "oak 4/2, elm 4/5",
            "dee": "oak 3/1, elm 4/1",
            "eva": "oak 4/1, elm 4/1",
        },
        says=("leads_alone", "differ_most", "rise"),
    ),
    Panel(
        "scored on trust, with a price in dollars",
        weights="trust 50, price 50",
        scales={"price": ("200000", "0")},
        figures={"price": "oak 120000, elm 80000, ash 61234"},
        sheets={
            "ana": "oak 5, elm 3, ash 3",
            "ben": "oak 5, elm 4, ash 2",
            "chi": "oak 5, elm 3, ash 3",
            "dee": "oak 4, elm 4, ash 1",
        },
    ),
    Panel(
        "calculated criteria only",
        weights="price 60, skill 40",
        scales={"price": ("100", "0"), "skill": ("0", "10")},
        figures={"price": "oak 40, elm 20, ash 70", "skill": "oak 9, elm 4, ash 8"},
        says=("only_calculated", "no_ratings"),
    ),
    Panel(
        "a consensus sheet",
        aggregation="consensus",
        sheets={"panel": "oak 4/3/4, elm 3/4/3", "ana": "oak 1/1/1, elm 5/5/5"},
        says=("one_agreed_score", "before_the_agreed_score"),
    ),
    Panel(
        "a quorum that leaves one with a rank",
        quorum=4,
        sheets={
            "ana": "oak 3/4/4, elm 5/5/5",
            "ben": "oak 3/3/4, elm 5/5/5",
            "chi": "oak 2/4/3, elm 5/5/5",
            "dee": "oak 3/4/4",
        },
        says=("only_one_ranked", "more_without_rank", "second_rank_needed", "unranked"),
    ),
    Panel(
        "a pass mark that removes the first in points",
        marks={"skill": "3"},
        sheets=alike("oak 5/5/2, elm 4/3/4, ash 3/4/3", *FIVE),
        says=("leads_alone", "more_without_rank"),
    ),
    Panel(
        "a rater without whom another would pass the mark",
        marks={"skill": "3"},
        sheets={
            "ana": "oak 5/5/1, elm 4/3/4, ash 3/4/3",
            **alike("oak 5/5/3.3, elm 4/3/4, ash 3/4/3", *FIVE[1:]),
        },
        says=("more_without_rank",),
    ),
    Panel(
        "a criterion without which another would have a rank",
        marks={"skill": "3"},
        sheets=alike("oak 5/5/1, elm 4/3/5, ash 4/4/3", *FIVE),
        says=("more_without_rank",),
    ),
    Panel(
        "the first in points is not eligible",
        sheets=alike("oak 5/5/5, elm 4/3/4, ash 3/4/3", *FIVE),
        out=("oak",),
        says=("more_without_rank",),
    ),
    Panel(
        "majorities that go in a circle",
        weights="trust 100, reach 0",
        sheets={
            "ana": "oak 5/3, elm 4/3, ash 2/3",
            "ben": "oak 1/3, elm 4/3, ash 3/3",
            "chi": "oak 4/3, elm 1/3, ash 4.5/3",
        },
    ),
    Panel(
        "a lead of 0.04 points",
        weights="trust 50, reach 50",
        sheets={**alike("oak 4/4, elm 4/4", *FIVE[:4]), "eva": "oak 4/4.016, elm 4/4"},
        says=("leads_alone", "flip"),
    ),
    Panel(
        "a lead that ten decimal places do not show",
        weights="trust 50, reach 50",
        sheets={**alike("oak 5/3, elm 3/5", *FIVE[:4]), "eva": "oak 5/3.00000000001, elm 3/5"},
        says=("leads_alone", "flip"),
    ),
    Panel(
        "a huge lead",
        sheets=alike("oak 5/5/5, elm 1/1/1", *FIVE),
        says=("leads_alone", "no_weights", "same_scores"),
    ),
    Panel(
        "two rounds, with scores carried over",
        sheets={
            "ana": "oak 5/4/4, elm 3/3/5",
            "ben": "oak 5/5/4, elm 2/3/4",
            "chi": "oak 1/1/2, elm 5/5/5",
            "dee": "oak 5/4/3, elm 3/2/4",
            "eva": "oak 4/5/4, elm 4/3/5",
            "chi@2": "oak 3/3/3, elm 4/4/5",
            "ana@2": "oak 4/4/4, elm 3/3/5",
        },
        members=dict.fromkeys(FIVE, "trust 50, reach 30, skill 20"),
        says=(),
    ),
    Panel(
        "trimmed, with two scores in each cell",
        aggregation="trimmed",
        sheets={"ana": "oak 5/4/4, elm 3/3/5", "ben": "oak 1/5/4, elm 2/3/4"},
        says=("few_raters",),
    ),
    Panel(
        "trimmed, where the plain mean says otherwise",
        aggregation="trimmed",
        sheets={
            "ana": "oak 1/1/1, elm 3/3/3",
            "ben": "oak 4/4/4, elm 3/3/3",
            "chi": "oak 4/4/4, elm 3.9/3.9/3.9",
            "dee": "oak 4/4/4, elm 4/4/4",
            "eva": "oak 4/4/4, elm 5/5/5",
        },
        says=("checks_differ",),
    ),
    Panel(
        "a sheet by the median",
        aggregation="median",
        sheets={
            "ana": "oak 5/4/4, elm 3/3/5",
            "ben": "oak 5/5/4, elm 2/3/4",
            "chi": "oak 1/1/2, elm 5/5/5",
            "dee": "oak 5/4/3, elm 3/2/4",
        },
    ),
    Panel(
        "cells rounded to a whole number",
        cell_places=0,
        sheets={
            "ana": "oak 4/4/4, elm 3/4/5",
            "ben": "oak 4/5/4, elm 4/3/4",
            "chi": "oak 3/4/5, elm 3/4/5",
            "dee": "oak 4/4/3, elm 4/4/4",
            "eva": "oak 4/5/4, elm 4/3/5",
        },
    ),
    Panel(
        "five who share the lead, and a sixth",
        weights="trust 50, reach 50",
        sheets=alike("oak 5/3, elm 3/5, ash 4/4, fir 4.5/3.5, yew 3.5/4.5, h1 2/2", *FIVE),
        says=("leads_together", "one_of_them_first_in"),
    ),
    Panel(
        "raters who hardly differ",
        sheets={
            "ana": "oak 4/4/4, elm 3/3/4",
            "ben": "oak 4/5/4, elm 3/3/4",
            "chi": "oak 4/4/4, elm 3/2/4",
            "dee": "oak 4/5/4, elm 3/3/4",
            "eva": "oak 5/4/4, elm 3/3/3",
        },
        says=("hardly_differ",),
    ),
    Panel(
        "raters far apart on one who has no rank",
        sheets={
            "ana": "oak 4/4/4, elm 3/3/4, ash 1/5/5",
            "ben": "oak 4/5/4, elm 3/1/4, ash 5/1/5",
            "chi": "oak 4/4/2, elm 3/2/4, ash 1/5/1",
            "dee": "oak 4/5/4, elm 3/3/4, ash 5/1/1",
            "eva": "oak 5/4/4, elm 3/3/3, ash 3/3/3",
        },
        out=("ash",),
        says=("differ_most_where_it_counts",),
    ),
    Panel(
        "weights that all count the same",
        weights="trust 1, reach 1, skill 1",
        sheets=alike("oak 5/2/3, elm 2/4/3, ash 3/3/2", *FIVE),
        says=("first_in",),
    ),
    Panel(
        "fewer raters for one, and a lead that one more would tip",
        weights="trust 70, reach 30",
        sheets={
            "ana": "oak 4/4, elm 4/3",
            "ben": "oak 3/5, elm 5/3",
            "chi": "oak 5/3, elm 3/4",
            "dee": "oak 4/4",
        },
    ),
    Panel(
        "each rater scored one criterion, so that all are needed",
        weights="trust 60, reach 40",
        sheets={"ana": "oak 5/-, elm 3/-", "ben": "oak -/3, elm -/4"},
        says=("scores_need_a_rater", "not_linked"),
    ),
    Panel(
        "four who are strong on one criterion each, and a first that is a little better",
        weights="trust 1, reach 1, skill 1, price 1",
        sheets=alike("oak 5/2/2/2.6, elm 2/5/2/2, ash 2/2/5/2, fir 2/2/2/5", *SEVEN),
        says=("first_most_often",),
    ),
    Panel(
        "six candidates on whom raters do not agree",
        sheets={
            "ana": "oak 3/3/2, elm 2/3/3, ash 4/2/3, fir 4/4/2, yew 5/3/3, h1 1/1/3",
            "ben": "oak 4/2/3, elm 3/4/3, ash 2/3/3, fir 3/4/3, yew 3/1/3, h1 3/1/4",
            "chi": "oak 3/2/2, elm 3/4/4, ash 2/4/3, fir 3/4/2, yew 4/2/2, h1 2/3/3",
            "dee": "oak 2/3/2, elm 2/3/4, ash 3/3/3, fir 4/4/3, yew 5/2/2, h1 2/1/5",
            "eva": "oak 3/3/2, elm 2/4/2, ash 3/3/3, fir 3/5/1, yew 3/2/3, h1 1/1/3",
        },
        says=("agreement_wide",),
    ),
    Panel(
        "no rater decides, but other ways name nobody alone",
        weights="trust 100, reach 0",
        sheets={
            **alike("oak 5/3, elm 2/3", "ana", "ben", "chi"),
            **alike("oak 3/3, elm 4/3", "dee", "eva", "flo"),
        },
        says=("checks_open",),
    ),
)
