"""Who pays is entered once, on Team or on Outlook, alike on both; what is wrong is told at its field
and nothing typed is lost.
"""

import pytest

from cidesign.record import changed, document, example_bundle, read_files
from tests.ui import planning
from tests.ui.planning import charts, drawn, plan_of, tab_on, widget
from tests.ui.test_outlook_page import FOUNDATION, PLAN, YEARS, kept

PAGES = ["team", "outlook"]


def opened(page, workshop):
    return tab_on(page, workshop, more="who-pays")


def press(tab, name):
    (tab_name,) = {one.key.partition(".")[0] for one in tab.button if ".funding." in str(one.key)}
    return widget(tab, "button", f"{tab_name}.funding.{name}").click().run()


def write(tab, **fields):
    """Fill in fields of the form that is open, and draw the page again."""
    for kind, entered in (
        ("selectbox", ("pays", "results")),
        ("text_input", ("id", "from", "to", "match_note")),
        (
            "number_input",
            (
                "usd",
                "days",
                "indirect_cap",
                "renewal_chance",
                "renewal_usd",
                "renewal_years",
                "match_usd",
            ),
        ),
        ("multiselect", ("functions", "roles", "lines", "takes_on")),
        ("checkbox", ("office",)),
    ):
        for name in [one for one in entered if one in fields]:
            key = next(
                one.key
                for one in getattr(tab, kind)
                if str(one.key).endswith(f"funding.form.{name}")
            )
            tab = widget(tab, kind, key).set_value(fields[name]).run()
    return tab


def sources(store, workshop):
    return store.read(workshop).bundle.funding.sources


def words(tab):
    """All words, without the signs that make some of them bold."""
    return planning.words(tab).replace("**", "")


def told(tab):
    return "\n".join(one.value for one in tab.error).replace("\\", "").replace("**", "")


@pytest.mark.parametrize("page", PAGES)
def test_both_pages_show_the_same_list_and_picture(page):
    tab = drawn(page, more="who-pays")

    shown = words(tab)
    assert not tab.exception
    assert charts(tab) >= 2
    assert "Four sources pay, the last one until December 2031" in shown
    assert "Foundation: $300,000 a year, January 2027 to December 2029." in shown
    assert "It may pay for aligned activities and community engagement only." in shown
    assert "Of the promised $550,000, $400,000 may pay for anything; $90,000 is tied to" in shown
    assert "A renewal of $200,000 a year for two more years" in shown
    assert "Outline: a renewal that is hoped for, not counted." in shown


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_a_source_is_entered_on_the_page(store, page):
    workshop = kept(store)
    tab = press(opened(page, workshop), "add")

    tab = write(
        tab,
        id="State of Ohio",
        usd=60_000.0,
        **{"from": "March 2027", "to": "2/2028"},
        pays="in_arrears",
        days=45.0,
        functions=["vision"],
        roles=["director"],
        office=True,
        indirect_cap=10.0,
        renewal_chance=60.0,
        renewal_usd=50_000.0,
        renewal_years=2.0,
        match_usd=10_000.0,
        match_note="a dollar from members for each of theirs",
    )
    tab = press(tab, "form.save")

    assert not tab.exception
    assert told(tab) == ""
    entry = document(store.read(workshop).bundle, "funding.yaml")["sources"][1]
    assert {key: str(value) for key, value in entry.items()} == {
        "id": "State of Ohio",
        "usd": "60000",
        "from": "2027-03",
        "to": "2028-02",
        "pays": "{'in_arrears_days': 45}",
        "functions": "['vision']",
        "roles": "['director']",
        "office": "True",
        "indirect_cap": "0.1",
        "renewal": "{'chance': Decimal('0.6'), 'usd': 50000, 'years': 2}",
        "match": "{'usd': 10000, 'note': 'a dollar from members for each of theirs'}",
    }
    assert "State of Ohio: $60,000 a year, March 2027 to February 2028." in words(tab)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_funder_takes_on_beside_paying_is_entered_with_who_and_by_when(store, page):
    workshop = kept(store)
    tab = write(
        press(opened(page, workshop), "change.0"),
        takes_on=["organize_circle", "generate_champion"],
        results="own",
    )

    for name, said in (("who_organize_circle", "Rosa Lind"), ("by_organize_circle", "May 2027")):
        key = f"{page}.funding.form.{name}"
        tab = widget(tab, "text_input", key).set_value(said).run()
    tab = press(tab, "form.save")

    assert told(tab) == ""
    entry = document(store.read(workshop).bundle, "funding.yaml")["sources"][0]
    assert entry["takes_on"] == [
        {"role": "organize_circle", "who": "Rosa Lind", "by": "2027-05"},
        {"role": "generate_champion"},
    ]
    assert entry["results"] == "own"
    shown = words(tab)
    assert "It takes on: bring backbones together (Rosa Lind, by May 2027) and be a champion." in (
        shown
    )
    assert "Be a champion: nobody there is named yet." in shown
    assert "It wants a report of its own; that counts for the hours needed." in shown

    tab = write(press(tab, "change.0"), takes_on=[], results="")
    tab = press(tab, "form.save")

    entry = document(store.read(workshop).bundle, "funding.yaml")["sources"][0]
    assert not {"takes_on", "results"} & entry.keys()


