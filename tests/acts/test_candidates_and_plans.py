"""Everything people do about candidates, the plan, scenarios and the years ahead: it is told in one
sentence, and made again from the ledger it gives the same files, letter for letter.
"""

from decimal import Decimal

import pytest

from cidesign.acts import Act, Shared, act_kind
from cidesign.acts.add_award import AddAward
from cidesign.acts.add_candidates import AddCandidates, Applying
from cidesign.acts.add_phase import AddPhase
from cidesign.acts.adopt_scenario import AdoptScenario
from cidesign.acts.begin_outlook import BeginOutlook
from cidesign.acts.begin_plan import BeginPlan
from cidesign.acts.bring_candidates import BringCandidates
from cidesign.acts.change_award import ChangeAward
from cidesign.acts.change_field import ChangeField
from cidesign.acts.delete_scenario import DeleteScenario
from cidesign.acts.lock_scenario import LockScenario
from cidesign.acts.mend_plan import MendPlan
from cidesign.acts.remove_award import RemoveAward
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.save_candidate import SaveCandidate
from cidesign.acts.save_scenario import SaveScenario
from cidesign.acts.set_budget import SetBudget
from cidesign.acts.set_keys import SetKeys
from cidesign.acts.set_phase import SetPhase
from cidesign.acts.switch_hire_rule import SwitchHireRule
from cidesign.acts.unlock_scenario import UnlockScenario
from cidesign.acts.written import read_back, written
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.scenario import Figures
from cidesign.record import (
    bundle_fingerprint,
    changed,
    document,
    read_files,
    rests_on,
    short_fingerprint,
)
from cidesign.record.ledger import as_json, from_json
from cidesign.text import speaking
from cidesign.views.overview.beginning import first_outlook, first_plan
from cidesign.views.overview.drafting import Answers
from tests.text.visible import Pretended

CATALOG = load()
ROLE = {"id": "director", "salary_usd": 100_000, "min_fte": 0, "max_fte": 1, "does": {"vision": 1}}
PLAN = {
    "phase": "initiate_action",
    "drivers": {"partners": 30},
    "priorities": {"vision": 1},
    "floor": {"vision": 0.5},
    "roles": [ROLE, {**ROLE, "id": "helper", "salary_usd": 50_000}],
    "funding": {"budget_usd": 400_000},
}
CITY = {"id": "city", "usd": 100_000, "from": "2027-01", "to": "2027-12", "pays": "monthly"}
YEARS = {
    "start": "2027-01",
    "years": 3,
    "phases": [{"phase": "initiate_action", "from": "2027-01"}],
    "funding": [CITY, {**CITY, "id": "church"}],
}
STATE = {
    "id": "State fund",
    "usd": Decimal("120000.0"),
    "from": "2027-07",
    "to": "2028-06",
    "pays": {"in_arrears_days": 60},
    "functions": ["vision"],
    "roles": ["helper"],
    "office": True,
    "indirect_cap": Decimal("0.10"),
    "renewal": {"chance": Decimal("0.5"), "usd": 80_000, "years": 2},
    "match": {"note": "A dollar for each of theirs"},
}
LEAN = {
    "name": "Lean year",
    "budget_usd": Decimal("300000.00"),
    "community_min_share": Decimal("0.10"),
    "reserve_rate": 0,
    "must_have": False,
}
ASKED = {"pay": Decimal("0.10"), "source_lost": ["church"], "grant_length": {"city": -6}}
BARE = read_files({"workshop.yaml": b"name: Ours\n", "candidates.csv": b"id,name\noak,Oak House\n"})
PLANNED = changed(changed(BARE, "plan.yaml", {(): PLAN}), "outlook.yaml", {(): YEARS})
SAVED = SaveScenario(**LEAN).on(PLANNED)
FIGURES = Figures(budget_usd=Decimal("300000.00"), cost_usd=Decimal("299000.50"), fte=2)
LOCK = LockScenario(id="lean_year", at="2026-11-29T12:00:00+00:00", figures=FIGURES)


def field(*place, path="plan.yaml", called="Salary", **more):
    return ChangeField(of="team", path=path, place=place, called=called, **more)


