"""``serve --share``: others on the network join, and what whoever runs the server must know is
printed.
"""

import click

from cidesign.cli.listening import listening
from cidesign.serve.running import EVERYWHERE
from cidesign.serve.sharing import address, join_link, opened, qr, share
from cidesign.workshop import Store, passes

LOOPBACK = "127."


def share_with_others(port: int, host: str, public: str = "") -> None:
    """Serve to the network until stopped.

    Raises:
        BadInput: the port, the address or the store cannot be opened.
    """
    at = host or EVERYWHERE
    socket_there = listening(port, at)
    store, token = opened()
    base = public or address(at, port)

    def tell() -> None:
        click.echo(f"cidesign is open to your network at {base}; stop it with Ctrl+C.")
        click.echo(f"People join at {join_link(base)}, or by this code:")
        click.echo(qr(join_link(base)))
        if token:
            click.echo("Your own link, told once; whoever has it runs this server:")
            click.echo(join_link(base, token))
        else:
            click.echo("Your own link was told at the first start; cidesign recover makes another.")
        if not base.startswith(("https://", f"http://{LOOPBACK}")):
            click.echo(
                "Plain http: whoever can listen on this network can read along. Use a network you "
                "trust, or put a server with https in front.",
                err=True,
            )

    share(socket_there, store, tell, base)


def make_new_token() -> None:
    """Print a new token for whoever runs the server."""
    with Store() as store:
        token = passes.new_admin_token(store)
    click.echo("Put this behind the address of your server; the old link ends:")
    click.echo(join_link("", token))
