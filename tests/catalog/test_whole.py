"""What is loaded is complete: no figure outside a fact, no list with a gap, no word of the field
left out, no page without a question.
"""

import re
from collections import Counter
from functools import cache
from itertools import product

import pytest
import yaml

from cidesign.catalog import FILES, load
from cidesign.domain.walk import WALK
from cidesign.domain.words import FUNCTIONS, PHASES
from cidesign.home import data_folder

SIX_KEYS = {"value", "range", "unit", "as_of", "basis", "source"}
# Figures that are no knowledge of the world: where a condition begins and ends, on the scale of an
# answer, and of how many first years a question asks.
ENDS = {"at_least", "at_most", "lasts_years"}
PAGES = [step.id for step in WALK]
# The documents the product was founded on; each told its own cases.
SEEDS = {"fsg_2017", "philadelphia_stem", "hm_foundation", "wef_2025", "hanyang_course"}
CASES_OF_THE_SEEDS = [
    "road_map",
    "shape_up_somerville",
    "saamuhika_shakti",
    "oporajita",
    "philadelphia_stem",
    "mars_cocoa",
    "strive_cincinnati",
    "strive_network",
    "u_turn",
    "hamilton",
    "e3_alliance",
    "early_matters",
    "amazon_headwaters",
    "community_solutions",
    "tamarack",
    "project_together",
    "financing_alliance",
    "oyif",
    "new_york_justice",
    "san_diego_obesity",
    "livewell_colorado",
    "competitive_workforce",
]
HOW_MANY = {"form": 6, "condition": 5, "principle": 8, "readiness": 6}
GUIDANCE = {
    "backbone_is_not": 4,
    "collective_activity": 5,
    "pathway": 4,
    "forgotten_cost": 12,
    "funding": 10,
}


@pytest.fixture(scope="module")
def catalog():
    return load()


@cache
def raw(name):
    written = (data_folder() / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(written, yaml.CSafeLoader)


def walk(value, keys=()):
    yield keys, value
    if isinstance(value, dict):
        for key, one in value.items():
            yield from walk(one, (*keys, key))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from walk(one, (*keys, place))


@pytest.mark.parametrize("name", [name for name, _ in FILES])
def test_every_fact_has_six_keys_and_no_figure_stands_outside_one(name):
    loose, facts = [], []
    for keys, value in walk(raw(name)):
        if isinstance(value, dict) and ("value" in value or "basis" in value):
            facts.append((keys, set(value)))
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and keys[-1] not in {"value", *ENDS}
            and "range" not in keys
        ):
            loose.append(keys)

    assert loose == []
    assert [keys for keys, held in facts if held != SIX_KEYS] == []


def test_every_function_tells_what_is_done_by_whom_and_how_one_sees_it(catalog):
    assert [entry.id for entry in catalog.functions] == list(FUNCTIONS)
    for entry in catalog.functions:
        assert entry.activities
        assert entry.indicator
        assert entry.does_not


def test_the_three_roles_of_the_first_day_do_all_that_the_memo_lists(catalog):
    # Figure 3 of the memo: three, four, three, three, two and one activities, in our order of
    # functions.
    done = {
        str(entry.id): [activity.role for activity in entry.activities]
        for entry in catalog.functions
    }

    assert done == {
        "vision": ["director"] * 3,
        "aligned": ["facilitator"] * 4,
        "measurement": ["data_manager"] * 3,
        "community": ["facilitator"] * 3,
        "policy": ["director"] * 2,
        "resources": ["director"],
    }


@pytest.mark.parametrize("about", HOW_MANY)
def test_every_list_of_checks_is_complete(catalog, about):
    assert len(catalog.checks_about(about)) == HOW_MANY[about]


@pytest.mark.parametrize("about", GUIDANCE)
def test_every_list_of_guidance_is_complete(catalog, about):
    assert len(catalog.guidance_about(about)) == GUIDANCE[about]


def test_the_memos_leaders_are_all_there(catalog):
    # Three of system leaders, four of adaptive ones, seven traits seen in Cincinnati, two of an
    # equity lens; then what those FSG spoke with named: listening, languages, going slow, reports
    # shown first, many cultures, and strong yet invisible.
    assert Counter(one.source for one in catalog.capabilities) == {
        "senge_2015": 3,
        "kania_kramer_2011": 4,
        "gcf_2012": 7,
        "williams_marxer_2014": 2,
        "fsg_2017": 4,
        "phillips_2016": 1,
        "hanleybrown_2012": 1,
    }
    assert all(one.asks.endswith("?") or one.asks.endswith(".") for one in catalog.capabilities)
    assert not {one.id for one in catalog.capabilities} & {one.id for one in catalog.criteria}


def test_the_memos_equity_questions_and_approaches_are_all_there(catalog):
    assert [one.id for one in catalog.prompts_for("initiative") if one.about == "equity"] == [
        "equity_voice",
        "equity_excluded",
        "equity_talk",
    ]
    assert len(catalog.guidance_about("approach")) >= 4


def test_there_are_eight_forms_and_every_check_about_the_form_leads_to_one(catalog):
    assert len(catalog.forms) == 8
    leading = {
        condition.answer
        for form in catalog.forms
        if form.id != "collective_impact"
        for condition in form.when
    }
    assert leading == {check.id for check in catalog.checks_about("form")}


