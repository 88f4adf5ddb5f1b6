"""A shared server without its pages: the door, the guard and the sheet, asked as browsers would,
by people with passes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette

from cidesign.domain.person import OPERATOR, Person, Role
from cidesign.record import read_files
from cidesign.serve import sharing
from cidesign.workshop import Store, passes, people
from tests.serve.asking import Answer, House

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Joined:
    """Somebody who has joined, and the header her browser brings."""

    person: Person
    bears: Mapping[str, str]


class SharedHouse(House):
    """One workshop in a store, behind everything a shared server puts before it."""

    def __init__(self, given: Mapping[str, bytes], store: Store | None = None) -> None:
        self.store = store or Store()
        self.id = self.store.create(read_files(given))
        self.app = sharing.shared(Starlette(), self.store)

    def joins(self, role: Role, member: str = "") -> Joined:
        """Somebody joins by a link of her own."""
        one = people.invite(self.store, self.id, OPERATOR, name="P", role=role, member=member)
        known = people.redeem(self.store, one.token)
        cookie = f"{passes.COOKIE}={passes.pass_for(self.store, known)}"
        return Joined(known.person, {"cookie": cookie})

    def token_of(self, one: Joined) -> str:
        """What her own forms bear."""
        answer = self.ask("/sheet", accept="application/json", **one.bears)
        return str(json.loads(answer.text).get("token", ""))

    def send(
        self, said: Mapping[str, str], one: Joined | None, token: str, **headers: Any
    ) -> Answer:
        """A form, whoever made it; without anybody's pass where ``one`` is None."""
        told = {"content_type": FORM, "accept": "application/json", **headers}
        body = urlencode({"token": token, **said}).encode()
        bears = one.bears if one else {}
        return self.ask("/sheet", method="POST", body=body, **{**told, **bears})
