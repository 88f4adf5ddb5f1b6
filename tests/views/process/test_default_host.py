"""Each of the five positions changes what pages and memo say: the warning before the seal, the
order after the close, the disclosure.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.positions import Position
from cidesign.domain.problem import BadInput
from cidesign.record import changed, read_files
from cidesign.views.candidates import words as candidates_words
from cidesign.views.candidates.view import candidates_view
from cidesign.views.process import default_host as words
from tests.acts.test_own_votes import FOUR, THREE, held
from tests.views.compare import panels

CATALOG = load()
DOES = {
    "grant": "holds or applies for the grant",
    "convened": "convened us",
    "funds": "funds us",
    "chairs": "chairs the committee",
    "decides": "chooses the backbone",
}


def drafted(positions, *, eligible=("oak",), seats=""):
    """Before the seal; of the candidates only these may be chosen."""
    found = panels.bundle("draft", sealed=False, more=f"positions: {positions}\n{seats}")
    table = "".join(
        f"{id},{name},,{'yes' if id in eligible else 'no'},,\n"
        for id, name in (("oak", "Oak House"), ("elm", "Elm Fund"))
    )
    return changed_table(found, table)


def changed_table(bundle, rows):
    head = "id,name,kind,eligible,price,our note\n"
    return read_files({**bundle.files, "candidates.csv": (head + rows).encode()})


@pytest.mark.parametrize("position", list(Position))
def test_the_only_candidate_that_holds_a_position_is_named_before_the_seal(position):
    (said,) = words.cautions(drafted(f"{{{position}: oak}}"))

    assert said.startswith(f"Oak House is the only candidate, and it {DOES[position]}. ")


def test_with_two_candidates_or_another_holder_there_is_no_warning():
    assert words.cautions(drafted("{grant: oak}", eligible=("oak", "elm"))) == ()
    assert words.cautions(drafted("{grant: Mill Fund}")) == ()
    assert words.cautions(drafted("{}")) == ()


def test_all_that_one_holds_stands_in_one_sentence():
    (said,) = words.cautions(drafted("{grant: oak, chairs: Oak House}"))

    assert "it holds or applies for the grant and chairs the committee." in said


def test_members_who_sit_for_it_are_counted_before_the_seal_until_they_step_aside():
    whole = words.cautions(held())
    some = words.cautions(held(aside=[("ana", "oak"), ("ben", "oak"), ("chi", "oak")]))
    none = words.cautions(held(aside=[(one, "oak") for one in FOUR]))

    assert whole[0].startswith("Four of eight members sit on the committee for Oak House, which ")
    assert some[0].startswith("One of eight members sits on the committee for Oak House, which ")
    assert none == ()


def test_the_page_candidates_says_so_too_until_there_are_scores():
    view = candidates_view(drafted("{grant: oak}"), CATALOG)

    assert words.cautions(drafted("{grant: oak}"))[0] in candidates_words.warnings(view)


def test_after_the_close_the_order_without_them_is_told():
    said = words.after_the_close(held())

    assert said == (
        "Oak House comes first, and it holds or applies for the grant; four of its eight raters "
        "sit there for it.",
        "Without their scores it would not come first alone; the order is: Elm Fund and Oak House.",
    )


def test_of_fewer_than_four_the_order_is_refused_in_words():
    for own, rest in ((FOUR, THREE), (THREE, FOUR)):
        assert "is not shown: it takes four raters" in words.after_the_close(held(own, rest))[1]


def test_without_an_answer_or_while_a_round_is_open_nothing_is_told():
    assert words.after_the_close(held(positions="{}")) == ()
    assert words.after_the_close(held(stage="scoring")) == ()


def test_the_memo_discloses_it():
    told = [one.plain for one in words.disclosed(held(positions="{grant: oak, funds: Mill Fund}"))]

    assert told[0].startswith("Oak House holds or applies for the grant. Members who sit on the ")
    assert "Without their scores it would not come first alone" in told[0]
    assert told[1] == "Mill Fund funds us, and is no candidate."
    assert words.disclosed(held(positions="{}")) == ()


def test_another_organization_is_told_as_something_to_agree_on():
    (said,) = words.elsewhere_lines(held(positions="{grant: Mill Fund}"))

    assert said.startswith("Mill Fund holds or applies for the grant and is no candidate.")


def test_a_candidate_that_would_choose_itself_is_named_though_others_stand_too():
    both = ("oak", "elm")
    (said,) = words.cautions(drafted("{decides: oak, funds: oak}", eligible=both))

    assert said.startswith("Oak House is a candidate and funds us and chooses the backbone. Let ")
    assert words.cautions(drafted("{funds: oak}", eligible=both)) == ()


def test_another_organization_that_chooses_costs_trust_and_is_disclosed():
    chosen, held_only = held(positions="{decides: Mill Fund}"), held(positions="{grant: Mill Fund}")

    assert "A backbone that others pick for us is trusted less." in words.elsewhere_lines(chosen)[0]
    assert "trusted less" not in words.elsewhere_lines(held_only)[0]
    assert [one.plain for one in words.disclosed(chosen)] == [
        "Mill Fund chooses the backbone, and is no candidate."
    ]


@pytest.mark.parametrize("ours", ["The Steering  Committee", "we", "Mill Creek"])
def test_a_committee_that_chooses_itself_is_told_in_the_memo_and_warned_of_nowhere(ours):
    found = held(positions=f"{{decides: {ours}}}")

    assert words.cautions(found) == words.elsewhere_lines(found) == ()
    assert [one.plain for one in words.disclosed(found)] == [
        "The steering committee itself chooses the backbone."
    ]


def test_what_is_written_is_kept_as_the_candidates_id_and_read_as_its_name():
    record = drafted("{}")

    assert words.as_kept(record, " oak  HOUSE ") == "oak"
    assert words.as_kept(record, " Mill  Fund ") == "Mill Fund"
    assert words.as_kept(record, "  ") is None
    kept = changed(record, "workshop.yaml", {("positions", "grant"): "oak"})
    assert words.written(kept, Position.GRANT) == "Oak House"


def test_a_word_that_is_no_position_is_refused_with_its_place():
    with pytest.raises(BadInput) as told:
        drafted("{money: oak}")

    assert "workshop.yaml: positions" in " ".join(one.line() for one in told.value.problems)
