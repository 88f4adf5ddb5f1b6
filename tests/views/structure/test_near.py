"""The nearest initiatives in words: what is alike, what differs and which way, and where it was
read.
"""

from cidesign.catalog import load
from cidesign.domain.figures import count
from cidesign.record import example_bundle, read_files
from cidesign.views.structure.near import near_heading, near_view

CATALOG = load()


def answering(**answers):
    text = "answers: {" + ", ".join(f"{id}: {level}" for id, level in answers.items()) + "}\n"
    return read_files({"workshop.yaml": b"name: Ours\n", "structure.yaml": text.encode()})


def test_a_case_is_most_like_itself():
    case = CATALOG.entry("cases", "road_map")
    ours = answering(**{id: feature.fact.value for id, feature in case.features.items()})

    view = near_view(ours, CATALOG)

    assert any(
        name == case.label and "lie 0.0 of 4 steps from ours" in lines[0]
        for name, _, lines in view.blocks
    )
    assert near_heading(view).startswith("Most like us: ")


def test_nothing_is_most_like_us_on_levels_that_are_all_assumed():
    guessed = [
        case
        for case in CATALOG.cases
        if len(case.features) >= 3 and all(one.fact.assumed for one in case.features.values())
    ]
    assert guessed

    for case in guessed:
        ours = answering(**{id: feature.fact.value for id, feature in case.features.items()})
        view = near_view(ours, CATALOG)

        assert view.blocks
        assert case.label not in [name for name, _, _ in view.blocks]
        assert f"{count(len(guessed), opening=True)} are left out: all we would" in view.reading


def test_what_matters_more_to_us_is_told_apart_from_what_mattered_more_there():
    case = CATALOG.entry("cases", "road_map")
    levels = {id: int(feature.fact.value) for id, feature in case.features.items()}
    low = next(id for id, level in levels.items() if level < 4)

    lines = next(
        told
        for name, _, told in near_view(
            answering(**{**levels, low: levels[low] + 1}), CATALOG
        ).blocks
        if name == case.label
    )

    label = CATALOG.labels.structure_drivers[low]
    assert f"Differs, matters more to us: {label[:1].lower()}{label[1:]}." in lines
    assert not [line for line in lines if line.startswith("Differs, mattered more there")]


def test_what_happened_there_is_told_with_its_source():
    cases = {case.label: case for case in CATALOG.cases}

    for name, _, lines in near_view(example_bundle("philadelphia_stem"), CATALOG).blocks:
        for said in cases[name].what:
            assert [line for line in lines if line.startswith(said.says) and line.endswith(")")]


def test_without_answers_nothing_is_said_to_be_like_us():
    view = near_view(read_files({"workshop.yaml": b"name: Ours\n"}), CATALOG)

    assert (view.blocks, near_heading(view)) == ((), "No initiative compares yet")


def test_answers_about_the_way_of_choosing_are_not_compared():
    assert (
        near_view(answering(inclusion=4, left_out=4, capable_hosts=4, contention=4), CATALOG).blocks
        == ()
    )
