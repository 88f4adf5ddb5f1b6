"""The way of choosing a host in words: the answer, what is missing, and how scores become a
result.
"""

from collections.abc import Iterator

from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day
from cidesign.domain.figures import count, percent
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.views.process.timetable import weeks_of
from cidesign.views.process.view import CriterionRow, ProcessView, process_view

READ_ALOUD = mark(
    "Print these sixteen signs in the call, and read them aloud when the applications are opened, "
    "one group of four after the other. "
    "They come from every word and number of the rules. Whoever wrote them down can see later that "
    "no rule was changed."
)


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands there before the decision."""
    return answer(process_view(bundle, catalog)).removesuffix(".")


def answer(view: ProcessView) -> str:
    """How the host is chosen, or what is missing."""
    if view.seal and view.seal.broken:
        return say("The rules no longer match their seal.")
    if view.seal:
        return _sealed(view)
    if view.opening:
        return say(
            "The rules are open again, for version {version}.",
            version=view.opening.figures.get("opens", 2),
        )
    if view.cut:
        return say("The seal was taken out of the rules.")
    if view.rules is None:
        return say("Nothing is sealed yet: there is no rule sheet.")
    if not view.chosen:
        return say("Nothing is sealed yet: choose who may apply.")
    if view.lacks:
        return say_count(
            "Nothing is sealed yet: {n} thing is missing.",
            "Nothing is sealed yet: {n} things are missing.",
            len(view.lacks),
            n=count(len(view.lacks)),
        )
    if view.unweighed:
        return say("Nothing is sealed yet, and nobody has weighed the criteria.")
    if view.still_usual:
        return say("Nothing is sealed yet, and the weights are still the usual ones.")
    return say("Nothing is sealed yet, and all is ready for it.")


def _sealed(view: ProcessView) -> str:
    seal = view.seal
    return say(
        "{way} over {weeks}, {criteria}, sealed on {day} as version {version}.",
        way=view.way.label,
        weeks=weeks_of(view.table.weeks),
        criteria=_criteria(len(view.criteria)),
        day=day(seal.at) if seal else "",
        version=seal.version if seal else 1,
    )


def _criteria(number: int) -> str:
    return say_count("{n} criterion", "{n} criteria", number, n=count(number))


def and_line(view: ProcessView) -> str:
    """What else matters most."""
    seal = view.seal
    if seal and seal.broken:
        return say(
            "{fault} Put the sealed sheet back, or open a new version below.", fault=seal.broken
        )
    if seal:
        told = say(
            "Fingerprint {fingerprint}, sealed by {by}.",
            fingerprint=seal.short,
            by=seal.by or say("nobody named"),
        )
        marked = say("Marked as late: {why}", why=seal.late) if seal.late else _in_time(view)
        again = (
            say("It replaces an earlier version: {reason}", reason=seal.reason)
            if seal.reason
            else ""
        )
        return " ".join(part for part in (told, marked, again, _no_days(view)) if part)
    if view.opening:
        return say(
            "Opened by {who}: {reason} Seal it again at the end of this page.",
            who=view.opening.by,
            reason=view.opening.because,
        )
    if view.cut:
        return say("Put the sealed sheet back, or open a new version below.")
    if view.lacks and view.rules is not None and view.chosen:
        return " ".join(
            say("{where}: {what}.", where=one.where, what=one.what) for one in view.lacks[:2]
        )
    told = say("Seal the rules before any application is opened, so that nobody can bend them.")
    return " ".join(part for part in (told, _no_days(view)) if part)


def _in_time(view: ProcessView) -> str:
    """That the seal came first, where the record of the act says nothing else."""
    version = str(view.seal.version) if view.seal else ""
    if any(
        "opens" not in one.figures and str(one.figures["version"]) == version for one in view.past
    ):
        return say("No score and no file of an application was here before the seal.")
    return ""


def _no_days(view: ProcessView) -> str:
    if view.table.start is not None:
        return ""
    return say("There are no dates yet: set the first day under “How long does it take?”.")


def missing(view: ProcessView) -> tuple[str, ...]:
    """What must be settled before the seal, one sentence each."""
    return tuple(
        say("{where}: {what}; {remedy}.", where=one.where, what=one.what, remedy=one.remedy)
        for one in view.lacks
    )


def decides(view: ProcessView) -> str:
    """The decision as a sentence for the record."""
    version = 1
    if view.past:
        version = int(str(view.past[-1].figures["version"])) + 1
    return say(
        "{way} over {weeks}, {criteria}, and the rule sheet sealed as version {version}.",
        way=view.way.label,
        weeks=weeks_of(view.table.weeks),
        criteria=_criteria(len(view.criteria)),
        version=version,
    )


def note(view: ProcessView) -> str:
    """Whose figures these are."""
    if view.rules is None:
        return say("Weeks are assumed where you did not change them")
    return say(
        "Weights add to {total} · weeks are assumed where you did not change them",
        total=plain(view.total),
    )


def mode_claim(view: ProcessView) -> str:
    """Who may apply, as chosen, or as we advise; once that is sealed it needs no advice."""
    if view.fixed:
        return view.way.label
    if view.of_a_person:
        return view.way.label if view.chosen else say("Choose who may apply for the post")
    if view.chosen and view.chosen != view.advised.id:
        return say(
            "{way}; we would advise: {advice}", way=view.way.label, advice=view.advised.label
        )
    if view.chosen:
        return say("{way}, as we would advise", way=view.way.label)
    return say("We advise: {advice}", advice=view.advised.label)


def mode_note(view: ProcessView) -> str:
    """What the way is, and how long it usually takes."""
    if view.of_a_person:
        borrowed = say("The weeks are those of choosing a host, for want of others: change them.")
        return f"{view.of_a_person} {borrowed}" if view.chosen else borrowed
    weeks = view.way.weeks
    low, high = weeks.range
    usual = say(
        "Usually {weeks}, from {low} to {high}.",
        weeks=weeks_of(weeks.value),
        low=plain(low),
        high=plain(high),
    )
    assumed = say("Assumed.") if weeks.assumed else ""
    return " ".join(part for part in (view.way.what, usual, assumed) if part)


def for_and_against(view: ProcessView) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What speaks for the way shown, and what against it."""
    return tuple(said.says for said in view.way.pros), tuple(said.says for said in view.way.cons)


