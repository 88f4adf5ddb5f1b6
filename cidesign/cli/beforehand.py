"""``serve --check``: the day before, on the machine and in the network of the meeting."""

import click

from cidesign.cli.doctor import tell_checked
from cidesign.cli.listening import listening
from cidesign.domain.problem import BadInput
from cidesign.serve import beforehand
from cidesign.serve.running import EVERYWHERE
from cidesign.serve.sharing import qr
from cidesign.text import say
from cidesign.workshop import Store, default_url, passes
from cidesign.workshop.doctor import Checked, looked_over
from cidesign.workshop.opening import must_exist


def check(port: int, host: str, wait: int, *, as_json: bool) -> None:
    """Try what ``serve --share`` will need, and tell what does not hold and what to do."""
    at = host or EVERYWHERE
    own = beforehand.own_addresses() if at == EVERYWHERE else (at,)
    checked = [*_of_network(port, at, own, wait), *_of_store(), beforehand.carries()]
    links = [f"http://{one}:{port}" for one in own]
    people = beforehand.people()
    notes = [
        f"People would come in by {links[0]}." if links else "",
        f"There is room for {people} people"
        + (
            ", the most this program is tried with."
            if people == beforehand.TESTED_PEOPLE
            else f"; this program is tried with {beforehand.TESTED_PEOPLE}."
        ),
        ""
        if wait
        else "Only another device can tell whether this network lets it through: say "
        "cidesign serve --check --wait 120 and open the address it prints with a phone.",
    ]
    tell_checked(
        "Before the meeting", checked, notes, as_json=as_json, addresses=links, people=people
    )


def _of_network(port: int, at: str, own: tuple[str, ...], wait: int) -> list[Checked]:
    try:
        opened = listening(port, at)
    except BadInput as bad:
        return [Checked("port", say(beforehand.PORT), bad.problems)]
    checked = [Checked("port", say(beforehand.PORT), ())]
    with opened, beforehand.answering(opened) as heard:
        checked.append(beforehand.reached(own, port))
        if wait and own:
            link = f"http://{own[0]}:{port}"
            click.echo(f"Open {link} with a phone in this network, within {wait} s:", err=True)
            click.echo(qr(link), err=True)
            checked.append(beforehand.phone_came(heard, own, port, wait))
    return checked


def _of_store() -> list[Checked]:
    try:
        must_exist(default_url())
    except BadInput:
        return []  # it is made at the first start
    checked = list(looked_over(default_url()))
    if any(one.found for one in checked if one.id in ("shape", "pages")):
        return checked
    with Store() as store:
        checked.append(beforehand.clock(store))
        try:
            passes.secret_of(store)
        except BadInput as bad:
            checked.append(Checked("secret", say(beforehand.SIGNED), bad.problems))
    return checked
