"""The page Memo drawn without a browser: page one, what is missing, documents made only when asked,
and adopting it.
"""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from cidesign.domain.workshop import Decision
from cidesign.record import changed, example_bundle, read_files, with_decision
from tests.ui.planning import drawn, look_closer

APP = Path(__file__).parents[2] / "app.py"
EXAMPLE = "philadelphia_stem"


def visit(workshop: str) -> AppTest:
    tab = AppTest.from_file(str(APP), default_timeout=120)
    tab.query_params["w"] = workshop
    return tab.switch_page("pages/memo.py").run()


def words(tab: AppTest) -> str:
    kinds = (
        tab.title,
        tab.header,
        tab.subheader,
        tab.markdown,
        tab.text,
        tab.error,
        tab.warning,
        tab.success,
    )
    return "\n".join(element.value for kind in kinds for element in kind).replace("\\", "")


def press(tab: AppTest, key: str) -> None:
    next(button for button in tab.button if button.key == key).click().run()


def keys(tab: AppTest) -> set[str]:
    return {button.key for button in tab.button}


def test_a_draft_says_what_is_still_to_be_decided():
    tab = drawn("memo")

    assert not tab.exception
    assert (
        tab.header[0].value.replace("\\", "")
        == "Our backbone: existing nonprofit. The host is not decided yet."
    )
    assert "Still to be decided: the host, team and budget and the years ahead." in words(tab)
    assert "memo.make_agreement" not in keys(tab), "there is no host to agree with"


def test_page_one_stands_in_a_tab_as_it_will_be_printed():
    tab = drawn("memo", more="page-one")

    assert not tab.exception
    assert "What rests on assumptions" in words(tab)


def test_a_document_is_made_only_when_somebody_asks(store):
    tab = visit(store.create(example_bundle(EXAMPLE)))

    assert not tab.get("download_button")

    press(tab, "memo.make_bundle")

    assert not tab.exception
    assert [one.proto.label for one in tab.get("download_button")] == ["Download"]


def test_a_chosen_host_brings_the_draft_agreement(store):
    chosen = Decision(
        page="compare",
        what="BrightLine",
        because="Trust.",
        at="2026-10-20",
        figures={"chosen": "brightline"},
    )
    tab = visit(store.create(with_decision(example_bundle(EXAMPLE), chosen)))

    assert not tab.exception
    assert "memo.make_agreement" in keys(tab)
    assert "BrightLine STEM Network leads by 2.0 points" in words(tab)


def test_nothing_of_points_is_shown_while_a_round_is_open(store):
    bundle = changed(example_bundle(EXAMPLE), "workshop.yaml", {("stage",): "scoring"})
    tab = visit(store.create(bundle))

    shown = words(tab) + words(look_closer(tab, "page-one"))

    assert not tab.exception
    assert "A round of scoring is open." in shown
    assert "69.4" not in shown


def test_a_bare_workshop_still_has_a_memo_page(store):
    tab = visit(store.create(read_files({"workshop.yaml": b"name: Bare\n"})))

    assert not tab.exception
    assert "Nothing is decided yet" in tab.header[0].value


def test_every_figure_can_be_looked_up_on_the_page(store):
    tab = visit(store.create(example_bundle(EXAMPLE)))

    look_closer(tab, "assumed")

    assert not tab.exception
    assert "plan.yaml: roles[0].salaryusd" in words(tab).replace("_", "")


def test_adopting_the_memo_is_a_record(store):
    id = store.create(example_bundle(EXAMPLE))
    tab = visit(id)

    next(area for area in tab.text_area if area.key == "memo.decision.because").set_value(
        "It says what we mean."
    )
    press(tab, "memo.decision.record")

    held = store.read(id).bundle.decisions.latest("memo")
    assert held is not None
    assert held.what == "We adopt this memo."
