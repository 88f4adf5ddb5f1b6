"""Forms of the sheet, true and forged, by every role in every stage: what is kept is what the table
of rights allows, on her own sheet alone.
"""

from itertools import product

import pytest

from cidesign.acts.come_back import ComeBack
from cidesign.acts.declare import Declare
from cidesign.acts.give_score import GiveScore
from cidesign.acts.rights import Reach, right_of
from cidesign.acts.step_aside import StepAside
from cidesign.acts.weigh import Weigh
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.person import ROLES, Role
from cidesign.domain.stage import STAGES
from cidesign.workshop import Store
from tests.serve.asking import HOST, files
from tests.serve.shared_house import SharedHouse

pytestmark = pytest.mark.slow

JOINING = tuple(role for role in ROLES if role is not Role.OPERATOR)
FORGED = {"rater": "ben", "member": "ben", "who": "ben", "entered_by": "ben", "role": "operator"}
FORMS = {
    GiveScore: {"do": "scores", "of": "oak", "level.trust": "4"},
    WriteRemark: {"do": "scores", "of": "oak", "strength": "Fast", "concern": "Small"},
    Declare: {"do": "conflicts", "tie.elm": "none"},
    StepAside: {"do": "aside", "of": "oak", "tie": "board", "few": "I sit on it"},
    ComeBack: {"do": "back", "of": "ash"},
    Weigh: {"do": "weights", "way": "points", "w.trust": "5", "w.reach": "3", "w.price": "2"},
}
"""By the act that a form asks for; Ana has declared for oak, stepped aside for ash, and not said
anything of elm.
"""
CANDIDATES = "id,name,price\noak,Oak House,40\nelm,Elm Fund,20\nash,Ash Works,10\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """One for all of them: each house is a workshop of its own in it."""
    with Store(f"sqlite:///{tmp_path_factory.mktemp('rights') / 'store.db'}") as opened:
        yield opened


def house(stage, store):
    return SharedHouse(
        files(
            stage.id,
            candidates=CANDIDATES,
            declarations="rater,candidate\nana,oak\nben,oak\nben,elm\n",
            recusals="rater,candidate\nana,ash\nben,ash\n",
        ),
        store,
    )


def left_by(bundle):
    """Everything people gave, by whom."""
    rows = [(one.rater, one) for one in (*bundle.scores, *bundle.remarks, *bundle.recusals)]
    rows += [(one.rater, one) for one in bundle.declarations]
    return rows + [(one.member, one) for one in bundle.weights]


def allowed(act, role, stage):
    """By the table, for one's own sheet."""
    right = right_of(act)
    return right.reach[role] is not Reach.NONE and right.refuses(stage) is None


@pytest.mark.parametrize("stage", STAGES, ids=lambda one: one.id)
@pytest.mark.parametrize("role", JOINING)
def test_what_a_form_leaves_is_her_own_and_what_the_table_allows(role, stage, store):
    """Every form, with fields that name somebody else."""
    at = house(stage, store)
    one = at.joins(role, "ana" if role is Role.MEMBER else "")
    before = left_by(at.bundle)

    for act, form in FORMS.items():
        was = left_by(at.bundle)
        answer = at.send({**form, **FORGED, "nonce": act.kind}, one, at.token_of(one))
        changed = left_by(at.bundle) != was
        assert changed <= allowed(act, role, stage)
        assert answer.status == (200 if changed else 422)

    kept = [row for row in left_by(at.bundle) if row not in before]
    assert {who for who, _ in kept} <= {one.person.member}
    assert [row for row in before if row[0] == "ben"] == [
        row for row in left_by(at.bundle) if row[0] == "ben"
    ]


def test_each_form_is_kept_somewhere_so_that_none_is_refused_for_another_reason(store):
    kept = set()
    for (act, form), stage in product(FORMS.items(), STAGES):
        at = house(stage, store)
        one, was = at.joins(Role.MEMBER, "ana"), left_by(at.bundle)
        at.send({**form, "nonce": "1"}, one, at.token_of(one))
        if left_by(at.bundle) != was:
            kept.add(act)

    assert kept == set(FORMS)


@pytest.mark.parametrize(
    "forgery",
    [
        {"token": ""},
        {"token": "0" * 64},
        {"token": "ben"},
        {"headers": {"origin": "https://evil.example"}},
        {"headers": {"sec_fetch_site": "cross-site"}},
        {"headers": {"sec_fetch_site": "same-site"}},
        {"headers": {"origin": "null"}},
        {"headers": {"content_type": "text/plain"}},
        {"headers": {"cookie": "cidesign_pass=forged"}},
        {"nobody": True},
    ],
    ids=str,
)
def test_no_forged_form_leaves_anything_on_a_fresh_server(forgery, store):
    """Each form of the sheet, before anybody asked for a page; and the same form unforged is kept."""
    at = house(next(one for one in STAGES if one.round_is_open), store)
    ana, ben = at.joins(Role.MEMBER, "ana"), at.joins(Role.MEMBER, "ben")
    hers = at.token_of(ana)
    token = at.token_of(ben) if forgery.get("token") == "ben" else forgery.get("token", hers)
    was = left_by(at.bundle)
    headers = {"origin": f"http://{HOST}", **forgery.get("headers", {})}
    bears = None if "nobody" in forgery or "cookie" in headers else ana

    for act, form in FORMS.items():
        answer = at.send({**form, "nonce": act.kind}, bears, token, **headers)
        assert answer.status in (401, 403, 415)
        assert left_by(at.bundle) == was

    assert at.send({**FORMS[GiveScore], "nonce": "n"}, ana, hers).status == 200
    assert left_by(at.bundle) != was
