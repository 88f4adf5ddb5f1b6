"""Ten minutes to a first plan: eight questions, what is wrong with an answer, and what follows from
each. All else is a usual value.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pydantic import TypeAdapter

from cidesign.domain.catalog import Catalog
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import MOST_USD, Month, months_after, plain
from cidesign.domain.words import PHASES, Phase
from cidesign.text import mark, say, say_count

LONGEST_NAME = 120
LONGEST_CHANGE = 600
MOST_PARTNERS = 10_000
PARTNERS = "partners"
_MONTH = TypeAdapter(Month)
USUAL_PHASE = Phase.INITIATE_ACTION
MONTHS_OF_A_PHASE = 24
"""Assumed: how long a phase lasts before the next begins."""

AT_WORK, ONE, SEVERAL, NOBODY = "at_work", "one", "several", "nobody"
HOSTING = {
    AT_WORK: mark("An organization does this work already"),
    ONE: mark("One organization could do it"),
    SEVERAL: mark("Two or more could do it"),
    NOBODY: mark("Nobody we know of, yet"),
}
# How many organizations an answer about hosts tells of, at least; the rest stays usual.
HOSTS_TOLD = {ONE: Decimal(1), SEVERAL: Decimal(2), NOBODY: Decimal(0)}
CAPABLE_HOSTS, LOW_COST = "capable_hosts", "low_cost"

QUESTIONS = {
    "name": mark("What is the alliance called?"),
    "change": mark("What do you want to change?"),
    "region": mark("Where will you work?"),
    "phase": mark("How far are you?"),
    "partners": mark("How many organizations take part?"),
    "budget": mark("How much money a year is in sight?"),
    "hosting": mark("Who could run the backbone?"),
    "start": mark("In which month would you start?"),
}
HINTS = {
    "name": mark("A working name is enough."),
    "change": mark("One sentence: for whom, what, by when."),
    "region": mark(
        "Salaries start from your state's price level. That is an assumption; you can put your own."
    ),
    "phase": mark("The phase says how much work there is. Left open: you start to act."),
    "partners": mark(
        "Count those that come to meetings. Left open: a usual number. Meetings, groups and the "
        "rest follow it."
    ),
    "budget": mark(
        "In dollars, promised or likely. Left open: the lower end of usual first years, in dollars "
        "of the year you start in."
    ),
    "hosting": mark("Where one works already, nobody has to be chosen."),
    "start": mark("When the first person begins to work. Left open: next month."),
}


@dataclass(frozen=True)
class Answers:
    """The eight answers; only name and start are needed.

    Args:
        change: problem or goal in a sentence.
        region: id of a region of the catalog; empty for elsewhere.
        phase: id of a phase; empty where nobody has said.
        partners: organizations that take part; None where nobody knows.
        budget_usd: dollars a year in sight; None where nobody knows.
        hosting: one of the keys of ``HOSTING``; empty where nobody has said.
        start: first month, ``YYYY-MM``.
    """

    name: str
    start: str
    change: str = ""
    region: str = ""
    phase: str = ""
    partners: int | None = None
    budget_usd: Decimal | None = None
    hosting: str = ""

    @property
    def phase_to_plan(self) -> Phase:
        """The phase the plan starts in."""
        return Phase(self.phase) if self.phase else USUAL_PHASE


def checked(answers: Answers, catalog: Catalog) -> Answers:
    """The answers with spaces tidied.

    Raises:
        BadInput: every answer that cannot be used, each under its question.
    """
    name, change = " ".join(answers.name.split()), " ".join(answers.change.split())
    found = [
        *_text_faults("name", name, LONGEST_NAME),
        *_text_faults("change", change, LONGEST_CHANGE),
        *_choice_faults(answers, catalog),
        *_number_faults(answers),
    ]
    if not name:
        found.insert(
            0,
            _fault(
                "name",
                say("there is no name yet"),
                say("write the name of your alliance, such as Riverbend Works Together"),
            ),
        )
    if found:
        raise BadInput(found)
    return Answers(**{**vars(answers), "name": name, "change": change})


def _fault(question: str, what: str, remedy: str) -> Problem:
    return Problem(say(QUESTIONS[question]), what, remedy)


def _text_faults(question: str, text: str, most: int) -> list[Problem]:
    if len(text) <= most:
        return []
    what = say_count(
        "it has {number} letter", "it has {number} letters", len(text), number=len(text)
    )
    return [_fault(question, what, say("write at most {most}", most=most))]


def _choice_faults(answers: Answers, catalog: Catalog) -> list[Problem]:
    found = []
    again = say("choose one of the list, or leave it open")
    if answers.region and answers.region not in [region.id for region in catalog.regions]:
        found.append(_fault("region", say("we do not know this place"), again))
    if answers.phase and answers.phase not in PHASES:
        found.append(_fault("phase", say("there is no such phase"), again))
    if answers.hosting and answers.hosting not in HOSTING:
        found.append(_fault("hosting", say("there is no such answer"), again))
    try:
        _MONTH.validate_python(answers.start)
    except ValueError:
        found.append(_fault("start", say("this is no month"), say("choose a month")))
    return found


def _number_faults(answers: Answers) -> list[Problem]:
    found = []
    if answers.partners is not None and not 1 <= answers.partners <= MOST_PARTNERS:
        remedy = say("write a number from 1 to {most}, or leave it open", most=f"{MOST_PARTNERS:,}")
        found.append(
            _fault(
                "partners",
                say("{n} organizations cannot be planned for", n=answers.partners),
                remedy,
            )
        )
    if answers.budget_usd is not None and not 0 < answers.budget_usd <= MOST_USD:
        remedy = say("write what is in sight, or leave it open")
        found.append(
            _fault(
                "budget",
                say("a year cannot be planned on {usd} dollars", usd=plain(answers.budget_usd)),
                remedy,
            )
        )
    return found


def initiative(answers: Answers, catalog: Catalog) -> dict[str, object]:
    """The profile in ``workshop.yaml``, as far as it was told."""
    told = {
        "goal": answers.change,
        "place": catalog.labels.regions[answers.region] if answers.region else "",
        "state": answers.region,
        "partners": answers.partners,
        "existing_backbone": ("yes" if answers.hosting == AT_WORK else "no")
        if answers.hosting
        else "",
    }
    return {key: value for key, value in told.items() if value not in ("", None)}


def structure_answers(answers: Answers, catalog: Catalog, *, is_small: bool) -> dict[str, Decimal]:
    """Answers to the questions about structure: what follows from the eight, and the usual ones.

    Args:
        answers: the eight.
        catalog: where usual ones come from.
        is_small: whether the money in sight does not carry a director.
    """
    follows = {
        CAPABLE_HOSTS: HOSTS_TOLD.get(answers.hosting),
        LOW_COST: Decimal(4) if is_small else None,
    }
    usual = {driver.id: driver.default.value for driver in catalog.structure_drivers}
    return {id: value if (told := follows.get(id)) is None else told for id, value in usual.items()}


def drivers(catalog: Catalog, partners: int | None) -> dict[str, Decimal]:
    """What makes work: usual numbers, in the usual ratio to the partners, rounded and kept within
    the catalog's bounds; what usually makes none is left out. Assumed.
    """
    usual = {driver.id: driver.usual for driver in catalog.drivers if driver.usual.value}
    if partners is None or PARTNERS not in usual:
        return {id: fact.value for id, fact in usual.items()}
    ratio = Decimal(partners) / usual[PARTNERS].value
    scaled = {
        id: min(
            max((fact.value * ratio).to_integral_value(ROUND_HALF_UP), fact.range[0]), fact.range[1]
        )
        for id, fact in usual.items()
    }
    return {**scaled, PARTNERS: Decimal(partners)}


def phases(start: str, first: Phase) -> list[dict[str, str]]:
    """The phase the plan starts in, and the next one two years later. Assumed."""
    following = PHASES[PHASES.index(first) + 1 :][:1]
    return [
        {"phase": first.value, "from": start},
        *(
            {"phase": phase.value, "from": months_after(start, MONTHS_OF_A_PHASE)}
            for phase in following
        ),
    ]
