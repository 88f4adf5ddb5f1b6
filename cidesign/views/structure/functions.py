"""The six functions of a backbone: what each is, what is done for it and by whom, how one sees that
it works, and what it is not.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.entries import Activity, FunctionEntry
from cidesign.domain.guidance import Guidance
from cidesign.text import say
from cidesign.views.sources.facts import Block, source_words

PAGE = "structure"


def functions_told(catalog: Catalog) -> tuple[Block, ...]:
    """Each function: its name, what it is, then sentences."""
    return tuple((entry.label, entry.what, _lines(entry, catalog)) for entry in catalog.functions)


def is_not(catalog: Catalog) -> tuple[str, ...]:
    """What a backbone does not do, each with its source."""
    return _guidance(catalog, "backbone_is_not")


def approach(catalog: Catalog) -> tuple[str, ...]:
    """How good backbones go about their work, each with its source."""
    return _guidance(catalog, "approach")


def _guidance(catalog: Catalog, about: str) -> tuple[str, ...]:
    return tuple(_told(one, catalog) for one in catalog.guidance_about(about) if one.page == PAGE)


def _told(one: Guidance, catalog: Catalog) -> str:
    return say(
        "{name}: {says} ({source})",
        name=one.label,
        says=one.says,
        source=source_words(one.source, catalog),
    )


def _done(one: Activity, catalog: Catalog) -> str:
    slots = {
        "activity": one.says.rstrip("."),
        "role": catalog.labels.roles[one.role],
        "source": source_words(one.source, catalog),
    }
    if one.role_source:
        return say("{activity} ({role} by our reading; {source})", **slots)
    return say("{activity} ({role}; {source})", **slots)


def _lines(entry: FunctionEntry, catalog: Catalog) -> tuple[str, ...]:
    done = tuple(_done(one, catalog) for one in entry.activities)
    seen = entry.indicator
    signs = (
        (
            say(
                "Early sign: {sign} ({source})",
                sign=seen.early,
                source=source_words(seen.early_source, catalog),
            )
            if seen.early_source
            else say("Early sign: {sign}", sign=seen.early),
            say(
                "Later sign: {sign} ({source})",
                sign=seen.later,
                source=source_words(seen.source, catalog),
            ),
        )
        if seen
        else ()
    )
    return (*done, *signs, _not(entry, catalog))


def _not(entry: FunctionEntry, catalog: Catalog) -> str:
    if not entry.does_not_source:
        return entry.does_not
    return say(
        "{what} ({source})",
        what=entry.does_not.rstrip("."),
        source=source_words(entry.does_not_source, catalog),
    )
