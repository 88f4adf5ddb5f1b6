"""Equal seats from Process to the ranking: what the settings say, what the seal asks for, whose
seat it is behind a letter.
"""

import pytest

from cidesign.acts.before_sealing import lacking
from cidesign.acts.committee import seats_of
from cidesign.acts.seat_member import SeatMember
from cidesign.acts.set_rule import SetRule
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import Names, Seats
from cidesign.memo.memo import memo
from cidesign.record import changed, document, fingerprint, with_rows
from cidesign.views.compare.letters import lettered
from cidesign.views.compare.view import compare_view
from cidesign.views.process import rules as rule_words
from tests.views.compare.panels import RULES, bundle, scores

EQUAL = RULES.replace("quorum: 2", "quorum: 1\nseats: equal")
SEATED = {"ana": "residents", "ben": "residents", "chi": "Residents ", "dee": "funders"}


def seated(stage="scored", rules=EQUAL, seats=SEATED, **files):
    found = bundle(stage, rules=rules, **files)
    for member, seat in seats.items():
        found = _with_seat(found, member, seat)
    return found


def _with_seat(found, member, seat):
    place = [one.id for one in found.workshop.members].index(member)
    return changed(found, "workshop.yaml", {("members", place, "seat"): seat})


ROWS = scores(
    *(
        f"{who} oak {what} {score}"
        for who, score in (("ana", 1), ("ben", 2), ("chi", 3), ("dee", 5))
        for what in ("trust", "reach")
    )
)


def test_the_comparison_counts_every_seat_the_same():
    # Residents (1 + 2 + 3) / 3 = 2, funders 5: 3.5 in both cells; each rater alike it would be
    # 2.75.
    [oak] = [row for row in compare_view(seated(scores=ROWS)).rows if row.id == "oak"]

    assert (oak.cells["trust"], oak.cells["reach"]) == (3.5, 3.5)


def test_behind_letters_every_rater_keeps_her_seat():
    before = seated(scores=ROWS)

    after = lettered(before)

    assert compare_view(after).rows == compare_view(before).rows
    assert sorted(seats_of(after).values()) == [
        "funders",
        "residents",
        "residents",
        "residents",
    ]
    assert {one.name for one in after.workshop.members} == {""}
    assert {one.id for one in after.workshop.members} == set("ABCD")


def test_where_names_are_shown_members_stay_as_they_are():
    shown = seated(rules=EQUAL + "names: shown\n", scores=ROWS)

    assert shown.rules.names is Names.SHOWN
    assert lettered(shown) == shown


def test_a_seat_in_other_capitals_is_the_same_seat():
    assert seats_of(seated()) == {
        "ana": "residents",
        "ben": "residents",
        "chi": "residents",
        "dee": "funders",
    }


def test_one_member_who_counts_for_a_whole_seat_is_told_on_compare():
    assert any(
        "counts as much as 3 members" in said for said in compare_view(seated(scores=ROWS)).warnings
    )


def test_the_settings_tell_it_only_where_it_holds():
    sheet = seated().rules

    assert rule_words.settings(sheet)[1].startswith("Every seat counts the same")
    assert len(rule_words.settings(sheet)) == 1 + len(
        rule_words.settings(sheet.model_copy(update={"seats": Seats.EACH_RATER}))
    )
    assert set(rule_words.SEATS) == set(Seats) <= set(rule_words.SHORT)


def test_a_sheet_without_the_key_keeps_its_fingerprint():
    without = document(seated(rules=RULES), "rules.yaml")

    assert "seats" not in without
    assert fingerprint(without) != fingerprint(document(seated(rules=EQUAL), "rules.yaml"))


def test_the_seal_waits_until_every_member_has_a_seat():
    found = seated(rules=EQUAL + "mode: open\n", seats={"ana": "residents"})

    [told] = [one for one in lacking(found) if one.where == "Seats"]

    assert "Ben Okafor, Chi Tran and Dee Walker have none" in told.what
    assert not [one for one in lacking(seated()) if one.where == "Seats"]


def test_after_the_seal_nobody_is_moved_to_another_seat():
    with pytest.raises(BadInput) as refused:
        SeatMember(member="dee", seat="residents").on(seated())

    assert "change the result" in refused.value.problems[0].what
    assert (
        SeatMember(member="dee", seat="residents").on(seated(rules=RULES)).workshop.members[3].seat
        == "residents"
    )
    assert (
        SeatMember(member="dee", seat="funders").on(seated(seats={})).workshop.members[3].seat
        == "funders"
    )


def test_one_agreed_score_is_refused_beside_equal_seats():
    draft = bundle("draft", sealed=False, rules=EQUAL)

    with pytest.raises(BadInput) as refused:
        SetRule(key="aggregation", value="consensus").on(draft)

    assert [one.where for one in refused.value.problems] == ["rules.yaml: seats"]


def test_a_rater_nobody_knows_is_named():
    stranger = with_rows(
        seated(scores=ROWS),
        "scores.csv",
        [{"rater": "zoe", "candidate": "oak", "criterion": "trust", "score": "4", "seq": "99"}],
    )

    with pytest.raises(BadInput, match="zoe"):
        compare_view(stranger)


def test_the_memo_tells_it_beside_the_seal():
    equal, each = (memo(seated(rules=rules, scores=ROWS), load()) for rules in (EQUAL, RULES))

    assert "Every seat counts the same" in str(equal)
    assert "Every seat counts the same" not in str(each)
