"""Partners and groups are added, changed and taken out; what others wrote in the tables stays letter
for letter, and History undoes it.
"""

import pytest

from cidesign.acts.add_partners import AddPartners, Joining
from cidesign.acts.remove_group import RemoveGroup
from cidesign.acts.remove_partner import RemovePartner
from cidesign.acts.save_group import SaveGroup
from cidesign.acts.save_partner import SavePartner
from cidesign.domain.problem import BadInput
from cidesign.domain.work import GroupKind
from cidesign.record import read_files
from cidesign.workshop import Store

PARTNERS = b"id,name,color\noak,Oak House,red\nelm,Elm Center,blue\n"
GROUPS = b"id,name,lead,supports,why\na,Early years,oak,elm,long ago\nb,Jobs,elm,oak; ash,\n"
ASH = b"ash,Ash Trust,green\n"


def record(**files):
    table = {"workshop.yaml": b"name: Ours\n", "partners.csv": PARTNERS + ASH, "groups.csv": GROUPS}
    return read_files({**table, **files})


def table(bundle, name):
    return bundle.files[f"{name}.csv"].decode()


def refused(act, bundle):
    with pytest.raises(BadInput) as told:
        act.on(bundle)
    return [one.line() for one in told.value.problems]


def test_partners_of_a_list_stand_at_its_end_and_other_rows_stay_as_they_are():
    act = AddPartners(
        partners=(
            Joining(name="Birch Union", sector="labor", organization="union", line=1),
            Joining(name="Oak", serves="families", good_at="data", line=2),
        )
    )

    after = act.on(record())

    assert table(after, "partners") == (
        "id,name,color,sector,kind,serves,good_at\n"
        "oak,Oak House,red,,,,\nelm,Elm Center,blue,,,,\nash,Ash Trust,green,,,,\n"
        "birch_union,Birch Union,,labor,union,,\noak_2,Oak,,,,families,data\n"
    )
    assert act.told("Ana", after) == "Ana added two partners"


def test_what_help_costs_is_written_where_it_is_said_and_blank_where_it_is_taken_back():
    said = Joining(name="Oak House", people_a_year="400", each_usd="210.5", alone_usd="260")

    with_costs = SavePartner(id="oak", partner=said).on(record())
    without = SavePartner(id="oak", partner=Joining(name="Oak House")).on(with_costs)
    never = SavePartner(id="oak", partner=Joining(name="Oak House")).on(record())

    assert [float(one) for one in with_costs.partners[0].costs] == [400, 210.5, 260]
    assert without.partners[0].costs == (None, None, None)
    assert "people_a_year" not in table(never, "partners")


def test_all_of_a_list_are_added_or_none_and_each_fault_is_told_by_its_line():
    act = AddPartners(
        partners=(
            Joining(name="oak  HOUSE", line=1),
            Joining(name="", line=2),
            Joining(name="Birch", line=3),
            Joining(name="birch", line=5),
        )
    )

    assert refused(act, record()) == [
        "Line 1: oak HOUSE is on the list already; write what tells the two apart",
        "Line 2: there is none yet; write one",
        "Line 5: birch stands in line 3 too; take one of the two out",
    ]


def test_an_empty_list_is_refused():
    assert refused(AddPartners(partners=()), record()) == [
        "The list: nothing is written there; write one name on each line, such as Oak House; "
        "schools; nonprofit"
    ]


def test_a_partner_is_changed_in_its_row():
    after = SavePartner(id="elm", partner=Joining(name="Elm", sector="arts")).on(record())

    assert "elm,Elm,blue,arts,,,\n" in table(after, "partners")
    assert after.partners[1].sector == "arts"


