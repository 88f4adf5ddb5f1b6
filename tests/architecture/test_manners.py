"""Pages are short scripts, modules fit on a few screens, and nothing names one machine or one
package host.
"""

from pathlib import Path

import pytest

from tests.architecture.manners import (
    faults_of_layers,
    faults_of_modules,
    faults_of_pages,
    faults_of_texts,
    files_of,
    long_modules,
)

ROOT = Path(__file__).parents[2]
GATE_ALONE = '"""A page."""\n'
GATE = 'page = ui.open_page("team")\n'


def plant(root: Path, place: str, text: str) -> Path:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_module_keeps_the_manners_of_the_house():
    assert faults_of_modules(ROOT) == []


def test_every_page_is_a_short_script_that_asks_answers_and_shows():
    assert faults_of_pages(ROOT) == []


def test_every_page_has_one_row_of_tabs_and_decides_after_it():
    assert faults_of_layers(ROOT) == []


def test_no_file_names_a_package_host_or_a_path_of_one_machine():
    assert faults_of_texts(ROOT, files_of(ROOT)) == []


def test_a_long_module_is_printed_to_be_looked_at(tmp_path, capsys):
    plant(tmp_path, "cidesign/budget/model.py", '"""A model."""\n' + "A = 1\n" * 300)

    with capsys.disabled():
        for line in long_modules(ROOT):
            print(f"\nlook once more: {line}", end="")  # noqa: T201 - told, never a fault

    assert long_modules(tmp_path) == ["cidesign/budget/model.py: 301 lines"]


@pytest.mark.parametrize(
    ("place", "text", "says"),
    [
        ("cidesign/budget/utils.py", '"""Things."""\n', "the name says nothing"),
        ("cidesign/budget/helpers/one.py", '"""Things."""\n', "the name says nothing"),
        ("cidesign/budget/model.py", "A = 1\n", "no first line"),
        (
            "cidesign/budget/model.py",
            '"""A model."""\ntry:\n    A = 1\nexcept:\n    A = 2\n',
            "catches every exception",
        ),
        (
            "cidesign/budget/model.py",
            '"""A model."""\ntry:\n    A = 1\nexcept (OSError, Exception):\n    A = 2\n',
            "catches every exception",
        ),
        (
            "cidesign/ui/text.py",
            '"""Text."""\nst.markdown(name, unsafe_allow_html=True)\n',
            "unsafe_allow_html",
        ),
        (
            "cidesign/ui/text.py",
            '"""Text."""\nst.dataframe(rows, use_container_width=True)\n',
            'width="stretch"',
        ),
        ("cidesign/ui/text.py", '"""Text."""\nleft.selectbox("Who", ids)\n', "kit.choices"),
        ("pages/team.py", GATE_ALONE + 'st.radio("Who", ids)\n', "kit.choices"),
        ("cidesign/ui/text.py", '"""Text."""\nst.text_area("Why")\n', "kit.texts"),
        ("cidesign/ui/text.py", '"""Text."""\nleft.text_input("Why")\n', "kit.texts"),
        ("cidesign/ui/text.py", '"""Text."""\nwith st.form("why"):\n    pass\n', "kit.texts"),
        ("cidesign/ui/text.py", '"""Text."""\nst.stop()\n', "ui.end()"),
        ("cidesign/charts/bars.py", '"""Bars."""\nimport plotly.express as px\n', "plotly.express"),
        (
            "app.py",
            '"""Contents."""\nst.Page("pages/team.py", icon=":material/group:")\n',
            "st.Page(icon=…)",
        ),
    ],
)
def test_a_module_without_manners_is_named(tmp_path, place, text, says):
    plant(tmp_path, place, text)

    faults = faults_of_modules(tmp_path)

    assert len(faults) == 1
    assert faults[0].startswith(place)
    assert says in faults[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A = 1\n" * 130, "131 lines"),
        ("share = cost / budget\n", "arithmetic"),
        ("total = staff + lines\n", "arithmetic"),
        ("total = sum(costs)\n", "sum()"),
        ('st.session_state["x"] = 1\n', "session_state"),
        ("def show():\n" + "    st.write(1)\n" * 12, "show has 13 lines"),
        ("class Page:\n    pass\n", "without classes"),
    ],
)
def test_a_page_that_computes_remembers_or_grows_is_named(tmp_path, text, says):
    plant(tmp_path, "pages/team.py", GATE + text)

    faults = faults_of_pages(tmp_path)

    assert len(faults) == 1
    assert says in faults[0]


@pytest.mark.parametrize(
    "text",
    [
        '"""Whom do we hire?"""\nimport streamlit as st\n\nst.title("Team")\n',
        'st.title("Team")\n' + GATE,
        '"""Whom do we hire?"""\n',
    ],
)
def test_a_page_that_does_anything_before_its_gate_is_named(tmp_path, text):
    plant(tmp_path, "pages/team.py", text)

    (fault,) = faults_of_pages(tmp_path)

    assert "begins without its gate" in fault


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ui.answer(view)\n", "0 rows of tabs"),
        ("ui.layers(page, one)\nui.layers(page, two)\n", "2 rows of tabs"),
        ("ui.decision(page, ask)\nui.layers(page, one)\n", "decides before its tabs"),
    ],
)
def test_a_page_without_its_two_layers_is_named(tmp_path, text, says):
    plant(tmp_path, "pages/team.py", GATE + text)

    (fault,) = faults_of_layers(tmp_path)

    assert says in fault


def test_a_page_may_join_texts_and_keep_a_short_callback(tmp_path):
    plant(
        tmp_path,
        "pages/team.py",
        GATE + 'st.write("We hire " + names)\n\n\ndef save():\n    steps.save(answer)\n',
    )

    assert faults_of_pages(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        "see https://" + "py" + "pi.org/p/x",
        "index-url = https://host/sim" + "ple/",
        "open /wor" + "k/main/x",
        "cd /ro" + "ot",
        "in '/ho" + "me/ann/plan.yaml'",
    ],
)
def test_a_text_that_names_a_host_or_a_machine_is_found(tmp_path, text):
    path = plant(tmp_path, "README.md", text)

    assert len(faults_of_texts(tmp_path, [path])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "who does the work/study",
        "the home/start page",
        "${HOME}/x",
        "https://example.org/home/",
        "cidesign/home.py",
    ],
)
def test_a_text_that_only_looks_like_a_path_is_left_alone(tmp_path, text):
    path = plant(tmp_path, "README.md", text)

    assert faults_of_texts(tmp_path, [path]) == []
