"""What we do not model, and what we looked for and did not find. The README's list of the first is
this one.
"""

from dataclasses import dataclass

from cidesign.text import mark


@dataclass(frozen=True)
class Limit:
    """One thing left out: its name, and what that means."""

    name: str
    says: str


NOT_MODELLED: tuple[Limit, ...] = (
    Limit(
        mark("Impact."),
        mark(
            "Coverage of hours is our scale. No one has shown how much change an hour of backbone "
            "work brings."
        ),
    ),
    Limit(
        mark("People."),
        mark(
            "A role is hours and skills on average. The right director is worth more than any "
            "plan, and no model sees it."
        ),
    ),
    Limit(
        mark("How the hours split."),
        mark(
            "No published source splits a backbone's work over the six functions. Our hours are "
            "assumptions, fitted so "
            "that typical cases cost what the field says; that is a fit, not a proof. Each can be "
            "changed in place."
        ),
    ),
    Limit(
        mark("Chance, so far."),
        mark("Years ahead are one future: renewals count as not given. Many futures come later."),
    ),
    Limit(
        mark("Law, tax and hiring rules"),
        mark("of your state, and anything outside the United States."),
    ),
    Limit(
        mark("Politics."),
        mark(
            "A ranking helps a talk. It does not replace one: the app asks for your decision and "
            "its reasons, and you may choose someone else than the first."
        ),
    ),
)

NOT_FOUND: tuple[str, ...] = (
    mark(
        "We found no job offer of a backbone that names its pay: salaries rest on the federal "
        "survey of like occupations."
    ),
    mark("No published source splits a backbone's hours or money over the six functions."),
    mark(
        "No call for a backbone host with points for each criterion was found whole; the real "
        "selections shown are the closest."
    ),
    mark("The cells and usual values of FSG's budget tool of 2015 could not be read."),
    mark("The sample call of the Backbone Toolkit could not be read."),
    mark("No data platform names its price in dollars; ours is assumed."),
    mark("Pay at the low and high end of each occupation was not found for years after 2019."),
    mark(
        "Price levels of all states for 2024 were not found; those shown are of 2023, most of them "
        "rounded."
    ),
    mark("The shares of a survey of 250 backbones in 2019 were not found, only its advice."),
    mark(
        "The yearly budgets of anchor collaboratives, the figures of the 2018 study of 25 "
        "initiatives, and those of 80 place-based "
        "partnerships could not be read."
    ),
    mark("Costs of backbones in the United Kingdom were not found."),
)