@pytest.mark.parametrize("page", PAGES)
def test_a_source_is_changed_and_taken_out(store, page):
    workshop = kept(store)
    tab = press(opened(page, workshop), "change.0")
    tab = write(tab, **{"from": "January 2030", "to": "December 2031"})

    tab = press(tab, "form.save")

    (source,) = sources(store, workshop)
    assert (source.id, source.usd, source.from_, source.to) == (
        "foundation",
        100_000,
        "2030-01",
        "2031-12",
    )
    tab = press(press(tab, "change.0"), "form.out")
    assert sources(store, workshop) == ()
    assert "Nobody who pays is listed yet" in words(tab)


def test_two_are_added_one_after_the_other_and_the_second_form_is_empty(store):
    workshop = kept(store)
    tab = opened("team", workshop)
    tab = press(write(press(tab, "add"), id="Oak Fund", usd=5_000.0), "form.save")

    tab = press(tab, "add")

    assert widget(tab, "text_input", "team.funding.form.id").value == ""
    assert widget(tab, "number_input", "team.funding.form.usd").value is None
    tab = press(write(tab, id="Elm Fund", usd=6_000.0), "form.save")
    assert [one.id for one in sources(store, workshop)] == ["foundation", "Oak Fund", "Elm Fund"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"id": ""}, "There is no name yet. Write who pays."),
        ({"usd": None}, "There is no amount yet. Write the dollars of one year."),
        ({"to": "next year"}, '"next year" is not a month. Write it such as July 2027.'),
        (
            {"to": "December 2026"},
            "It ends in December 2026, before it begins in January 2027. Write a later last month, "
            "or an earlier first one.",
        ),
        ({"renewal_usd": 5_000.0}, "A renewal needs its chance, its dollars and its years."),
    ],
)
def test_what_is_wrong_is_told_with_a_way_out_and_what_was_typed_stays(store, fields, says):
    workshop = kept(store)
    tab = press(opened("team", workshop), "add")
    tab = write(tab, **{"id": "Oak Fund", "usd": 5_000.0, **fields})

    tab = press(tab, "form.save")

    assert not tab.exception
    assert says in told(tab)
    assert len(sources(store, workshop)) == 1
    for name, value in fields.items():
        field = next(
            one
            for kind in (tab.text_input, tab.number_input)
            for one in kind
            if one.key == f"team.funding.form.{name}"
        )
        assert field.value == value


def test_a_grant_above_the_budget_is_told_and_one_button_raises_the_budget_and_saves(store):
    workshop = kept(store)
    tab = press(opened("outlook", workshop), "add")
    tab = write(tab, id="State", usd=150_000.0, functions=["vision"])

    tab = press(tab, "form.save")

    assert "$150,000 of the first year may pay for some things only" in told(tab)
    assert len(sources(store, workshop)) == 1
    tab = press(tab, "form.raise")
    assert told(tab) == ""
    assert plan_of(store, workshop).funding.budget_usd == 150_000
    assert [one.id for one in sources(store, workshop)] == ["foundation", "State"]


