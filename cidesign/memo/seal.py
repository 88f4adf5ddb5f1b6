"""The fingerprints a memo prints: of the rule sheet, with what is wrong with its seal, and of the
whole bundle.
"""

from cidesign.acts.seal import amiss, marks, seal_of
from cidesign.domain.rules import Seats
from cidesign.domain.workshop import Bundle
from cidesign.memo.figures import day
from cidesign.record import bundle_fingerprint, short_fingerprint
from cidesign.text import say
from cidesign.text.sentence import Figure, Sentence, at, own, told
from cidesign.views.process.rules import SEATS

RULES = "rules.yaml"


def bundle_print(bundle: Bundle) -> Figure:
    """The fingerprint of all files of the bundle, shortened."""
    whole = bundle_fingerprint(bundle)
    return Figure(
        short_fingerprint(whole),
        whole,
        "sha256",
        told(say("Fingerprint of all files of the bundle")),
        at("bundle", "sha256"),
    )


def seal_print(bundle: Bundle) -> Figure | None:
    """The fingerprint the rule sheet was sealed with; None before."""
    seal = (bundle.rules.seal if bundle.rules else None) or {}
    sealed = str(seal.get("sha256", ""))
    if not sealed:
        return None
    return Figure(
        short_fingerprint(sealed),
        sealed,
        "sha256",
        told(say("Fingerprint of the sealed rule sheet")),
        at(RULES, "seal", "sha256"),
    )


def seal_lines(bundle: Bundle) -> tuple[Sentence, ...]:
    """When the rules were sealed, and all that a reader must know about the seal."""
    if bundle.rules is None or _is_idle(bundle):
        return ()
    seal, printed = seal_of(bundle), seal_print(bundle)
    if printed is None or seal is None:
        return (
            told(say("The rules are not sealed.")),
            *([_contradiction()] if amiss(bundle) else []),
        )
    lines = [
        told(
            say("The rules were sealed on {day}, fingerprint {print}."),
            day=day(seal.at),
            print=printed,
        )
    ]
    if seal.version > 1:
        figure = Figure(
            str(seal.version),
            seal.version,
            "version",
            told(say("Version of the rule sheet")),
            at(RULES, "seal", "version"),
        )
        why = own(seal.reason) or told(say("no reason is recorded."))
        lines.append(
            told(
                say("They were changed after a first seal: this is version {version}. Why: {why}"),
                version=figure,
                why=why,
            )
        )
    if amiss(bundle):
        lines.append(_contradiction())
    elif seal.broken:
        lines.append(told(say("The seal is broken: the sheet no longer bears this fingerprint.")))
    if seal.late:
        lines.append(told(say("The seal is late: {why}"), why=own(seal.late)))
    return tuple(lines)


def counting_lines(bundle: Bundle) -> tuple[Sentence, ...]:
    """What a reader must know of how scores were counted: that every seat counts the same, where
    the rules say so.
    """
    equal = bundle.rules is not None and bundle.rules.seats is Seats.EQUAL and not _is_idle(bundle)
    return (told(say(SEATS[Seats.EQUAL])),) if equal else ()


def _is_idle(bundle: Bundle) -> bool:
    """Whether a rule sheet that nobody sealed is not needed, because a backbone works already."""
    return bundle.workshop.has_a_backbone and seal_print(bundle) is None


def _contradiction() -> Sentence:
    return told(
        say(
            "The rule sheet and the acts on record contradict each other; the page Compare says "
            "how."
        )
    )


def warnings(bundle: Bundle) -> tuple[Sentence, ...]:
    """What is wrong with the seal: nothing where the rules were sealed once, in time, and hold."""
    lines = seal_lines(bundle)
    return lines if seal_print(bundle) is None else lines[1:]


def beside(bundle: Bundle) -> tuple[str, ...]:
    """The same for other papers, each sentence standing alone: a broken seal, a later version, a
    late seal.
    """
    seal = seal_of(bundle)
    return tuple(dict.fromkeys([*([seal.broken] if seal and seal.broken else []), *marks(bundle)]))


def footer(bundle: Bundle) -> Sentence:
    """One line for the foot of every page."""
    printed = seal_print(bundle)
    if printed is None or bundle.rules is None:
        if bundle.rules is None or _is_idle(bundle):
            return told(say("Bundle {bundle}"), bundle=bundle_print(bundle))
        return told(say("Rules not sealed · bundle {bundle}"), bundle=bundle_print(bundle))
    at_day = day(bundle.rules.sealed_at)
    return told(
        say("Rules sealed {day} · fingerprint {print} · bundle {bundle}"),
        day=at_day,
        print=printed,
        bundle=bundle_print(bundle),
    )
