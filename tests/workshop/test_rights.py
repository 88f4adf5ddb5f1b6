"""The whole table of rights through the one door, as people with passes that hold: role by act by
stage, own and others'. What an act does is emptied here, so that nothing but the table decides.
"""

from dataclasses import replace
from decimal import Decimal
from itertools import product
from types import MappingProxyType
from typing import Any, get_args, get_origin

import pytest

from cidesign.acts import rights
from cidesign.acts.act import Act
from cidesign.acts.give_score import GiveScore
from cidesign.acts.rights import RIGHTS, Reach, Right, never
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.panel import Recusal
from cidesign.domain.person import OPERATOR, ROLES, Person, Role
from cidesign.domain.problem import BadInput
from cidesign.domain.stage import STAGES, Stage
from cidesign.record import read_files
from cidesign.workshop import Store, passes, people
from tests.workshop.bundles import FILES

pytestmark = pytest.mark.slow

NO_RIGHT = "you have no right to do this"
JOINING = tuple(role for role in ROLES if role is not Role.OPERATOR)
ANYBODY = MappingProxyType(dict.fromkeys(ROLES, Reach.ALL))
OWN, OTHER = "ana", "ben"


@pytest.fixture
def emptied(monkeypatch):
    """Acts that lack nothing and change nothing."""
    for right in RIGHTS:
        monkeypatch.setattr(right.act, "problems", lambda self, record: ())
        monkeypatch.setattr(right.act, "change", lambda self, record: record)
        if hasattr(right.act, "rows"):
            monkeypatch.setattr(right.act, "rows", lambda self, after: ())


def acted(kind: type[Act], rater: str = "") -> Act:
    """An act of a kind with something of the right sort in each field it must have."""
    given = {
        name: _something(field.annotation)
        for name, field in kind.model_fields.items()
        if field.is_required()
    }
    return kind.model_construct(**{**given, **({kind.rater_in: rater} if kind.rater_in else {})})


def _something(sort: Any) -> Any:
    plain = get_origin(sort) or sort
    if plain in (dict, tuple):
        return plain()
    made = {bool: False, int: 1, bytes: b"", str: "oak", Decimal: Decimal(1)}
    if plain in made:
        return made[plain]
    return next(_something(one) for one in get_args(sort)) if get_args(sort) else {}


class House:
    """One workshop in a stage, and a person of every role with a pass for it."""

    def __init__(self, store: Store, stage: Stage) -> None:
        text = FILES["workshop.yaml"].replace(b"stage: scoring", f"stage: {stage.id}".encode())
        self.store, self.stage, self.tried = store, stage, 0
        self.id = store.create(read_files({**FILES, "workshop.yaml": text}))
        self.people = {role: self._joined(role) for role in JOINING}
        admin = passes.new_admin_token(store)
        self.people[Role.OPERATOR] = passes.operator_of(store, passes.admin_pass(store, admin))

    def _joined(self, role: Role) -> Person:
        member = OWN if role is Role.MEMBER else ""
        invited = people.invite(self.store, self.id, OPERATOR, name="P", role=role, member=member)
        cookie = passes.pass_for(self.store, people.redeem(self.store, invited.token))
        return passes.person_of(self.store, cookie)

    def answer(self, act: Act, role: Role) -> str:
        """What the door says; empty where the act is kept."""
        self.tried += 1
        try:
            self.store.do(self.id, act, self.people[role], nonce=f"{self.id}.{self.tried}")
        except BadInput as error:
            return "; ".join(problem.what for problem in error.problems)
        return ""


def cells(table=RIGHTS):
    """Every row with every role and, where it names a rater, one's own and another's."""
    for right, role in product(table, ROLES):
        for rater in (OWN, OTHER) if right.act.rater_in else ("",):
            yield right, role, rater


def expected(right: Right, role: Role, rater: str, stage: Stage) -> str:
    """What the table says of a cell, in the words of the door."""
    reach = right.reach[role]
    if reach is Reach.NONE or (reach is Reach.OWN and rater != OWN):
        return NO_RIGHT
    refused = right.refuses(stage)
    return refused.what if refused else ""


