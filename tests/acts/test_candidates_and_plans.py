"""Everything people do about candidates, the plan, scenarios and the years ahead: it is told in one
sentence, and made again from the ledger it gives the same files, letter for letter.
"""

from decimal import Decimal

import pytest

from cidesign.acts import Act, Shared, act_kind
from cidesign.acts.add_award import AddAward
from cidesign.acts.add_phase import AddPhase
from cidesign.acts.adopt_scenario import AdoptScenario
from cidesign.acts.begin_outlook import BeginOutlook
from cidesign.acts.begin_plan import BeginPlan
from cidesign.acts.bring_candidates import BringCandidates
from cidesign.acts.change_field import ChangeField
from cidesign.acts.delete_scenario import DeleteScenario
from cidesign.acts.mend_plan import MendPlan
from cidesign.acts.remove_award import RemoveAward
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.save_candidate import SaveCandidate
from cidesign.acts.save_scenario import SaveScenario
from cidesign.acts.set_budget import SetBudget
from cidesign.acts.set_keys import SetKeys
from cidesign.acts.set_phase import SetPhase
from cidesign.acts.written import read_back, written
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.record import changed, document, read_files
from cidesign.record.ledger import as_json, from_json
from cidesign.text import speaking
from cidesign.views.overview.beginning import first_outlook, first_plan
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
LEAN = {
    "name": "Lean year",
    "budget_usd": Decimal("300000.00"),
    "community_min_share": Decimal("0.10"),
    "reserve_rate": 0,
    "must_have": False,
}
BARE = read_files({"workshop.yaml": b"name: Ours\n", "candidates.csv": b"id,name\noak,Oak House\n"})
PLANNED = changed(changed(BARE, "plan.yaml", {(): PLAN}), "outlook.yaml", {(): YEARS})
SAVED = SaveScenario(**LEAN).on(PLANNED)


def field(*place, path="plan.yaml", called="Salary", **more):
    return ChangeField(of="team", path=path, place=place, called=called, **more)


DONE = [
    (SaveCandidate(name="Elm  Fund"), BARE, "added the candidate Elm Fund"),
    (SaveCandidate(id="oak", name="Oak"), BARE, "changed what is known of the candidate Oak"),
    (RemoveCandidate(id="oak"), BARE, "took the candidate Oak House off the list"),
    (BringCandidates(content=b"id,name\nelm,Elm\n"), BARE, "brought in a table of candidates"),
    (BeginPlan(plan=first_plan(CATALOG)), BARE, "made a first plan"),
    (SetBudget(usd=Decimal("525000.00")), PLANNED, "changed the budget to $525,000"),
    (SetPhase(phase="sustain", called="Sustain"), PLANNED, "phase of the initiative to: Sustain"),
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
    (AdoptScenario(id="lean_year"), SAVED, "made the scenario Lean year our plan"),
    (DeleteScenario(id="lean_year", called="Lean year"), SAVED, "deleted the scenario Lean year"),
    (BeginOutlook(outlook=first_outlook(CATALOG, "2027-01")), PLANNED, "made a first outlook"),
    (AddAward(), PLANNED, "added somebody who pays to the years ahead"),
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
    late = field("funding", "church", "usd", path="outlook.yaml", value=5)

    assert refused(late, gone) == [
        'outlook.yaml: funding.church.usd: the list has no entry "church"; '
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


@pytest.mark.parametrize("act", [AddAward(), AddPhase(phase="sustain")])
def test_nothing_is_added_to_years_nobody_has_begun(act):
    assert refused(act, BARE) == [
        "outlook.yaml: there is none yet; make a first outlook on the page Outlook"
    ]


def test_another_phase_leaves_years_alone_that_begin_later_with_it():
    late = changed(PLANNED, "outlook.yaml", {("phases", 0, "from"): "2027-06"})

    after = SetPhase(phase="sustain").on(late)

    assert str(after.plan.phase) == "sustain"
    assert str(after.outlook.phases[0].phase) == "initiate_action"


def test_a_scenario_that_is_gone_cannot_become_our_plan():
    assert refused(AdoptScenario(id="lean_year"), PLANNED) == [
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