def test_what_a_partner_puts_in_and_promises_gets_a_column_once_somebody_says_it():
    said = Joining(
        name="Elm",
        formal_member=True,
        has_committed="Open on Sundays",
        credit_wanted="named first",
        own_money_usd="45000",
        volunteer_hours="120",
    )

    after = SavePartner(id="elm", partner=said).on(record())
    again = SavePartner(id="elm", partner=Joining(name="Elm")).on(after)

    elm = after.partners[1]
    assert (elm.formal_member, elm.has_committed, elm.credit_wanted) == (
        True,
        "Open on Sundays",
        "named first",
    )
    assert (elm.own_money_usd, elm.volunteer_hours) == (45000, 120)
    assert (again.partners[1].formal_member, again.partners[1].own_money_usd) == (False, None)
    assert "own_money_usd" not in table(
        SavePartner(id="elm", partner=Joining(name="Elm")).on(record()), "partners"
    )


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"own_money_usd": "-5"}, "Its own money for this work, dollars a year: -5 is below 0"),
        ({"volunteer_hours": "many"}, 'Hours its volunteers give, a year: "many" is not a number'),
        ({"has_committed": "x" * 161}, "What it has committed to do: it is too long"),
    ],
)
def test_a_fault_of_what_a_partner_gives_names_its_field(cells, line):
    changed = SavePartner(id="elm", partner=Joining(name="Elm", **cells))
    added = AddPartners(partners=(Joining(name="Birch", line=1, **cells),))

    assert refused(changed, record())[0].startswith(line)
    assert line.rpartition(": ")[2] in refused(added, record())[0]


def test_a_partner_may_not_take_the_name_of_another():
    act = SavePartner(id="elm", partner=Joining(name="Oak House"))

    assert refused(act, record()) == [
        "Name: Oak House is on the list already; write what tells the two apart"
    ]


def test_a_partner_that_leaves_leads_and_supports_nothing_any_more():
    after = RemovePartner(id="oak", name="Oak House").on(record())

    assert [one.id for one in after.partners] == ["elm", "ash"]
    assert table(after, "groups") == (
        "id,name,lead,supports,why\na,Early years,,elm,long ago\nb,Jobs,elm,ash,\n"
    )


def test_a_partner_that_leaves_answers_for_no_measure_any_more():
    measures = b"id,owners,why\na,oak; elm,law\nb,ash,\n"

    after = RemovePartner(id="oak", name="Oak House").on(record(**{"measures.csv": measures}))

    assert table(after, "measures") == "id,owners,why\na,elm,law\nb,ash,\n"


def test_a_group_is_added_with_all_that_is_known_of_it():
    act = SaveGroup(
        name="First jobs",
        what=GroupKind.WORKSTREAM,
        aim="A job for all",
        element="Work",
        chair="Ana Reyes",
        lead="oak",
        supports=("elm", "ash"),
        people_affected=True,
        meetings_a_year="12",
        begins="2027-03",
        ends="2028-02",
    )

    group = act.on(record()).groups[-1]

    assert (group.id, group.kind, group.lead, group.supports) == (
        "first_jobs",
        "workstream",
        "oak",
        ("elm", "ash"),
    )
    assert (group.chair, group.people_affected, group.evidence) == ("Ana Reyes", True, False)
    assert (group.meetings_a_year, group.begins, group.ends) == (12, "2027-03", "2028-02")


def test_the_name_of_a_chair_never_enters_the_open_ledger():
    assert "chair" in SaveGroup.hidden


def test_a_fault_of_a_group_names_the_field_of_its_form():
    act = SaveGroup(name="Jobs too", lead="oak", supports=("oak",), begins="soon")

    assert refused(act, record()) == [
        'First month: "soon" is not a month; write year and month, such as 2027-01'
    ]
    assert refused(act.model_copy(update={"begins": ""}), record()) == [
        'Supported by: "oak" leads it already; take it out here; who leads a group need not '
        "support it"
    ]


def test_a_group_that_leaves_takes_no_partner_along():
    after = RemoveGroup(id="a", name="Early years").on(record())

    assert [one.id for one in after.groups] == ["b"]
    assert len(after.partners) == 3


@pytest.mark.parametrize(
    "act",
    [
        SavePartner(id="fir", partner=Joining(name="Fir")),
        RemovePartner(id="fir", name="Fir"),
        RemoveGroup(id="fir", name="Fir"),
    ],
)
def test_what_is_gone_meanwhile_is_told(act):
    assert "has this id; reload the page and try again" in refused(act, record())[0]


def test_history_brings_back_both_tables(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store.db") as store:
        workshop = store.create(record())
        done = store.do(workshop, RemovePartner(id="oak", name="Oak House"), nonce="a")
        undone = store.do(workshop, store.way_back(workshop, done.seq), nonce="b")

    assert table(undone.kept.bundle, "partners").encode() == PARTNERS + ASH
    assert table(undone.kept.bundle, "groups").encode() == GROUPS
