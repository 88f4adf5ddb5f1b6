"""A search for the director is a workshop like any other: its criteria are what matters most, its
committee is ours, and no page of it speaks of a host.
"""

import re

import pytest

from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Decision
from cidesign.memo.blocks import sentences_of
from cidesign.memo.director import director_paper
from cidesign.memo.memo import memo
from cidesign.memo.points import weights_table
from cidesign.memo.snapshot import snapshot
from cidesign.memo.words import handouts
from cidesign.record import changed, read_files, reread, with_decision
from cidesign.value import rank
from cidesign.views.candidates import words as candidates
from cidesign.views.overview.view import overview_view
from cidesign.views.process import words as process
from cidesign.views.process.view import process_view
from cidesign.views.room.words import next_up
from cidesign.views.team.director_search import director_search

CATALOG = load()
OURS = b"""
name: Elm Alliance
members:
- {id: ana, name: Ana Reyes, seat: residents}
- {id: ben, seat: funders}
director:
  capabilities: [leader_vets, leader_mediates]
  hires: the chairs
"""
PEOPLE = b"id,name\njo,Jo Example\nlu,Lu Sample\n"
SHEETS = (
    b"rater,candidate,criterion,score\n"
    b"ana,jo,leader_vets,5\nana,jo,leader_mediates,4\nana,lu,leader_vets,2\n"
    b"ana,lu,leader_mediates,2\n"
    b"ben,jo,leader_vets,4\nben,jo,leader_mediates,4\nben,lu,leader_vets,3\n"
    b"ben,lu,leader_mediates,1\n"
)
SPEAKS_OF_A_HOST = re.compile(r"\bhosts?\b|\borganizations?\b", re.IGNORECASE)


def ours(profile=OURS):
    return read_files({"workshop.yaml": profile})


def search(profile=OURS):
    return director_search(ours(profile), CATALOG)


def scored():
    open_to_two = changed(search(), "rules.yaml", {("quorum",): 2, ("mode",): "open"})
    done = reread(open_to_two, {"candidates.csv": PEOPLE, "scores.csv": SHEETS})
    return changed(done, "workshop.yaml", {("stage",): "scored"})


def test_its_criteria_are_what_matters_most_with_a_level_in_words_for_each_score():
    criteria = search().rules.criteria

    assert [(one.id, one.name, one.weight) for one in criteria] == [
        ("leader_vets", "Shows reports before they come out", 20),
        ("leader_mediates", "Settles conflicts", 20),
    ]
    assert all(sorted(one.scale.levels) == [1, 2, 3, 4, 5] for one in criteria)
    other = search(OURS.replace(b"leader_vets, ", b""))
    assert [one.id for one in other.rules.criteria] == ["leader_mediates"]


def test_its_committee_name_and_profile_are_ours_and_nothing_else_is():
    shop = search().workshop

    assert shop.name == "Elm Alliance: search for a director"
    assert shop.search is not None
    assert shop.search.of == "Elm Alliance"
    assert [(one.id, one.name, one.seat) for one in shop.members] == [
        ("ana", "Ana Reyes", "residents"),
        ("ben", "", "funders"),
    ]
    assert shop.director == ours().workshop.director
    assert sorted(search().files) == ["rules.yaml", "workshop.yaml"]


def test_an_example_s_search_says_that_it_is_one():
    assert search(b"example: Invented.\n" + OURS).workshop.example == "Invented."


def test_without_anything_that_matters_most_there_is_no_search():
    with pytest.raises(BadInput, match="nobody has said what matters most"):
        search(b"name: Ours\n")


def test_the_people_are_ranked_by_the_members_scores():
    done = scored()

    ranking = rank(done.rules, done.scores, candidates=done.candidates)

    # Jo: 20 x (4.5 - 1)/4 + 20 x (4 - 1)/4 = 17.5 + 15; Lu: 20 x 1.5/4 + 20 x 0.5/4.
    assert [(one.candidate, float(one.points)) for one in ranking.standings] == [
        ("jo", 32.5),
        ("lu", 10),
    ]


