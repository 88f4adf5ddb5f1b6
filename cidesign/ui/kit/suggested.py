"""A field one may write anything in, and below it the usual answers, to be tapped: what is written
stays when one leaves it by Tab, which an unfolding list that takes new words forgets.
"""

from collections.abc import Sequence
from typing import Any

from streamlit.delta_generator import DeltaGenerator

from cidesign.text import say
from cidesign.ui.kit import drafts, inputs, session, texts
from cidesign.ui.kit.choices import chips
from cidesign.ui.kit.inputs import Makes
from cidesign.ui.kit.words import as_label


def choose_or_write(
    workshop: str,
    key: str,
    label: str,
    suggested: Sequence[str],
    stored: str = "",
    *,
    makes: Makes | None = None,
    into: DeltaGenerator | None = None,
    **more: Any,
) -> None:
    """Draw both.

    Args:
        workshop: the id of the page's workshop.
        key: ``page.thing``, of the field.
        label: above it.
        suggested: the usual answers.
        stored: what the workshop says now; for something new what the field begins with.
        makes: the act of writing something there, where it is saved at once; else a button saves
            it.
        into: where it is drawn, such as a column.
        more: as for ``st.text_input``.
    """
    if makes is None:
        texts.line(workshop, key, label, stored, into=into, **more)
    else:
        inputs.line(workshop, key, label, stored, makes=makes, into=into, **more)
    if not suggested:
        return
    said = str(session.value(key) or "").strip()
    session.follow(f"{key}.usual", said if said in suggested else None)
    chips(
        say("Usual answers: {label}", label=label),
        list(suggested),
        format_func=as_label,
        key=f"{key}.usual",
        on_change=_take,
        args=(workshop, key, makes),
        label_visibility="collapsed",
        into=into,
    )


def _take(workshop: str, key: str, makes: Makes | None) -> None:
    session.put(key, str(session.value(f"{key}.usual") or ""))
    if makes is None:
        drafts.typed(key)
    else:
        inputs.keep(workshop, key, makes)
