"""The clauses of a host agreement that no offer settles: partners and their credit, data,
disagreement and how it ends; what is open is marked so.
"""

from collections.abc import Sequence

from cidesign.domain.measures import Measure, Often
from cidesign.domain.work import Partner
from cidesign.domain.workshop import Bundle
from cidesign.memo.blocks import Block, Bullets, Paragraph, Table
from cidesign.text import say
from cidesign.text.sentence import Sentence, in_a_row, own, told


def blank() -> Sentence:
    """What nobody has settled yet."""
    return told(say("[to be agreed]"))


def members(partners: Sequence[Partner]) -> tuple[Block, ...]:
    """Who has signed as a formal member of the initiative; nothing where nobody has."""
    signed = [one for one in partners if one.formal_member]
    if not signed:
        return ()
    names = in_a_row([own(one.label) for one in signed])
    said = told(say("Formal members of the initiative, who have signed: {names}."), names=names)
    if len(signed) == len(partners):
        return (Paragraph(said),)
    rest = told(
        say(
            "Other partners take part without signing. They are heard; what the members agree on "
            "binds them only where they say so."
        )
    )
    return (Paragraph(said), Paragraph(rest))


def on_partners(bundle: Bundle) -> tuple[Block, ...]:
    """What each has committed to do, and how it is named where a shared result is told; nothing
    where nobody has said either.
    """
    told_of = [one for one in bundle.partners if one.has_committed or one.credit_wanted]
    if not told_of:
        return ()
    leads = {one.lead for one in bundle.groups if one.works}
    rows = tuple(
        (
            own(one.label),
            own(one.has_committed) or blank(),
            own(one.credit_wanted) or blank(),
        )
        for one in bundle.partners
        if one in told_of or one.id in leads
    )
    head = (
        told(say("Partner")),
        told(say("What it has committed to do")),
        told(say("How it is named for shared results")),
    )
    said = told(
        say(
            "Partners answer for their own part of the work. The host keeps this list, and asks "
            "once a year whether it still holds:"
        )
    )
    credit = told(
        say(
            "Where the host tells of a shared result it names those who brought it about as they "
            "ask here, before itself."
        )
    )
    return (Paragraph(said), Table(head, rows, left=3), Paragraph(credit))


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