DONE = [
    (SaveCandidate(name="Elm  Fund"), BARE, "added the candidate Elm Fund"),
    (SaveCandidate(id="oak", name="Oak"), BARE, "changed what is known of the candidate Oak"),
    (AddCandidates(candidates=(Applying(name="Elm"),)), BARE, "added one candidate"),
    (RemoveCandidate(id="oak"), BARE, "took the candidate Oak House off the list"),
    (BringCandidates(content=b"id,name\nelm,Elm\n"), BARE, "brought in a table of candidates"),
    (BeginPlan(plan=first_plan(CATALOG, Answers("", "2027-01"))), BARE, "made a first plan"),
    (SetBudget(usd=Decimal("525000.00")), PLANNED, "changed the budget to $525,000"),
    (SetPhase(phase="sustain", called="Sustain"), PLANNED, "phase of the initiative to: Sustain"),
    (
        SwitchHireRule(
            called="Hiring costs money",
            is_on=False,
            changes=(
                ("outlook.yaml", ("hiring", "cost_share"), 0),
                ("plan.yaml", ("smallest_post",), Decimal("0.5")),
            ),
        ),
        PLANNED,
        "switched a rule of the team off: Hiring costs money",
    ),
    (
        SwitchHireRule(
            called="Nobody under half-time",
            is_on=True,
            changes=(("plan.yaml", ("smallest_post",), Decimal("0.5")),),
        ),
        PLANNED,
        "switched a rule of the team on: Nobody under half-time",
    ),
    (
        MendPlan(changes=((("floor", "vision"), Decimal("0.30")),), called="Lower the floor"),
        PLANNED,
        "took a way out for the plan: Lower the floor",
    ),
    (
        field("roles", "helper", "salary_usd", value=Decimal("61500.0")),
        PLANNED,
        'changed "Salary" to 61,500',
    ),
    (
        field("reserve_rate", called="Reserve", value=Decimal("0.050"), is_share=True),
        PLANNED,
        'changed "Reserve" to 5%',
    ),
    (
        field("funding", "church", "to", path="outlook.yaml", called="Last month", value="2028-03"),
        PLANNED,
        'changed "Last month" to 2028-03',
    ),
    (SaveScenario(**LEAN), PLANNED, "saved the scenario Lean year"),
    (SaveScenario(**{**LEAN, "id": "lean_year", "note": "No"}), SAVED, "changed the scenario Lean"),
    (SaveScenario(**LEAN, what_if=ASKED), PLANNED, "saved the scenario Lean year"),
    (AdoptScenario(id="lean_year"), SAVED, "made the scenario Lean year our plan"),
    (LOCK, SAVED, "locked the scenario Lean year"),
    (UnlockScenario(id="lean_year"), LOCK.on(SAVED), "unlocked the scenario Lean year"),
    (DeleteScenario(id="lean_year", called="Lean year"), SAVED, "deleted the scenario Lean year"),
    (
        BeginOutlook(outlook=first_outlook(CATALOG, Answers("", "2027-01"))),
        PLANNED,
        "made a first outlook",
    ),
    (AddAward(), PLANNED, "added somebody who pays"),
    (AddAward(source=STATE), PLANNED, "added State fund to who pays: $120,000 a year"),
    (
        ChangeAward(id="city", source={**CITY, "usd": Decimal("90000.0")}),
        PLANNED,
        "changed what City pays",
    ),
    (RemoveAward(id="city"), PLANNED, "took city out of who pays"),
    (AddPhase(phase="sustain", called="Sustain"), PLANNED, "phase to the years ahead: Sustain"),
]
KINDS = tuple(dict.fromkeys(type(act) for act, _, _ in DONE))
IDS = [act.kind for act, _, _ in DONE]


def through_the_ledger(act: Act) -> Act:
    pieces = written(act, {})
    value, held = (from_json(as_json(one)) for one in (pieces.value, pieces.held))
    return read_back(act_kind(act.kind), value, held, pieces.files)


def refused(act, record):
    with pytest.raises(BadInput) as told:
        act.on(record)
    return [problem.line() for problem in told.value.problems]


