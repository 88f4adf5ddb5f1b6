"""The reasons beside a result as people read them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from cidesign.domain.labels import Labels, Named
from cidesign.domain.reason import Reason
from cidesign.views.compare.reasons import all_in_words

NOBODY: Mapping[str, str] = MappingProxyType({})


def said(
    reasons: Iterable[Reason],
    names: Mapping[str, str] = NOBODY,
    criteria: Mapping[str, str] = NOBODY,
) -> tuple[str, ...]:
    """Each reason in words; an id without a name stands for itself."""
    return all_in_words(reasons, Labels(candidates=Named(names), criteria=Named(criteria)))
