"""Whose terms a plan may stand on: candidates that say theirs, and the host our decision names."""

from cidesign.budget import with_offer
from cidesign.domain.panel import Candidate, Offer
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle


def hosts(bundle: Bundle) -> tuple[Candidate, ...]:
    """Candidates whose application says on which terms they would host; not those found
    ineligible.
    """
    return tuple(
        candidate
        for candidate in bundle.candidates
        if candidate.eligible and candidate.offer != Offer()
    )


def chosen_host(bundle: Bundle) -> str:
    """The host our decision names, if its terms are known; empty where there is none."""
    return bundle.host.id if bundle.host and host_named(bundle, bundle.host.id) else ""


def host_named(bundle: Bundle, id: str) -> Candidate | None:
    """The candidate with this id, if its terms are known."""
    return next((candidate for candidate in hosts(bundle) if candidate.id == id), None)


def hosted(plan: Plan, host: Candidate | None) -> Plan:
    """The plan on a host's terms; our own where there is none.

    Raises:
        BadInput: the offer does not fit the plan.
    """
    return with_offer(plan, host.offer) if host else plan