def test_a_restricted_grant_is_entered_on_team_before_there_are_years(store):
    workshop = kept(store, PLAN, None)
    tab = press(opened("team", workshop), "add")
    tab = write(
        tab,
        id="State",
        usd=60_000.0,
        **{"from": "July 2027", "to": "December 2027"},
        functions=["vision"],
    )

    tab = press(tab, "form.save")

    assert not tab.exception
    (grant,) = plan_of(store, workshop).funding.grants
    # Half a year of 60,000; the first year begins with the earliest source.
    assert (grant.id, grant.usd, grant.months) == ("State", 30_000, (1, 6))
    assert "$30,000 of the $120,000 is promised; $90,000 is still to raise." in words(tab)


def test_the_free_money_at_the_start_is_saved_from_team(store):
    workshop = kept(store)
    tab = opened("team", workshop)

    widget(tab, "number_input", "team.funding.reserve").set_value(46_000.0).run()

    assert store.read(workshop).bundle.outlook.opening_reserve_usd == 46_000


def test_a_source_before_the_start_says_what_to_do_with_it(store):
    early = {**FOUNDATION, "from": "2025-01", "to": "2026-06"}
    tab = opened("outlook", kept(store, PLAN, {**YEARS, "funding": [early]}))

    shown = words(tab)

    assert "It ends before January 2027, when the first year begins" in shown
    assert "put what is left of it into the opening reserve" in shown


def test_a_form_that_is_left_forgets_what_was_typed_and_keeps_the_file(store):
    workshop = kept(store)
    before = dict(store.read(workshop).bundle.files)
    tab = write(press(opened("team", workshop), "change.0"), usd=1.0)

    tab = press(press(tab, "form.cancel"), "change.0")

    assert widget(tab, "number_input", "team.funding.form.usd").value == 100_000
    assert dict(store.read(workshop).bundle.files) == before


def test_team_says_on_its_first_layer_what_is_promised_and_what_is_still_to_raise(store):
    workshop = kept(store, {**PLAN, "funding": {"budget_usd": 150_000}})

    # 100,000 of a foundation in the first year.
    assert "$100,000 of the $150,000 is promised; $50,000 is still to raise." in words(
        tab_on("team", workshop)
    )


def test_the_money_of_a_printed_two_year_request_is_entered_as_printed(store):
    # PolicyEngine/atlas, pbif_budget_exact.md: $498,000 over two years, year 1 costs $254,375.
    years = {"start": "2027-01", "years": 2, "growth": {"salaries": 0.03}}
    workshop = kept(store, {**PLAN, "funding": {"budget_usd": 254_375}}, years)
    tab = press(opened("team", workshop), "add")
    tab = write(tab, id="PBIF", usd=249_000.0, to="December 2028")

    tab = press(tab, "form.save")

    (source,) = sources(store, workshop)
    assert source.usd * 2 == 498_000
    assert not source.restricted
    assert "$249,000 of the $254,375 is promised; $5,375 is still to raise." in words(tab)
    assert "PBIF: $249,000 a year, January 2027 to December 2028." in words(
        opened("outlook", workshop)
    )


def test_opening_and_leaving_the_list_leaves_every_byte_of_the_example(store):
    bundle = example_bundle("philadelphia_stem")
    workshop = store.create(bundle)
    tab = press(opened("team", workshop), "change.0")

    press(tab, "form.save")

    assert dict(store.read(workshop).bundle.files) == dict(bundle.files)


def test_what_no_field_shows_of_a_source_stays(store):
    odd = {**FOUNDATION, "match": {"who": "members", "usd": 5}}
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})
    for file, told_ in (("plan.yaml", PLAN), ("outlook.yaml", {**YEARS, "funding": [odd]})):
        bundle = changed(bundle, file, {(): told_})
    workshop = store.create(bundle)
    tab = write(press(opened("team", workshop), "change.0"), match_note="twice")

    press(tab, "form.save")

    assert sources(store, workshop)[0].match == {"who": "members", "usd": 5, "note": "twice"}