def test_only_the_steps_of_choosing_are_needed_and_they_ask_for_a_director():
    view = overview_view(scored(), CATALOG)

    assert [row.step.id for row in view.rows if row.needed] == [
        "process",
        "candidates",
        "score",
        "compare",
        "memo",
    ]
    assert view.next is not None
    assert view.next.said.next == "Next: the director."


def test_even_weights_are_the_usual_ones_until_somebody_weighs():
    view = process_view(search(), CATALOG)
    weighed = changed(search(), "rules.yaml", {("criteria", 0, "weight"): 30})

    assert view.unweighed
    assert not process_view(weighed, CATALOG).unweighed


@pytest.mark.parametrize("mode", ["open", "semi_open", "closed"])
def test_the_ways_of_choosing_are_told_of_people(mode):
    view = process_view(changed(search(), "rules.yaml", {("mode",): mode}), CATALOG)

    assert "advise" not in process.mode_claim(view)
    told = process.mode_note(view)
    borrowed = "The weeks are those of choosing a host, for want of others: change them."
    assert told.endswith(borrowed)
    assert not SPEAKS_OF_A_HOST.search(told.removesuffix(borrowed))


def test_a_host_is_chosen_as_before():
    view = process_view(ours(), CATALOG)

    assert view.of_a_person == ""
    assert "organization" in process.mode_note(view)
    assert "nonprofit" in candidates.kinds_hint(ours(), CATALOG)
    assert not SPEAKS_OF_A_HOST.search(candidates.kinds_hint(search(), CATALOG))


def test_the_memo_names_the_director_and_speaks_of_no_host():
    decided = with_decision(
        scored(), Decision(page="compare", what="Jo Example", figures={"chosen": "jo"})
    )
    made = memo(decided, CATALOG)
    whole = " ".join(
        [
            made.heading.plain,
            made.lead.plain,
            *(f"{row.label.plain} {row.claim.plain} {row.details.plain}" for row in made.rows),
            *(one.plain for one in sentences_of(made.sections)),
            *(record.title.plain for record in made.records),
        ]
    )

    assert made.heading.plain == "We choose Jo Example as our director."
    assert [row.label.plain for row in made.rows] == ["Director"]
    assert "Agree on the post with Jo Example, and tell all who applied the chairs" in whole
    assert [found.group() for found in SPEAKS_OF_A_HOST.finditer(whole)] == []
    assert {one.id for one in handouts(decided)} == {"memo", "annex", "director", "bundle"}


def test_the_profile_in_a_search_is_that_of_the_alliance():
    said = " ".join(one.plain for one in sentences_of(director_paper(search(), CATALOG).sections))

    assert "The director leads the backbone of Elm Alliance." in said


def test_before_a_decision_the_memo_and_the_room_speak_of_no_host():
    assert memo(scored(), CATALOG).heading.plain == (
        "Nobody is chosen as director yet: this is a draft."
    )
    assert not SPEAKS_OF_A_HOST.search(next_up(scored()))


def test_who_is_rehearsed_on_and_what_is_talked_about_are_people_in_a_search():
    told = CATALOG.of(search().workshop)
    kept = CATALOG.of(ours().workshop)

    said = [word for one in told.invented for word in (one.label, one.what, one.says)]
    said += [word for mode in told.modes for one in mode.steps for word in (one.label, one.what)]
    steps = ("process", "candidates", "room", "score", "compare", "memo")
    said += [one.asks for one in told.prompts if one.page in steps]
    assert [one for one in said if SPEAKS_OF_A_HOST.search(one)] == []
    assert kept is CATALOG
    assert told is CATALOG.of(search().workshop)


def test_the_memo_calls_even_weights_assumed_until_somebody_changes_or_seals_them():
    def assumed(bundle):
        rows = weights_table(snapshot(bundle, CATALOG), bundle.rules).rows
        figures = [span.figure for row in rows for span in row[1].spans if span.figure]
        return [one.assumed for one in figures]

    changed_one = changed(search(), "rules.yaml", {("criteria", 0, "weight"): 30})
    assert assumed(search()) == [True, True]
    assert assumed(changed_one) == [False, True]