def differences(house: House, some) -> list[tuple[str, Role, str, str, str]]:
    """Cells in which the door says something else than the table as it stands in the program."""
    found = []
    for right, role, rater in some:
        said = house.answer(acted(right.act, rater), role)
        if said != (meant := expected(right, role, rater, house.stage)):
            found.append((right.act.kind, role, rater, meant, said))
    return found


def test_a_fifth_of_the_table_is_obeyed_at_the_door(emptied, tmp_path, capsys):
    tried = 0
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        for place, stage in enumerate(STAGES):
            house = House(store, stage)
            assert differences(house, list(cells())[place :: len(STAGES)]) == []
            tried += house.tried

    with capsys.disabled():
        print(f"\nrights: {tried} cells of the table tried at the door, 0 differences", end="")  # noqa: T201 - a figure to be read


@pytest.mark.soak
def test_the_whole_table_is_obeyed_at_the_door(emptied, store, monkeypatch, capsys):
    monkeypatch.setenv(passes.SECRET, "s" * passes.LEAST_LETTERS)
    tried = 0
    for stage in STAGES:
        house = House(store, stage)
        assert differences(house, cells()) == []
        tried += house.tried

    with capsys.disabled():
        print(f"\nrights: {tried} cells, all of the table, 0 differences", end="")  # noqa: T201 - a figure to be read


def test_each_row_that_is_switched_off_is_seen(emptied, tmp_path, monkeypatch):
    """Its roles, and where it has any its stages: with one of them open to all, the check fails."""
    unseen = []
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        houses = {stage.id: House(store, stage) for stage in STAGES}
        for place, right in enumerate(RIGHTS):
            asked = [(right, Role.OBSERVER, OWN if right.act.rater_in else "")]
            weakened(monkeypatch, place, replace(right, reach=ANYBODY, refuses=never))
            if not differences(houses["scoring"], asked):
                unseen.append((right.act.kind, "roles"))
            refusing = [stage.id for stage in STAGES if right.refuses(stage)]
            weakened(monkeypatch, place, replace(right, refuses=never))
            asked = [(right, Role.FACILITATOR, OTHER if right.act.rater_in else "")]
            unseen += [
                (right.act.kind, id) for id in refusing if not differences(houses[id], asked)
            ]
            weakened(monkeypatch, place, right)
            if differences(houses["scoring"], asked):
                unseen.append((right.act.kind, "a difference where there is none"))

    assert unseen == []


def weakened(monkeypatch, place: int, right: Right) -> None:
    """The program's table with another row at a place."""
    monkeypatch.setattr(rights, "RIGHTS", (*RIGHTS[:place], right, *RIGHTS[place + 1 :]))


@pytest.mark.parametrize("kind", [GiveScore, WriteRemark])
@pytest.mark.parametrize("role", ROLES)
def test_nobody_rates_where_the_rater_stepped_aside(role, kind, tmp_path):
    """These are the acts themselves, for her own sheet and for another's, by every role."""
    given = {"criterion": "reach", "score": Decimal(3)} if kind is GiveScore else {}
    words = {} if kind is GiveScore else {"strength": "Fast", "concern": "Small"}
    aside = b"rater,candidate\nana,elm\nben,elm\n"
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        house = House(store, next(one for one in STAGES if one.round_is_open))
        house.id = store.create(read_files({**FILES, "recusals.csv": aside}))
        house.people = {one: house._joined(one) for one in JOINING} | {Role.OPERATOR: OPERATOR}
        said = [
            house.answer(kind(rater=rater, candidate="elm", **given, **words), role)
            for rater in (OWN, OTHER)
        ]
        bundle = store.read(house.id).bundle

    assert all(said)
    assert (bundle.scores, bundle.remarks) == ((), ())
    assert Recusal(rater="ana", candidate="elm") in bundle.recusals


def test_whoever_joined_one_workshop_does_nothing_in_another(emptied, tmp_path):
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        here, there = (House(store, one) for one in (STAGES[2], STAGES[2]))
        there.people = here.people
        said = {
            there.answer(acted(right.act, OWN), role) for right in RIGHTS[:20] for role in JOINING
        }

    assert said == {NO_RIGHT}
