"""What no sentence may do: contradict an answer, or another sentence of its page or of the memo.
Each rule gives the sentences that break it; where a claim is typed, it is asked of the type.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from cidesign.domain.figures import points, rounded
from cidesign.views.scenarios import view as scenarios
from tests.contradictions.pages import Said
from tests.contradictions.workshops import CATALOG

SHORT = r"\$[\d.]+[km]?"
OF_BUDGET = re.compile(rf"({SHORT}) of ({SHORT})")
LONG = re.compile(r"costs (\$[\d,]+) of the budget of (\$[\d,]+)")
PERCENT = re.compile(r"covers? (\d+%|over 99%|under 1%)")
AN_ID = re.compile(r"(?<![\w/.\[:\"])[a-z]+(?:_[a-z0-9]+)+(?![\w/.\]:])")
ISO = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")


def dollars(text: str) -> Decimal:
    """What a reader takes a written figure for."""
    plain = text.removeprefix("$").replace(",", "")
    times = {"k": 1_000, "m": 1_000_000}.get(plain[-1], 1)
    return Decimal(plain.rstrip("km")) * times


def the_plan_costs_the_same_everywhere(said: Said) -> Iterator[str]:
    """Of our own budget one cost is told, in one way of writing each."""
    if said.seen is None:
        return
    told: dict[str, set[str]] = {}
    for page, one in said.all:
        for cost, budget in (*OF_BUDGET.findall(one), *LONG.findall(one)):
            if dollars(budget) == said.seen.budget_usd:
                told.setdefault(f"{budget}", set()).add(cost)
                if said.found.cost_usd is None:
                    yield f"{page}: a cost without a plan: {one}"
    yield from (f"{budget}: {sorted(costs)}" for budget, costs in told.items() if len(costs) > 1)


def no_plan_costs_more_than_its_budget(said: Said) -> Iterator[str]:
    for page, one in said.all:
        for cost, budget in (*OF_BUDGET.findall(one), *LONG.findall(one)):
            if dollars(cost) > dollars(budget):
                yield f"{page}: {one}"


def the_rest_adds_up_as_shown(said: Said) -> Iterator[str]:
    """Cost and the parts of the rest make the budget, or are said to be rounded."""
    for page in ("team", "scenarios", "memo"):
        text = said.on(page)
        for pair in (*OF_BUDGET.finditer(text), *LONG.finditer(text)):
            after = text[pair.end() : pair.end() + 600]
            parts = re.search(r"Of the rest, ([^.]*(?:\.\d[^.]*)*)\.", after)
            if parts is None or dollars(pair[2]) != said.seen.budget_usd:
                continue
            if (pair[2].endswith(("k", "m"))) != ("k" in parts[1] or "m " in parts[1]):
                continue
            shown = sum(dollars(one) for one in re.findall(r"\$[\d.,]+[km]?\b", parts[1]))
            if dollars(pair[1]) + shown != dollars(pair[2]):
                yield f"{page}: {pair[0]}; {parts[0]}"


def all_is_said_of_all_only(said: Said) -> Iterator[str]:
    """99.9% is not all, of any function; another year than the first may cover all."""
    shares = (said.found.coverage or {}).values()
    if all(share is None or share >= 1 - 1e-5 for share in shares):
        return
    for page, one in said.all:
        if "in the year that begins in" in one:
            continue
        if "covers all" in one or "covers 100%" in one or "cover 100%" in one:
            yield f"{page}: {one}"


def one_share_is_covered(said: Said) -> Iterator[str]:
    """Team, its decision, the memo and what is adopted tell one share of the hours."""
    told = {
        page: set(PERCENT.findall(" ".join(one for one in said.pages[page] if "year" not in one)))
        for page in ("team", "overview", "scenarios")
    }
    found = set().union(*told.values())
    if said.share is not None and said.share > 1 - 1e-5:
        found -= {"100%"}
    if len(found) > 1:
        yield f"{told}"


def without_a_plan_nothing_is_hired_or_covered(said: Said) -> Iterator[str]:
    fits = said.found.found
    for page, one in said.all:
        if not fits and re.search(r"pays for [\d.]+ FTE|FTE, covering|The plan hires", one):
            yield f"{page}: {one}"
        if fits and re.search(r"[Tt]his budget cannot keep|cannot keep all of our rules", one):
            yield f"{page}: {one}"


def a_leader_is_the_leader_everywhere(said: Said) -> Iterator[str]:
    """Nobody is said to lead who does not, and nobody leads while a round is open."""
    leads = re.compile(r"(?:So far: )?(.+?) (?:leads by|share the lead)")
    view = said.view
    allowed = set() if view.hidden or view.missing else {row.label for row in view.leaders}
    for page, one in said.all:
        if told := leads.search(one):
            named = set(re.split(r", | and ", told[1]))
            if not named <= allowed:
                yield f"{page}: {one}"


def who_is_ahead_is_ahead_by_what_is_shown(said: Said) -> Iterator[str]:
    """A difference follows from the figures shown, or says that it is rounded."""
    view = said.view
    if view.hidden or view.missing or len(view.ranked) < 2 or len(view.leaders) != 1:
        return
    first, second = view.leaders[0], next(row for row in view.ranked if not row.leads)
    apart = rounded(first.points, "0.1") - rounded(second.points, "0.1")
    for page, one in said.all:
        told = re.search(r"leads by ([\d.]+) points( \(rounded\))?", one)
        if told and not told[2] and told[1] != points(apart):
            yield f"{page}: {one}"


def sealed_is_not_not_sealed(said: Said) -> Iterator[str]:
    if said.bundle.workshop.has_a_backbone or said.bundle.rules is None:
        return
    no = re.compile(r"[Nn]ot sealed|Nothing is sealed")
    yes = re.compile(r"[Rr]ules (?:are |were )?sealed|sealed on|Sealed \d")
    for page, one in said.all:
        if said.sealed and no.search(one):
            yield f"{page}: {one}"
        if not said.sealed and yes.search(one) and not no.search(one):
            yield f"{page}: {one}"


def nothing_is_advised_after_the_seal(said: Said) -> Iterator[str]:
    if said.sealed:
        for page, one in said.all:
            if re.search(r"[Ww]e (?:would )?advise|[Ww]e would choose", one):
                yield f"{page}: {one}"


def nobody_is_not_said_beside_somebody(said: Said) -> Iterator[str]:
    """What is said not to be there is not there."""
    bundle, hidden = said.bundle, said.bundle.workshop.round_is_open
    scores = bool(bundle.scores)
    for page, one in said.all:
        if bundle.candidates and re.search(r"[Nn]o candidates yet|nobody to score", one):
            yield f"{page}: {one}"
        if scores and not hidden and re.search(r"[Tt]here are no scores|not scored yet", one):
            yield f"{page}: {one}"
        if not scores and re.search(
            r"leads by|share the lead|passes all|of \d+ members scored", one
        ):
            yield f"{page}: {one}"
        if bundle.workshop.members and "Nobody is on the committee" in one:
            yield f"{page}: {one}"


def nobody_known_is_no_sole_source(said: Said) -> Iterator[str]:
    """Only one is said to have been asked where one was, and never where nobody is known."""
    if said.mode == "closed" or said.bundle.workshop.sole_source:
        return
    for page, one in said.all:
        if re.search(r"[Oo]nly one (?:organization )?was asked|Only one organization has", one):
            yield f"{page}: {one}"


def an_answer_about_hosts_is_not_contradicted(said: Said) -> Iterator[str]:
    told = {
        "nobody": r"Only one organization|Several organizations|more than one organization",
        "one": r"You know of nobody|Several organizations|There is more than one",
        "several": r"You know of nobody|Only one organization has",
    }.get(said.case.hosting)
    for page, one in said.all:
        if told and re.search(told, one):
            yield f"{page}: {one}"


def a_usual_answer_is_nobodys(said: Said) -> Iterator[str]:
    for page, one in said.all:
        if said.ours == 0 and page in ("structure", "overview", "memo") and "your answers" in one:
            yield f"{page}: {one}"
        if said.ours < 3 and "Most like us" in one:
            yield f"{page}: {one}"
        if said.ours and "none of them yours" in one:
            yield f"{page}: {one}"
    checks = said.bundle.workshop.initiative.checks
    for one in said.pages["initiative"]:
        if not checks and "your own answers" in one:
            yield f"initiative: {one}"


def one_step_is_next(said: Said) -> Iterator[str]:
    """One step is next, it is open, and the answer names it."""
    view = said.steps
    marked = [row for row in view.rows if row.next]
    if len(marked) > 1 or (view.next and (view.next.decided or not view.next.needed)):
        yield f"next: {[row.step.id for row in marked]}"
    later = re.findall(r"(?:Next:|Start with) ([^.]*)\.", view.answer)
    if view.next and later and len(later) != 1:
        yield view.answer
    if view.next and view.next.step.behind(view.stage) and view.next.step.of_the_choice:
        yield f"next is behind us: {view.next.step.id}"


def what_is_decided_is_not_open(said: Said) -> Iterator[str]:
    held = {one.page for one in said.bundle.decisions.decisions}
    things = {
        "structure": "the structure", "compare": "the host",
        "team": "team and budget", "outlook": "the years ahead",
    }  # fmt: skip
    for page in ("memo", "overview"):
        for one in said.pages[page]:
            if not re.search(r"not decided yet|[Ss]till to be decided", one):
                continue
            parts = one.partition(":")[2] or one
            yield from (
                f"{page}: {one}"
                for id, thing in things.items()
                if id in held and thing in parts and one.startswith(("Draft:", "Still", "A draft:"))
            )
    if held and "Nothing is decided" in f"{said.on('memo')} {said.on('overview')}":
        yield "something is decided, and nothing is said to be"


def not_needed_is_not_for_want_of_money(said: Said) -> Iterator[str]:
    """A post is said to be beyond the budget only where work of it is left."""
    if not said.found.found:
        return
    coverage = said.found.coverage or {}
    text = said.on("team")
    told = {
        kind: re.search(rf"{kind}: ([^.]*)\.", text)
        for kind in ("Not in this budget", "Not needed")
    }
    for role in said.seen.plan.roles:
        name = CATALOG.labels.roles[role.id]
        left = any(
            (share := coverage.get(str(one))) is not None and share < 1 - 1e-5 for one in role.does
        )
        for kind, wrong in (("Not in this budget", not left), ("Not needed", left)):
            if wrong and told[kind] and name in re.split(r", | and ", told[kind][1]):
                yield f"team: {name}, {kind}"


def hosts_that_differ_are_not_alike(said: Said) -> Iterator[str]:
    effects = scenarios.host_effects(
        scenarios.options(said.bundle, CATALOG), solve=said.solve
    ) if said.bundle.plan and len(said.bundle.candidates) > 1 else ()  # fmt: skip
    usd = [one.same_team_usd for one in effects if one.same_team_usd is not None]
    if (
        usd
        and max(usd) - min(usd) >= 1_000
        and "All hosts' terms score alike" in said.on("scenarios")
    ):
        yield f"hosts differ by {max(usd) - min(usd):,.0f}"


def money_that_runs_out_does_not_last(said: Said) -> Iterator[str]:
    ends, lasts = (
        re.compile(r"runs out (?:of money )?in (\w+ \d{4})"),
        re.compile(r"lasts through|keeps our"),
    )
    text = f"{said.on('outlook')} {said.on('memo')}"
    if len(set(ends.findall(text))) > 1 or (ends.search(text) and lasts.search(text)):
        yield str(sorted(set(ends.findall(text))))


def nothing_shows_an_id(said: Said) -> Iterator[str]:
    for page, one in said.all:
        if AN_ID.search(one):
            yield f"{page}: {one}"


def days_are_written_as_people_write_them(said: Said) -> Iterator[str]:
    for page, one in said.all:
        if ISO.search(one):
            yield f"{page}: {one}"


def not_more_members_scored_than_there_are(said: Said) -> Iterator[str]:
    for page, one in said.all:
        if told := re.search(r"(\d+) of (\d+) members scored", one):
            scored = {score.rater for score in said.bundle.scores}
            if int(told[1]) > len(scored) or int(told[2]) != len(said.bundle.workshop.members):
                yield f"{page}: {one}"


def a_backbone_at_work_needs_no_choice(said: Said) -> Iterator[str]:
    if not said.bundle.workshop.has_a_backbone:
        return
    for page in ("overview", "memo"):
        for one in said.pages[page]:
            if re.search(r"Decide who hosts|Next: the (?:host|structure)|We choose", one):
                yield f"{page}: {one}"


def no_sentence_stands_twice_with_two_figures(said: Said) -> Iterator[str]:
    """On one page a sentence that differs in its figures only is a contradiction."""
    alone = re.compile(r"^(?:Our plan|It costs|The money runs out|We adopt|\$\S+ of \$\S+ pays)")
    for page, told in said.pages.items():
        seen: dict[str, str] = {}
        for one in told:
            if alone.search(one):
                bare = re.sub(r"[\d$.,%km]+", "#", one)
                if seen.setdefault(bare, one) != one:
                    yield f"{page}: {seen[bare]} | {one}"


RULES = (
    the_plan_costs_the_same_everywhere,
    no_plan_costs_more_than_its_budget,
    the_rest_adds_up_as_shown,
    all_is_said_of_all_only,
    one_share_is_covered,
    without_a_plan_nothing_is_hired_or_covered,
    a_leader_is_the_leader_everywhere,
    who_is_ahead_is_ahead_by_what_is_shown,
    sealed_is_not_not_sealed,
    nothing_is_advised_after_the_seal,
    nobody_is_not_said_beside_somebody,
    nobody_known_is_no_sole_source,
    an_answer_about_hosts_is_not_contradicted,
    a_usual_answer_is_nobodys,
    one_step_is_next,
    what_is_decided_is_not_open,
    not_needed_is_not_for_want_of_money,
    hosts_that_differ_are_not_alike,
    money_that_runs_out_does_not_last,
    nothing_shows_an_id,
    days_are_written_as_people_write_them,
    not_more_members_scored_than_there_are,
    a_backbone_at_work_needs_no_choice,
    no_sentence_stands_twice_with_two_figures,
)