@pytest.mark.parametrize(("act", "record", "says"), DONE, ids=IDS)
def test_what_was_done_is_told_in_one_sentence_without_a_full_stop(act, record, says):
    told = act.told("Ana Reyes", record)

    assert told.startswith("Ana Reyes ")
    assert says in told
    assert not told.endswith(".")


@pytest.mark.parametrize(("act", "record", "says"), DONE, ids=IDS)
def test_made_again_from_the_ledger_it_gives_the_same_files_in_any_language(act, record, says):
    after = act.on(record)

    with speaking(Pretended()):
        again = through_the_ledger(act).on(record)

    assert dict(after.files) != dict(record.files)
    assert dict(again.files) == dict(after.files)


@pytest.mark.parametrize(("act", "record", "says"), DONE, ids=IDS)
def test_somebody_elses_change_of_its_document_would_be_in_its_way(act, record, says):
    after = act.on(record)

    assert isinstance(act, Shared)
    assert after.files.get(act.document) != record.files.get(act.document)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_a_kind_bears_the_name_of_its_file(kind):
    assert kind.__module__ == f"cidesign.acts.{kind.kind}"


def test_a_field_of_an_entry_is_found_by_its_id_wherever_the_entry_stands_by_then():
    raised = field("roles", "helper", "salary_usd", value=60_000)
    turned = changed(PLANNED, "plan.yaml", {("roles",): [*reversed(PLAN["roles"])]})

    after = {role.id: role.salary_usd for role in raised.on(turned).plan.roles}

    assert after == {"director": 100_000, "helper": 60_000}


def test_a_field_of_an_entry_that_is_gone_is_refused():
    gone = RemoveAward(id="church").on(PLANNED)
    late = field("sources", "church", "usd", path="funding.yaml", value=5)

    assert refused(late, gone) == [
        'funding.yaml: sources.church.usd: the list has no entry "church"; '
        "look at the list as it is now"
    ]


def test_a_figure_that_is_none_is_refused_and_told_where():
    (said,) = refused(field("roles", "helper", "salary_usd", value=Decimal("NaN")), PLANNED)

    assert said.startswith("plan.yaml: roles.helper.salary_usd: NaN is no number")


def test_two_who_add_somebody_who_pays_add_two():
    after = AddAward().on(AddAward().on(PLANNED)).outlook.funding

    assert [award.id for award in after] == ["city", "church", "new_money_1", "new_money_2"]
    assert (after[2].from_, after[2].to, after[2].usd) == ("2027-01", "2027-12", 100_000)


def test_a_phase_is_added_a_year_after_the_last_and_the_first_with_the_years():
    none = changed(PLANNED, "outlook.yaml", {("phases",): None})
    act = AddPhase(phase="sustain")

    assert [one.from_ for one in act.on(PLANNED).outlook.phases] == ["2027-01", "2028-01"]
    assert [one.from_ for one in act.on(none).outlook.phases] == ["2027-01"]


def test_a_phase_is_not_added_to_years_nobody_has_begun():
    assert refused(AddPhase(phase="sustain"), BARE) == [
        "outlook.yaml: there is none yet; make a first outlook on the page Outlook"
    ]


def test_another_phase_is_the_one_in_which_the_first_year_begins():
    # before the first phase that is listed, the first holds; of two that begun, the later one
    late = changed(PLANNED, "outlook.yaml", {("phases", 0, "from"): "2027-06"})
    begun = [
        {"phase": "generate_ideas", "from": "2026-01"},
        {"phase": "initiate_action", "from": "2026-07"},
        {"phase": "organize_for_impact", "from": "2028-01"},
    ]
    second = changed(PLANNED, "outlook.yaml", {("phases",): begun})

    after = SetPhase(phase="sustain")

    assert str(after.on(late).plan.phase) == "sustain"
    assert str(after.on(late).outlook.phases[0].phase) == "sustain"
    assert [str(one.phase) for one in after.on(second).outlook.phases] == [
        "generate_ideas",
        "sustain",
        "organize_for_impact",
    ]


def test_a_scenario_that_is_gone_cannot_become_our_plan():
    assert refused(AdoptScenario(id="lean_year"), PLANNED) == [
        "scenarios/lean_year.yaml: is not there any more; reload the page"
    ]


