"""The draft host agreement: from the chosen offer, with what is open marked, and never as legal
advice.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.record import changed, read_bundle, read_files, with_decision
from cidesign.report.paper import paper_document
from tests.report.addresses import DATA
from tests.report.printed import printed

CATALOG = load()
EXAMPLE = DATA / "examples" / "philadelphia_stem"


def with_host(id: str, name: str):
    """The example, its host decided."""
    return with_decision(
        read_bundle(EXAMPLE),
        Decision(page="compare", what=name, because="We trust them.", figures={"chosen": id}),
    )


def drafted(bundle) -> str:
    return printed(paper_document(agreement(bundle, CATALOG, made_on="2026-11-22"))).text


def test_without_a_host_there_is_no_agreement_and_the_way_is_told():
    with pytest.raises(BadInput, match="no host is chosen yet") as told:
        agreement(read_bundle(EXAMPLE), CATALOG)

    assert "choose the host on the page Compare first" in told.value.problems[0].remedy


@pytest.mark.slow
def test_the_offer_stands_in_the_draft():
    said = drafted(with_host("harborlight", "Harborlight Community Foundation"))

    assert "Draft agreement with Harborlight Community Foundation" in said
    assert "8% of direct cost, as indirect cost" in said
    assert "the salaries of our plan times 1.1" in said
    assert "25% of salary" in said
    assert "office, worth $30,000 a year" in said
    assert "January 2027" in said
    assert "Data fund, $90,000 a year, pays only for shared measurement." in said


@pytest.mark.slow
def test_a_grant_for_posts_and_the_office_says_so():
    decided = with_host("harborlight", "Harborlight Community Foundation")
    place = ("sources", "data_fund")
    bound = {(*place, "functions"): None, (*place, "roles"): ["director"], (*place, "office"): True}

    said = drafted(changed(decided, "funding.yaml", bound))

    assert "Data fund, $90,000 a year, pays only for director and the office." in said


@pytest.mark.slow
def test_a_fee_is_told_as_one_and_what_is_open_is_marked():
    said = drafted(with_host("spark", "Spark Rowhouse Collective"))

    assert "7% of all revenue, as its fee; no indirect cost beside it" in said
    assert "It is not legal advice" in said
    assert "notice of: [to be agreed]." in said


@pytest.mark.slow
def test_where_functions_sit_with_several_each_names_its_host():
    bundle = changed(
        with_host("spark", "Spark"), "structure.yaml", {("hosts",): {"measurement": "quadrant"}}
    )

    said = drafted(bundle).splitlines()

    assert (
        said[said.index("Establish shared measurement practices") + 1]
        == "Quadrant University, Center for Learning"
    )
    assert said[said.index("Guide vision and strategy") + 1] == "Spark Rowhouse Collective"


@pytest.mark.slow
def test_rules_that_no_longer_bear_their_seal_are_told_in_the_draft():
    chosen = with_host("harborlight", "Harborlight Community Foundation")

    said = drafted(
        changed(chosen, "rules.yaml", {("seal", "version"): 2, ("criteria", 0, "weight"): 99})
    )

    assert "The rule sheet was changed after it was sealed" in said
    assert "The rules are version 2" in said
    assert "after it was sealed" not in drafted(chosen)


@pytest.mark.slow
def test_the_signs_of_the_review_are_printed_without_remarks_of_ours():
    said = drafted(with_host("brightline", "BrightLine STEM Network"))

    assert "More residents know of the effort and come to it." in said
    assert "Our words" not in said


@pytest.mark.slow
def test_what_our_budget_counts_no_indirect_cost_on_is_told_to_the_host():
    said = drafted(with_host("brightline", "BrightLine STEM Network"))

    assert (
        "12% of direct cost, as indirect cost; our budget counts none on "
        "data stipends for partners, paid community members and childcare at meetings; agreed: [to "
        "be agreed]" in said
    )


def with_a_backbone(name: str = "Harbor Alliance"):
    """The example, where somebody does the work already."""
    said = {("initiative", "existing_backbone"): "yes", ("initiative", "backbone"): name}
    return changed(read_bundle(EXAMPLE), "workshop.yaml", said)


@pytest.mark.slow
def test_with_a_backbone_that_works_already_the_draft_is_with_it_and_leaves_its_terms_open():
    said = drafted(with_a_backbone())

    assert "Draft agreement with Harbor Alliance" in said
    assert "the salaries of our plan" in said
    lines = said.splitlines()
    assert lines[lines.index("What the host gives in kind") + 1] == "[to be agreed]"


def test_a_backbone_without_a_name_has_no_draft_and_the_way_is_told():
    with pytest.raises(BadInput, match="has no name here") as told:
        agreement(with_a_backbone(name=""), CATALOG)

    assert told.value.problems[0].remedy == "write it on the page Initiative"


@pytest.mark.slow
def test_terms_of_a_host_that_offered_none_are_still_to_be_agreed():
    silent = with_host("harborlight", "Harborlight Community Foundation")
    rows = [f'{one.id},"{one.label}",yes' for one in silent.candidates]
    listed = "\n".join(["id,name,eligible", *rows])
    bare = read_files({**silent.files, "candidates.csv": listed.encode()})

    lines = drafted(bare).splitlines()

    for term in ("What the host gives in kind", "What the host charges", "Benefits of staff"):
        assert lines[lines.index(term) + 1] == "[to be agreed]"


def test_a_lean_start_is_looked_at_again_by_both_sides_in_its_month_and_no_other_is():
    chosen = with_host("harborlight", "Harborlight Community Foundation")
    lean = changed(chosen, "workshop.yaml", {("initiative", "lean_until"): "2028-09"})

    said = "This is a lean start. In September 2028 both sides look"
    assert said in drafted(lean)
    assert "lean start" not in drafted(chosen)
