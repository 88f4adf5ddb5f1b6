"""The clauses of a host agreement that no offer settles: data, disagreement and how it ends; what
is open is marked so.
"""

from cidesign.memo.blocks import Block, Bullets
from cidesign.text import say
from cidesign.text.sentence import Sentence, told


def blank() -> Sentence:
    """What nobody has settled yet."""
    return told(say("[to be agreed]"))


def on_data() -> tuple[Block, ...]:
    """Whose the data are."""
    return (
        Bullets(
            (
                told(
                    say(
                        "Data that partners share belong to those who gave them, and are used for "
                        "the shared indicators only."
                    )
                ),
                told(
                    say(
                        "The host keeps them safe, names who may see them, and shares nothing "
                        "about single people."
                    )
                ),
                told(
                    say("What the initiative makes belongs to the initiative: {open}"), open=blank()
                ),
            )
        ),
    )


def on_conflict() -> tuple[Block, ...]:
    """What happens when we disagree."""
    return (
        Bullets(
            (
                told(
                    say(
                        "First the director and the chairs talk; then the whole steering committee "
                        "with the host's leaders."
                    )
                ),
                told(say("If that does not help, a mediator both accept: {who}."), who=blank()),
                told(
                    say(
                        "Whoever has an interest of their own in a question says so and does not "
                        "vote on it."
                    )
                ),
            )
        ),
    )


def on_exit() -> tuple[Block, ...]:
    """How it ends: notice, money, data, staff."""
    return (
        Bullets(
            (
                told(say("Either side may end this with notice of: {time}."), time=blank()),
                told(
                    say(
                        "Unspent money of the initiative goes to the next host the steering "
                        "committee names, as funders allow."
                    )
                ),
                told(
                    say(
                        "Data, files, accounts and names of partners go there too, in a form that "
                        "can be used."
                    )
                ),
                told(say("Staff are told first; whether they move along: {open}."), open=blank()),
            )
        ),
    )
