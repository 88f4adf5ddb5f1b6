"""People's text as it may be shown beside ours: without signs no document can hold, or that turn
round the letters and figures after it.
"""

import re

# Embeddings, overrides and isolates: one of them in a name would print $550k as k055$.
_TURNS = "\u202a-\u202e\u2066-\u2069"
_LOST = re.compile(f"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[{_TURNS}]")


def legible(text: str) -> str:
    """The text without those signs. Words written from right to left stay as they are: they need
    none of them.
    """
    return _LOST.sub("", text)