def table_claim(view: ProcessView) -> str:
    """How long the selection takes."""
    weeks, table = weeks_of(view.table.weeks), view.table
    if table.start and table.end:
        return say(
            "{weeks}, from {first} to {last}",
            weeks=weeks,
            first=day(table.start.isoformat()),
            last=day(table.end.isoformat()),
        )
    return say("{weeks} from start to agreement", weeks=weeks)


def table_note(view: ProcessView) -> str:
    """How to read the timetable."""
    if view.table.start is None:
        return say("Put a start to see the days. Dark bars: the seal, the scoring, the decision.")
    return say("Dark bars: the seal, the scoring, the decision.")


def criteria_claim(view: ProcessView) -> str:
    """How much the heaviest criteria carry."""
    first = view.criteria[:3]
    if len(view.criteria) < 4:
        return say("What counts, and how much")
    return say("The first three carry {share}", share=percent(sum(row.share for row in first)))


def criterion_name(row: CriterionRow) -> str:
    """A criterion and its share, as the label of its fold."""
    return say("{criterion} · counts {share}", criterion=row.label, share=percent(row.share))


def criterion_lines(row: CriterionRow) -> tuple[str, ...]:
    """Its levels in words, its pass mark, and where it comes from."""
    return tuple(_criterion_lines(row))


def _criterion_lines(row: CriterionRow) -> Iterator[str]:
    for level, words in row.levels:
        yield say("{level}: {words}", level=plain(level), words=words)
    if row.calculated:
        yield say("Calculated from the application; nobody scores it.")
    elif not row.levels:
        yield say("Its levels have no words yet.")
    if row.pass_mark is not None:
        yield say("Pass mark: {mark} of {best}.", mark=plain(row.pass_mark), best=plain(row.best))
    if row.why:
        yield row.why
    if row.source:
        yield say(
            "After {source}, in our own words.",
            source=" ".join(part for part in (row.source.title, row.source.year) if part),
        )
    else:
        yield say("One of your own.")


def pass_marks(view: ProcessView) -> list[dict[str, str]]:
    """Each criterion with what is good enough."""
    return [
        {
            say("Criterion"): row.label,
            say("Pass mark"): say("none yet") if row.pass_mark is None else plain(row.pass_mark),
            say("In words"): dict(row.levels).get(row.pass_mark, "–")
            if row.pass_mark is not None
            else "–",
        }
        for row in view.criteria
    ]


def versions(view: ProcessView) -> list[dict[str, str]]:
    """Every act of sealing and opening on record."""
    return [
        {
            say("When"): day(one.at),
            say("Version"): str(one.figures["version"]),
            say("Fingerprint"): str(one.figures.get("fingerprint", "")),
            say("What"): one.what,
            say("Why"): one.because,
            say("Who"): one.by,
        }
        for one in view.past
    ]


def weights_note(view: ProcessView) -> str:
    """How to read the weights."""
    ranges = any(row.low is not None for row in view.criteria)
    if ranges:
        return say("Share of all points. Line: from the smallest to the largest a member gave.")
    return say("Share of all points.")
