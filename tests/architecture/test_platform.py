"""What we rely on in Streamlit and may lose with an upgrade, and the settings that were
measured.
"""

import inspect
import tomllib
from pathlib import Path

import pytest
import streamlit
from streamlit import config
from streamlit.runtime.scriptrunner import script_runner

ROOT = Path(__file__).parents[2]
MEASURED = [
    ("server", "address", "127.0.0.1"),
    ("server", "disconnectedSessionTTL", 900),
    ("runner", "postScriptGC", False),
    ("runner", "fastReruns", False),
    ("browser", "gatherUsageStats", False),
    ("client", "showErrorDetails", "none"),
]


@pytest.fixture(scope="module")
def settings():
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("section", "key", "value"), MEASURED, ids=[f"{section}.{key}" for section, key, _ in MEASURED]
)
def test_the_settings_file_holds_what_was_measured(settings, section, key, value):
    assert settings[section][key] == value


def test_every_setting_is_one_this_streamlit_knows(settings):
    known = set(config.get_config_options())

    ours = {
        f"{section}.{key}"
        for section, keys in settings.items()
        if section != "theme"
        for key in keys
    }

    assert ours <= known


def test_collecting_garbage_after_every_rerun_can_still_be_switched_off():
    assert "runner.postScriptGC" in config.get_config_options(), (
        f"Streamlit {streamlit.__version__} has no runner.postScriptGC any more: measure reruns "
        "per second with 40 people again "
        "(9 with the collection, 94 without), then change .streamlit/config.toml and this test."
    )
    assert "runner.postScriptGC" in inspect.getsource(script_runner), (
        f"Streamlit {streamlit.__version__} still lists runner.postScriptGC but its script runner "
        "no longer asks for it: measure again."
    )


def looking_inside(root: Path) -> list[str]:
    """The modules that import what Streamlit does not offer to others."""
    return [
        path.relative_to(root).as_posix()
        for path in [*root.glob("cidesign/**/*.py"), *root.glob("pages/*.py")]
        if "streamlit.runtime" in path.read_text(encoding="utf-8")
    ]


def test_one_module_alone_looks_inside_streamlit(tmp_path):
    assert looking_inside(ROOT) == ["cidesign/ui/kit/inside_streamlit.py"]

    planted = tmp_path / "pages" / "team.py"
    planted.parent.mkdir()
    planted.write_text("from streamlit.runtime.state import SessionState\n", encoding="utf-8")
    assert looking_inside(tmp_path) == ["pages/team.py"]


def test_no_module_reads_or_sets_a_streamlit_environment_variable():
    prefix = "STREAMLIT" + "_"

    named = [
        str(path.relative_to(ROOT))
        for path in [*ROOT.glob("cidesign/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "Makefile"]
        if prefix in path.read_text(encoding="utf-8")
    ]

    assert named == []
