"""A session of the app belongs to whoever began it: its number, found somewhere, opens it to nobody
else.
"""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from cidesign.domain.person import OPERATOR, Role
from cidesign.serve.guard import PASS_HEADER
from cidesign.workshop import Store, passes, people
from tests.copied import SHARED
from tests.serve.knocking import in_a_loop_of_its_own
from tests.workshop.bundles import scoring

pytestmark = pytest.mark.slow
PATIENCE_SECONDS = 30


async def number(url, cookie, session="", *, meanwhile=None, **headers):
    """The number of the session a browser's connection is given; what is done while it is open."""
    asks = ["streamlit", "-", *([session] if session else [])]
    headers = {"Cookie": f"{passes.COOKIE}={cookie}", **headers}
    address = f"{url.replace('http', 'ws')}/_stcore/stream"
    async with connect(
        address, subprotocols=asks, additional_headers=headers, max_size=None
    ) as line:
        first = BackMsg()
        first.rerun_script.query_string = ""
        await line.send(first.SerializeToString())
        told = ForwardMsg()
        while told.WhichOneof("type") != "new_session":
            told.ParseFromString(await asyncio.wait_for(line.recv(), PATIENCE_SECONDS))
        given = told.new_session.initialize.session_id
        if meanwhile:
            await meanwhile(given)
    return given


def test_nobody_takes_up_the_session_of_another(tmp_path, served):
    """While she is there, with a forged word on whose it is, and after she went; she herself may."""
    with served(tmp_path, *SHARED) as url:
        with Store(f"sqlite:///{tmp_path / 'store.sqlite3'}") as store:
            id = store.create(scoring())
            links = [
                people.invite(store, id, OPERATOR, name=one, role=Role.MEMBER, member=one)
                for one in ("ana", "ben")
            ]
            known = [people.redeem(store, one.token) for one in links]
            hers, his = (passes.pass_for(store, one) for one in known)

        taken = []

        async def others_try(hers_is):
            whose = f"{id}.{known[0].person.id}"
            taken.append(await number(url, his, hers_is))
            taken.append(await number(url, his, hers_is, **{PASS_HEADER: whose}))

        async def all_of_it():
            first = await number(url, hers, meanwhile=others_try)
            taken.append(await number(url, his, first))
            return first, await number(url, hers, first)

        first, again = in_a_loop_of_its_own(all_of_it())

    assert len(taken) == 3
    assert first not in taken
    assert again == first
