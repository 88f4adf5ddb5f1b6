"""A code to point a phone at, as a picture that asks no other host."""

import segno

QUIET = 2
"""Cells of white around it, so that a phone finds its edge on any ground."""


def qr(link: str) -> str:
    """The code of an address as SVG, black on white whatever lies around it, and whole at any size
    it is shown at.
    """
    drawn: str = segno.make(link, error="m", micro=False).svg_inline(
        scale=8, border=QUIET, light="#fff", omitsize=True
    )
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