def test_a_scenario_that_asks_what_if_is_one_new_file_and_nothing_else():
    after = SaveScenario(**LEAN, what_if=ASKED).on(PLANNED)

    (new,) = after.files.keys() - PLANNED.files.keys()
    assert new == "scenarios/lean_year.yaml"
    assert {path: after.files[path] for path in PLANNED.files} == dict(PLANNED.files)
    assert document(after, new)["what_if"] == {
        "pay": Decimal("0.1"),
        "source_lost": ["church"],
        "grant_length": {"city": -6},
    }


def test_a_scenario_that_asks_what_if_opens_with_the_same_asked():
    after = SaveScenario(**LEAN, what_if=ASKED).on(PLANNED)

    assert after.scenarios["lean_year"].what_if.written() == {
        "pay": Decimal("0.1"),
        "source_lost": ("church",),
        "grant_length": {"city": -6},
    }


def test_what_is_only_asked_cannot_become_our_plan():
    asking = SaveScenario(**LEAN, what_if=ASKED).on(PLANNED)

    (line,) = refused(AdoptScenario(id="lean_year"), asking)

    assert line.startswith("Lean year: asks what if, and what is only asked is no plan;")


def test_who_pays_may_be_taken_out_although_a_scenario_asks_about_her():
    asking = SaveScenario(**LEAN, what_if=ASKED).on(PLANNED)

    after = RemoveAward(id="church").on(asking)

    assert [one.id for one in after.outlook.funding] == ["city"]
    assert after.scenarios["lean_year"].what_if == asking.scenarios["lean_year"].what_if


def test_a_locked_scenario_keeps_its_figures_and_the_record_they_come_from():
    kept = LOCK.on(SAVED).scenarios["lean_year"].locked

    assert kept.figures == FIGURES
    assert kept.record == short_fingerprint(bundle_fingerprint(SAVED))
    assert set(kept.of) == {
        "plan.yaml", "outlook.yaml", "candidates.csv", "scenarios/lean_year.yaml"
    }  # fmt: skip
    assert kept.of == rests_on(LOCK.on(SAVED).files, "lean_year")


def test_a_locked_scenario_is_neither_changed_nor_deleted_until_it_is_unlocked():
    locked = LOCK.on(SAVED)
    says = "Lean year: is locked; unlock it first, or save a new one"

    assert refused(SaveScenario(**{**LEAN, "id": "lean_year"}), locked) == [says]
    assert refused(DeleteScenario(id="lean_year", called="Lean year"), locked) == [says]
    assert refused(LOCK, locked) == ["Lean year: is locked already; reload the page"]
    assert refused(UnlockScenario(id="lean_year"), SAVED) == [
        "Lean year: is not locked; reload the page"
    ]
    freed = UnlockScenario(id="lean_year").on(locked)
    assert freed.files == SAVED.files


def test_a_scenario_that_is_gone_is_neither_locked_nor_unlocked():
    for act in (LOCK, UnlockScenario(id="lean_year")):
        assert refused(act, PLANNED) == [
            "scenarios/lean_year.yaml: is not there any more; reload the page"
        ]


def test_a_scenario_waits_for_a_plan():
    assert refused(SaveScenario(**LEAN), BARE) == [
        "plan.yaml: there is no plan yet; make one on the page Team and budget first"
    ]


def test_a_few_keys_set_at_once_are_written_alike_when_done_again():
    put = ((("overhead",), {"kind": "fee", "rate": Decimal("0.070")}),)
    act = SetKeys(of="team", path="plan.yaml", thing="what the host charges", changes=put)

    again = through_the_ledger(act).on(PLANNED)

    assert again.files["plan.yaml"] == act.on(PLANNED).files["plan.yaml"]
    assert document(again, "plan.yaml")["overhead"] == {"kind": "fee", "rate": Decimal("0.07")}


@pytest.mark.parametrize("stage", ["scoring", "final"])
def test_the_list_of_candidates_stays_while_a_round_is_open_and_once_all_is_final(stage):
    then = changed(BARE, "workshop.yaml", {("stage",): stage})

    for act in (SaveCandidate(name="Elm"), RemoveCandidate(id="oak"), BringCandidates(content=b"")):
        assert len(refused(act, then)) == 1
