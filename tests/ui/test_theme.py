"""The three places that hold colours agree: the charts' palette, the settings file, the style
sheet; and the sheet stays constant.
"""

import tomllib

import pytest

from cidesign.charts.palette import DARK, LIGHT
from cidesign.home import app_folder
from cidesign.ui.kit import theme
from tests.charts.colour import contrast

pytestmark = pytest.mark.quick

SHEET = {name: {"light": light, "dark": dark} for name, light, dark in theme.COLOURS}


@pytest.fixture(scope="module")
def settings():
    return tomllib.loads((app_folder() / ".streamlit" / "config.toml").read_text(encoding="utf-8"))[
        "theme"
    ]


@pytest.mark.parametrize(("mode", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_settings_and_the_charts_share_page_surface_ink_and_muted(settings, mode, colours):
    keys = (
        "backgroundColor",
        "secondaryBackgroundColor",
        "textColor",
        "grayTextColor",
        "linkColor",
    )

    assert [settings[mode][key] for key in keys] == [
        colours.page,
        colours.surface,
        colours.ink,
        colours.muted,
        colours.accent,
    ]


@pytest.mark.parametrize(("mode", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_style_sheet_and_the_charts_share_what_both_have(mode, colours):
    shared = {
        "answer": colours.answer,
        "accent": colours.accent,
        "edge": colours.edge,
        "ink": colours.ink,
        "muted": colours.muted,
    }

    assert {name: SHEET[name][mode] for name in shared} == shared


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_white_can_be_read_on_our_buttons(settings, mode):
    assert SHEET["button"][mode] == settings[mode]["primaryColor"]
    assert contrast("#FFFFFF", settings[mode]["primaryColor"]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_messages_and_the_example_banner_can_be_read(settings, mode):
    pairs = [
        (settings[mode][f"{tone}TextColor"], settings[mode][f"{tone}BackgroundColor"])
        for tone in ("red", "orange", "green", "gray")
    ]
    pairs += [
        (SHEET["mark"][mode], SHEET["mark-ground"][mode]),
        (SHEET["ink"][mode], SHEET["answer"][mode]),
    ]
    pairs += [(SHEET["muted"][mode], settings[mode]["sidebar"]["backgroundColor"])]

    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_the_style_sheet_selects_no_class_that_streamlit_makes_up():
    assert "emotion" not in theme.style()


def test_the_style_sheet_asks_nobody_for_anything():
    assert [word for word in ("url(", "@import", "http") if word in theme.style()] == []


@pytest.mark.parametrize(
    "file", ["logo-light.svg", "logo-dark.svg", "mark-light.svg", "mark-dark.svg", "icon.svg"]
)
def test_every_picture_is_drawn_without_fonts_or_addresses_of_others(file):
    drawn = (app_folder() / "static" / file).read_text(encoding="utf-8")

    assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert [word for word in ("<text", "href", "<script") if word in drawn] == []
