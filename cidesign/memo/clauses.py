"""The clauses of a host agreement that no offer settles: data, disagreement and how it ends; what
is open is marked so.
"""

from collections.abc import Sequence

from cidesign.domain.measures import Measure, Often
from cidesign.memo.blocks import Block, Bullets, Paragraph, Table
from cidesign.text import say
from cidesign.text.sentence import Sentence, own, told


def blank() -> Sentence:
    """What nobody has settled yet."""
    return told(say("[to be agreed]"))


def on_data(measures: Sequence[Measure]) -> tuple[Block, ...]:
    """Whose the data are, and, where there is a plan of measures, who gives which."""
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
        *_by_measure([one for one in measures if one.followed_together]),
    )


def _by_measure(measures: Sequence[Measure]) -> tuple[Block, ...]:
    if not measures:
        return ()
    head = (
        told(say("What we measure")),
        told(say("Who gives the data")),
        told(say("Split by")),
        told(say("How often")),
    )
    rows = tuple(
        (
            own(one.label),
            own(one.holder) or blank(),
            own(one.split_by) or blank(),
            blank() if one.how_often is Often.NOT_SAID else told(say(one.how_often.in_words)),
        )
        for one in measures
    )
    said = told(
        say(
            "The host gathers the data of the shared measures from those who hold them, and shows "
            "them split by group:"
        )
    )
    return (Paragraph(said), Table(head, rows, left=4))


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
