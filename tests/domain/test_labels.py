"""What people read in place of an id: the catalog's words, the workshop's names, and the id itself
where nobody gave one.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.labels import NO_LABELS, Named, as_read, labels_of
from cidesign.record import read_files

CATALOG = load()
RULES = b"""criteria:
  - {id: neutrality, label: Perceived neutrality, weight: 60, scale: {worst: 1, best: 5}}
  - {id: reach, label: Knows every school, weight: 30, scale: {worst: 1, best: 5}}
  - {id: price, weight: 10, scale: {worst: 1, best: 5}}
"""
BUNDLE = read_files(
    {
        "workshop.yaml": b"name: Ours\nmembers: [{id: ana, name: Ana Reyes}, {id: ben}]\n",
        "rules.yaml": RULES,
        "candidates.csv": b"id,name\noak,Oak House\nelm,\n",
    }
)


def test_a_name_that_somebody_gave_is_read_and_an_id_without_one_is_made_a_name():
    labels = labels_of(BUNDLE, CATALOG.labels)

    assert dict(labels.candidates) == {"oak": "Oak House", "elm": "elm"}
    assert dict(labels.members) == {"ana": "Ana Reyes", "ben": "ben"}
    assert labels.criteria["reach"] == "Knows every school"
    assert labels.criteria["price"] == "price"
    assert labels.roles["our_own_role"] == "Our own role"


def test_only_what_was_named_is_in_the_list():
    named = Named({"oak": "Oak House"})

    assert ("oak" in named, "elm" in named, list(named)) == (True, False, ["oak"])


def test_a_criterion_has_its_short_name_only_where_the_sheet_calls_it_as_the_catalog_does():
    entry = next(one for one in CATALOG.criteria if one.id == "neutrality")
    as_it_is = read_files(
        {
            "workshop.yaml": b"name: Ours\n",
            "rules.yaml": RULES.replace(b"Perceived neutrality", entry.label.encode()),
        }
    )
    renamed = read_files(
        {
            "workshop.yaml": b"name: Ours\n",
            "rules.yaml": RULES.replace(b"Perceived neutrality", b"Trusted by all"),
        }
    )

    assert labels_of(as_it_is, CATALOG.labels).criteria["neutrality"] == entry.short
    assert labels_of(renamed, CATALOG.labels).criteria["neutrality"] == "Trusted by all"
    assert labels_of(as_it_is).criteria["neutrality"] == entry.label
    assert as_read(as_it_is.rules, CATALOG.labels).criterion("neutrality").name == entry.short
    assert as_read(renamed.rules, CATALOG.labels).criterion("neutrality").name == "Trusted by all"


@pytest.mark.parametrize("kind", ["roles", "lines", "structures", "modes", "phases", "drivers"])
def test_every_entry_of_the_catalog_has_its_label(kind):
    assert dict(CATALOG.labels.kind(kind)) == {one.id: one.label for one in getattr(CATALOG, kind)}


def test_a_kind_that_has_no_labels_is_refused_by_name():
    with pytest.raises(LookupError, match="sources is no kind"):
        NO_LABELS.kind("sources")


def test_a_cell_is_told_by_both_names():
    assert labels_of(BUNDLE).cell("oak", "reach") == "Oak House on Knows every school"
