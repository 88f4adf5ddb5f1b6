"""What a browser shows in an input that was not on the screen before: what the page tells it, never
what the session still holds.
"""

from typing import Any

from streamlit.testing.v1 import AppTest

KINDS = (
    "radio",
    "selectbox",
    "multiselect",
    "button_group",
    "number_input",
    "text_input",
    "text_area",
    "checkbox",
)


def inputs(tab: AppTest) -> dict[str, Any]:
    """Every input on the page, by the id under which a browser remembers it."""
    return {box.id: box for kind in KINDS for box in tab.get(kind)}


def shown(box: Any) -> Any:
    """What a browser draws in an input that is new to it; as text, a list of texts or a number."""
    told = box.proto
    if box.type in ("radio", "selectbox"):
        if told.set_value:
            return told.raw_value if told.HasField("raw_value") else None
        return told.options[told.default] if told.HasField("default") else None
    if box.type in ("multiselect", "button_group"):
        return list(told.raw_values if told.set_value else (box.options[n] for n in told.default))
    if told.set_value:
        return told.value if box.type == "checkbox" or told.HasField("value") else None
    return told.default if box.type == "checkbox" or told.HasField("default") else None


def held(box: Any) -> Any:
    """What the session holds in it, in the same form."""
    state = box._widget_state
    kind = state.WhichOneof("value")
    if kind is None:
        return None
    return (
        list(state.string_array_value.data)
        if kind == "string_array_value"
        else getattr(state, kind)
    )


def mistaken(tab: AppTest, before: frozenset[str]) -> list[str]:
    """The inputs that are new on this page and show something else than the session holds, with
    both.
    """
    return [
        f"{box.key}: shows {shown(box)!r}, holds {held(box)!r}"
        for id, box in inputs(tab).items()
        if id not in before and shown(box) != held(box)
    ]
