"""The colours of our charts, for light and dark screens; chosen by measurement (tests/charts), not
by eye.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from cidesign.domain.words import Function

Mode = Literal["light", "dark"]
HEAT_STOPS = (0.0, 0.35, 0.7, 1.0)


@dataclass(frozen=True)
class Palette:
    """One mode's colours, as ``#RRGGBB``.

    Args:
        page: the ground behind a chart.
        surface: sidebar and fields.
        ink: text that matters.
        muted: notes, axes, what is not emphasized.
        grid: grid lines and the empty track behind a bar.
        edge: the outline of an empty mark; at least 3:1 on the page.
        accent: what leads, is filled or chosen.
        on_accent: text on an accent bar.
        other: the bars and lines that do not lead.
        answer: the ground of the answer card.
        wrong: what runs out.
        members: dots of members.
        places: bars of first to fourth place, dark to pale.
        on_places: text on those bars.
        heat: spread of scores, from none to the most; ``HEAT_STOPS`` says where each stands. Text
            on them is ink.
        bands: outer and inner band of a fan.
        functions: the six functions; no other series borrows these.
    """

    page: str
    surface: str
    ink: str
    muted: str
    grid: str
    edge: str
    accent: str
    on_accent: str
    other: str
    answer: str
    wrong: str
    members: str
    places: tuple[str, str, str, str]
    on_places: tuple[str, str, str, str]
    heat: tuple[str, str, str, str]
    bands: tuple[str, str]
    functions: MappingProxyType[Function, str]


LIGHT = Palette(
    page="#FFFFFF",
    surface="#F5F4F0",
    ink="#1A2129",
    muted="#55606B",
    grid="#ECEAE4",
    edge="#8A9098",
    accent="#0F4C5C",
    on_accent="#FFFFFF",
    other="#7B868F",
    answer="#EEF4F5",
    wrong="#A61B1B",
    members="#8A5A00",
    places=("#0F4C5C", "#3B7482", "#A9C5CB", "#DDE7E9"),
    on_places=("#FFFFFF", "#FFFFFF", "#1A2129", "#1A2129"),
    heat=("#F8F6F1", "#F3E3C8", "#EBBC80", "#D98B45"),
    bands=("#D5E3E6", "#9FC0C7"),
    functions=MappingProxyType(
        {
            Function.VISION: "#3F2FA6",
            Function.ALIGNED: "#146FB8",
            Function.MEASUREMENT: "#14684A",
            Function.COMMUNITY: "#7D2208",
            Function.POLICY: "#B83A78",
            Function.RESOURCES: "#846A08",
        }
    ),
)

DARK = Palette(
    page="#12171C",
    surface="#1B2229",
    ink="#E8EAEC",
    muted="#A3ADB6",
    grid="#262E36",
    edge="#66717C",
    accent="#7CC4D4",
    on_accent="#12171C",
    other="#6E7983",
    answer="#17252C",
    wrong="#F7A8A1",
    members="#EBC07A",
    places=("#7CC4D4", "#3A7482", "#2A4F5A", "#22353D"),
    on_places=("#12171C", "#FFFFFF", "#E8EAEC", "#E8EAEC"),
    heat=("#1B2229", "#33291E", "#5E4325", "#8A5A26"),
    bands=("#1C333B", "#2A515D"),
    functions=MappingProxyType(
        {
            Function.VISION: "#7683DF",
            Function.ALIGNED: "#4CBCFE",
            Function.MEASUREMENT: "#28AE77",
            Function.COMMUNITY: "#D26D43",
            Function.POLICY: "#ED88B9",
            Function.RESOURCES: "#E5C855",
        }
    ),
)


def palette(mode: Mode) -> Palette:
    """The colours of a mode."""
    return DARK if mode == "dark" else LIGHT
