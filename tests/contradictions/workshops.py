"""Forty workshops, one line each: spread over stages, ways of choosing, budgets, ties, one
candidate, no answers, plans that fit and plans that do not. Made by acts where acts make them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cidesign.acts.add_members import AddMembers, Joining
from cidesign.acts.answer_driver import AnswerDriver
from cidesign.acts.choose_mode import ChooseMode
from cidesign.acts.decide import Decide
from cidesign.acts.explain_sole_source import ExplainSoleSource
from cidesign.acts.save_candidate import SaveCandidate
from cidesign.acts.seal_rules import SealRules
from cidesign.acts.use_usual_pass_marks import UseUsualPassMarks
from cidesign.catalog import load
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, example_bundle, read_files
from cidesign.views.overview.beginning import drafted
from cidesign.views.overview.drafting import Answers

CATALOG = load()
NAMES = ("Oak House", "Elm Center", "Mill Creek Fund", "Harbor Trust", "Pine Works", "Ash Hall")
MEMBERS = ("Ana Reyes", "Ben Okafor", "Cy Moss", "Dee Walker", "Eve Lind")
AT = "2027-02-01T10:00:00"


@dataclass(frozen=True)
class Case:
    """What is particular about one workshop.

    Args:
        hosting: what the eight questions were told of hosts.
        usd: the budget; None where nobody told one.
        members: how many sit on the committee.
        candidates: how many there are.
        stage: how far the selection went.
        mode: the way of choosing, where it is not the one advised.
        answers: how many questions about the structure we answered ourselves.
        scores: of each candidate the level its raters gave on every criterion.
        decided: the pages on which a decision is recorded, the last candidate as host.
        plan: changes of plan.yaml.
        offers: what candidates offer, by place.
        example: an example in place of a new workshop.
    """

    name: str
    hosting: str = ""
    usd: int | None = 480_000
    members: int = 5
    candidates: int = 0
    stage: str = "draft"
    mode: str = ""
    answers: int = 0
    scores: tuple[int, ...] = ()
    decided: tuple[str, ...] = ()
    plan: tuple[tuple[tuple[str | int, ...], object], ...] = ()
    offers: tuple[dict[str, str], ...] = ()
    example: str = ""


PAY_LESS = {"offer_pay_scale": "0.8"}
PAY_MORE = {"offer_pay_scale": "1.2"}
A_FEE = {"offer_overhead": "fee", "offer_rate": "0.1"}
A_GIFT = {"offer_in_kind_usd": "50000", "offer_in_kind_for": "office"}
LITTLE_WORK = (
    (("drivers", "partners"), 8),
    (("drivers", "meetings"), 3),
    (("drivers", "indicators"), 5),
)
NO_NEED = (
    (("drivers",), None),
    (("phase",), None),
    (("need",), {"vision": 40, "aligned": 30, "measurement": 20, "community": 20}),
    (("priorities",), {"vision": 1, "aligned": 1, "measurement": 1, "community": 1}),
)
EVERYTHING = ("initiative", "structure", "compare", "team", "scenarios", "outlook")

CASES = (
    Case("a name and nothing else", usd=None, members=0),
    Case("nobody known", "nobody"),
    Case("nobody known, little money", "nobody", 60_000, members=0),
    Case("nobody known, answers of ours", "nobody", answers=10),
    Case("nobody known, sealed", "nobody", stage="sealed"),
    Case("one known", "one", 300_000),
    Case("one known, sealed", "one", stage="sealed", candidates=1),
    Case("one known, scored", "one", stage="scored", candidates=1, scores=(4,)),
    Case("one known, below the marks", "one", stage="scored", candidates=1, scores=(2,)),
    Case("one known, chosen", "one", stage="scored", candidates=1, scores=(4,), decided=EVERYTHING),
    Case("several known", "several", 700_000, candidates=3),
    Case("several known, two answers", "several", answers=2, candidates=2),
    Case("several known, sealed", "several", candidates=3, stage="sealed", answers=3),
    Case("a round is open", "several", candidates=3, stage="scoring", scores=(4, 3, 2)),
    Case("a round is closed", "several", candidates=3, stage="scored", scores=(4, 3, 2)),
    Case("a tie of two", "several", candidates=3, stage="scored", scores=(4, 4, 2)),
    Case("a tie of all", "several", candidates=3, stage="scored", scores=(3, 3, 3)),
    Case("closed without a score", "several", candidates=2, stage="scored"),
    Case("the first is chosen", "several", candidates=2, stage="scored", scores=(2, 4),
         decided=("compare",)),
    Case("the last is chosen, not the first", "several", candidates=3, stage="scored",
         scores=(4, 3, 2), decided=("compare", "team")),
    Case("one applied to an open call", mode="open", candidates=1, stage="scored", scores=(4,)),
    Case("one is invited", mode="semi_open", candidates=1, stage="sealed"),
    Case("closed though several are known", "several", mode="closed", candidates=2),
    Case("all is decided", "several", candidates=2, stage="final", scores=(3, 5),
         decided=(*EVERYTHING, "process", "candidates", "score", "memo"), answers=10),
    Case("a backbone works already", "at_work", 560_000),
    Case("a backbone works already, team decided", "at_work", decided=("team",)),
    Case("a backbone works already, much money", "at_work", 1_500_000, plan=LITTLE_WORK),
    Case("all posts are taken and work is left", usd=2_000_000),
    Case("far more money than needed", usd=2_000_000, plan=LITTLE_WORK),
    Case("far more money than needed, decided", usd=2_000_000, plan=LITTLE_WORK,
         decided=("team", "outlook")),
    Case("small needs, much money", usd=900_000, plan=NO_NEED),
    Case("small needs, little money", usd=150_000, plan=NO_NEED),
    Case("no plan fits", usd=150_000, plan=((("floor",), Decimal("0.95")),)),
    Case("no plan fits, decided", usd=150_000, plan=((("floor",), Decimal("0.95")),),
         decided=("team", "outlook")),
    Case("hosts pay otherwise", "several", candidates=2, offers=(PAY_LESS, PAY_MORE)),
    Case("hosts differ by a gift and need nothing more", "several", 900_000, candidates=2,
         plan=NO_NEED, offers=(A_GIFT, PAY_LESS)),
    Case("a host takes a fee and is chosen", "several", candidates=2, stage="scored",
         scores=(2, 4), offers=(PAY_LESS, A_FEE), decided=("compare", "team", "outlook")),
    Case("six candidates", "several", candidates=6, stage="scored", scores=(1, 2, 3, 4, 4, 5)),
    Case("no member, sealed", "several", members=0, candidates=2, stage="sealed"),
    Case("the example", example="philadelphia_stem"),
    Case("bids for a rail line", example="rtd_southeast_rail_2015"),
)  # fmt: skip


def made(case: Case) -> Bundle:
    """The workshop of a case; made once."""
    if case.name not in _MADE:
        _MADE[case.name] = _made(case)
    return _MADE[case.name]


_MADE: dict[str, Bundle] = {}


def _made(case: Case) -> Bundle:
    if case.example:
        return example_bundle(case.example)
    usd = None if case.usd is None else Decimal(case.usd)
    bundle = drafted(Answers("Riverbend", "2027-01", hosting=case.hosting, budget_usd=usd), CATALOG)
    for act in _acts(case, bundle):
        bundle = act.on(bundle)
    if case.plan:
        bundle = changed(bundle, "plan.yaml", dict(case.plan))
    return _decided(case, _scored(case, bundle))


def _acts(case: Case, bundle: Bundle) -> Iterator:
    if case.members:
        yield AddMembers(members=tuple(Joining(name=one) for one in MEMBERS[: case.members]))
    weighed = [one for one in CATALOG.structure_drivers if one.about == "structure"]
    for one in weighed[: case.answers]:
        yield AnswerDriver(driver=one.id, answer=4 if one.default.value < 3 else 1)
    if case.mode:
        yield ChooseMode(mode=case.mode)
    for place, name in enumerate(NAMES[: case.candidates]):
        offer = case.offers[place] if place < len(case.offers) else {}
        yield SaveCandidate(name=name, organization="nonprofit", offer=offer)
    if case.stage == "draft":
        return
    if (case.mode or bundle.rules.mode) == "closed":
        yield UseUsualPassMarks()
        yield ExplainSoleSource(reason="Nobody else here has the staff.")
    yield SealRules(what="The rules.", by="Ana Reyes", at=AT, because="They are fair.")


def _scored(case: Case, bundle: Bundle) -> Bundle:
    """The sheets of all members, as they lie in the table; the stage a round leads to."""
    files = dict(bundle.files)
    if case.scores:
        criteria = [one.id for one in bundle.rules.criteria]
        rows = [
            f"{rater.id},{candidate.id},{criterion},{level}"
            for rater in bundle.workshop.members
            for candidate, level in zip(bundle.candidates, case.scores)
            for criterion in criteria
        ]
        files["scores.csv"] = "\n".join(["rater,candidate,criterion,score", *rows, ""]).encode()
    bundle = read_files(files)
    if case.stage in ("scoring", "scored", "final"):
        bundle = changed(bundle, "workshop.yaml", {("stage",): case.stage})
    return bundle


def _decided(case: Case, bundle: Bundle) -> Bundle:
    for page in case.decided:
        last = bundle.candidates[-1] if bundle.candidates else None
        figures = {"chosen": last.id} if page == "compare" and last else {}
        what = last.name if figures and last else "We agree."
        act = Decide(of=page, what=what, because="We do.", at=AT, by="Ana Reyes", figures=figures)
        bundle = act.on(bundle)
    return bundle
