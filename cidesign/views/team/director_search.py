"""A search for the director, made of her or his profile: a workshop of its own, in which people are
candidates and what matters most are the criteria.
"""

from typing import Any

from cidesign.acts.rule_sheet import rules_of_a_search
from cidesign.domain.catalog import Catalog
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle, Member, Workshop
from cidesign.record import changed, read_files
from cidesign.text import say
from cidesign.views.team.director import director_view, nothing_chosen


def search_name(workshop: Workshop) -> str:
    """What the workshop is called that chooses this workshop's director."""
    return say("{name}: search for a director", name=workshop.name)


def director_search(bundle: Bundle, catalog: Catalog) -> Bundle:
    """The new workshop: same committee, no candidates, rules that wait to be weighed and sealed.

    Raises:
        BadInput: nobody has said what matters most.
    """
    view = director_view(bundle, catalog)
    if not view.chosen:
        raise BadInput([nothing_chosen()])
    ours = bundle.workshop
    profile = {
        "name": search_name(ours),
        **({"example": ours.example} if ours.example else {}),
        "search": {"of": ours.name},
        "director": ours.director.model_dump(exclude_defaults=True),
        **({"members": [_member(one) for one in ours.members]} if ours.members else {}),
        "stage": "draft",
        "language": ours.language,
    }
    search = read_files({"workshop.yaml": b"name: new\n"})
    search = changed(search, "workshop.yaml", {(): profile})
    return changed(search, "rules.yaml", {(): rules_of_a_search(view.chosen)})


def _member(one: Member) -> dict[str, Any]:
    return {key: value for key in ("id", "name", "seat") if (value := getattr(one, key))}
