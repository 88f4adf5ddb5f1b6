"""The map is read from the record: numbers, host and reporting line as somebody wrote them, and
what is open is said to be.
"""

from dataclasses import replace

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.record import changed, example_bundle, read_files, with_decision
from cidesign.views.structure.map import initiative_map, map_note

CATALOG = load()


def places(bundle):
    return {place.id: place for place in initiative_map(bundle, CATALOG).places}


def test_an_empty_workshop_has_all_five_places_and_says_what_is_open():
    drawn = initiative_map(read_files({"workshop.yaml": b"name: Ours\n"}), CATALOG)

    assert [place.id for place in drawn.places] == [
        "committee",
        "backbone",
        "groups",
        "partners",
        "community",
    ]
    assert [place.open for place in drawn.places] == [True, True, True, True, False]
    assert len(drawn.ties) == 4
    assert "Four boxes have something open." in map_note(drawn)
    assert drawn.ties[0].up == "whom staff report to is open"


def test_numbers_come_from_the_record():
    shown = places(example_bundle("philadelphia_stem"))

    # workshop.yaml: seven members, two of them residents; partners.csv: 30 rows; groups.csv: four
    # beside the committee.
    assert shown["committee"].lines[0] == "Seven members"
    assert shown["committee"].lines[1].startswith("Seats: residents (2), schools, ")
    assert shown["partners"].lines == ("30 organizations", "13 have signed as formal members")
    assert shown["groups"].lines[0] == "Four groups"


GROUPS = "id,name,kind,lead\na,Reading,,oak\nb,Jobs,workstream,{lead}\nc,Steering,committee,\n"


def listed(lead="oak", signed=""):
    """Two groups and a committee."""
    table = f"id,name,formal_member\noak,Oak House,{signed}\n"
    return read_files(
        {
            "workshop.yaml": b"name: Ours\n",
            "partners.csv": table.encode(),
            "groups.csv": GROUPS.format(lead=lead).encode(),
        }
    )


def test_groups_stand_on_the_map_by_name_with_the_partner_that_leads_them():
    shown = places(listed())["groups"]

    assert shown.lines == ("Two groups", "Reading: led by Oak House", "Jobs: led by Oak House")
    assert not shown.open


def test_a_group_nobody_leads_leaves_its_box_open():
    shown = places(listed(lead=""))["groups"]

    assert shown.lines[2] == "Jobs: nobody leads it yet"
    assert shown.open


def test_of_many_groups_the_first_are_named_and_the_others_counted():
    rows = "".join(f"g{n},Group {n}\n" for n in range(10))
    table = f"id,name\n{rows}".encode()
    bundle = read_files({"workshop.yaml": b"name: Ours\n", "groups.csv": table})

    assert places(bundle)["groups"].lines[-1] == "and two more groups"


def test_formal_members_are_told_apart_from_those_who_take_part():
    assert places(listed())["partners"].lines == ("One organization",)
    assert places(listed(signed="yes"))["partners"].lines[1] == "One has signed as a formal member"


def typed(number):
    """The example with so many partners typed on Initiative, and lists of none."""
    said = {("initiative", "partners"): number}
    bare = changed(example_bundle("philadelphia_stem"), "workshop.yaml", said)
    return replace(bare, partners=(), groups=())


def test_the_list_of_partners_counts_before_a_typed_number_and_that_before_the_plans():
    of_the_plan = typed(None).plan.drivers["partners"]
    ours = example_bundle("philadelphia_stem").partners

    assert places(replace(typed(21), partners=ours))["partners"].lines[0] == "30 organizations"
    assert places(typed(21))["partners"].lines == ("21 organizations",)
    assert places(typed(None))["partners"].lines[0].startswith(str(int(of_the_plan)))


def test_the_chosen_host_and_the_reporting_line_stand_on_the_map():
    bundle = example_bundle("philadelphia_stem")
    candidate = bundle.candidates[0]
    decided = with_decision(
        bundle, Decision(page="compare", what=candidate.label, figures={"chosen": candidate.id})
    )
    drawn = initiative_map(decided, CATALOG)

    assert f"Host: {candidate.label}" in drawn.places[1].lines
    assert drawn.ties[0].up == f"staff report to: {bundle.structure.decision.staff_report_to}"
    assert not drawn.places[1].open


def test_a_backbone_that_works_already_is_the_host():
    said = {
        ("initiative", "existing_backbone"): "yes",
        ("initiative", "backbone"): "Harbor Alliance",
    }
    bundle = changed(read_files({"workshop.yaml": b"name: Ours\n"}), "workshop.yaml", said)

    assert "Host: Harbor Alliance" in places(bundle)["backbone"].lines


def test_a_function_that_sits_elsewhere_is_told_with_its_host():
    bundle = example_bundle("philadelphia_stem")
    first, second = bundle.candidates[:2]
    split = changed(
        bundle, "structure.yaml", {("hosts", "policy"): first.id, ("hosts", "community"): second.id}
    )

    told = {f"Advancing policy: with {first.label}", f"Community engagement: with {second.label}"}
    assert told <= set(places(split)["backbone"].lines)