def test_every_form_can_be_the_answer_and_collective_impact_needs_all(catalog):
    assert all(form.when for form in catalog.forms)
    wanted = {
        condition.answer: (condition.at_least, condition.at_most)
        for condition in catalog.entry("forms", "collective_impact").when
    }
    assert wanted == {check.id: (2, 4) for check in catalog.checks_about("form")}


def test_whatever_is_answered_some_form_fits(catalog):
    questions = [check.id for check in catalog.checks_about("form")]

    for values in product((0, 1, 2, 4), repeat=len(questions)):
        answers = dict(zip(questions, values))
        fitting = [
            form.id
            for form in catalog.forms
            if all(c.at_least <= answers[c.answer] <= c.at_most for c in form.when)
        ]
        assert fitting, answers
        assert ("collective_impact" in fitting) == (min(values) >= 2)


def test_the_steps_of_a_mode_add_up_to_its_weeks(catalog):
    assert [
        (str(mode.id), sum(step.weeks.value for step in mode.steps)) for mode in catalog.modes
    ] == [
        ("open", 14),
        ("semi_open", 10),
        ("closed", 5),
    ]
    assert all(
        len({step.id for step in mode.steps}) == len(mode.steps) >= 5 for mode in catalog.modes
    )


def test_every_page_has_something_to_talk_about(catalog):
    assert [page for page in PAGES if not catalog.prompts_for(page)] == []
    assert {prompt.page for prompt in catalog.prompts} == set(PAGES)


def test_guidance_and_prompts_name_pages_of_the_walk(catalog):
    assert {one.page for one in catalog.guidance} <= set(PAGES)
    assert {one.page for one in catalog.six_questions if one.page} <= set(PAGES)


def test_all_ten_texts_that_the_memo_names_to_read_on_are_there(catalog):
    """Its second appendix: the last word of each title, and the year."""
    assert {(one.title.split()[-1], one.year) for one in catalog.further_reading} == {
        ("Toolkit", "2013"),
        ("Leaders", "2016"),
        ("Collaborate?", "2014"),
        ("Work", "2012"),
        ("Impact", "2011"),
        ("Impact", "2014"),
        ("Leadership", "2015"),
        ("Impact", "2012"),
    }
    assert len(catalog.further_reading) == 10


def test_there_are_three_variants_and_fifty_one_price_levels(catalog):
    assert [variant.id for variant in catalog.variants] == [
        "loaned",
        "shared",
        "fiscally_sponsored",
    ]
    assert all(
        variant.pros and variant.cons and variant.structures and variant.examples
        for variant in catalog.variants
    )
    assert len({region.id for region in catalog.regions}) == 51
    assert all(re.fullmatch("[a-z]{2}", region.id) for region in catalog.regions)


def test_every_phase_says_what_funders_can_do_and_what_of_it_is_ours(catalog):
    assert {role.phase for role in catalog.funder_roles} == set(PHASES)
    assert {role.id for role in catalog.funder_roles if role.source == "own"} == {
        "generate_listen",
        "initiate_promise",
        "sustain_align",
    }


def test_every_case_of_the_founding_documents_is_told(catalog):
    told = {case.id for case in catalog.cases}
    assert [id for id in CASES_OF_THE_SEEDS if id not in told] == []
    assert {said.source for case in catalog.cases for said in case.what} >= SEEDS


def test_a_case_that_can_be_compared_is_described_in_most_of_its_features(catalog):
    features = Counter({case.id: len(case.features) for case in catalog.cases})

    assert [id for id, count in features.items() if 3 <= count < 8] == []
    assert len([id for id, count in features.items() if count >= 8]) >= 15


def test_words_that_are_cited_stand_beside_a_judgement_and_only_there(catalog):
    for case in catalog.cases:
        for feature in case.features.values():
            assert bool(feature.words) == (str(feature.fact.basis) == "judged")


def test_every_criterion_says_why_and_describes_five_levels(catalog):
    assert all(criterion.why and len(criterion.levels) == 5 for criterion in catalog.criteria)


def test_every_sentence_is_plain_and_calm(catalog):
    said = [
        (name, keys, value)
        for name, _ in FILES
        for keys, value in walk(raw(name))
        if isinstance(value, str)
    ]

    assert [(name, keys) for name, keys, value in said if "!" in value] == []
    assert [(name, keys) for name, keys, value in said if len(value.split()) > 60] == []
    assert [
        (name, keys)
        for name, keys, value in said
        if keys[-1] in {"says", "asks", "low", "what"} and value.strip()[-1] not in ".?)"
    ] == []


def test_labels_fit_half_a_page(catalog):
    assert [
        entry.label
        for kind in ("checks", "guidance", "funder_roles", "variants")
        for entry in getattr(catalog, kind)
        if len(entry.label) > 30
    ] == []


# Sources that were read in a copy, at a vendor or in another's report, as the notes beside the
# figures say.
READ_IN_COPIES = [
    "bls_ooh_2024",
    "rpp_chart_2023",
    "nnfs_fees",
    "mazlo_sponsors",
    "novak_audit",
    "hewlett_evaluation",
    "cfr_200_414",
    "bea_pce",
    "clear_impact",
    "single_audit",
    "mcii_survey",
    "hanleybrown_2012",
    "williams_marxer_2014",
    "thrive_chicago",
]


def test_sources_read_in_copies_are_marked_so(catalog):
    assert [id for id in READ_IN_COPIES if not catalog.source(id).secondary] == []
    assert [
        source.id for source in catalog.sources if source.secondary and not source.read_as
    ] == []
