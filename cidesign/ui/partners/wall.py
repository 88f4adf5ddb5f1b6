"""The matrix on the wall: who leads and who helps, large, all partners at work by turns."""

from cidesign.charts import work_matrix
from cidesign.ui.kit import projector
from cidesign.ui.kit.answer import answer, question
from cidesign.ui.kit.page import Page
from cidesign.views.partners import words
from cidesign.views.partners.view import PartnersView


def show(page: Page, view: PartnersView) -> None:
    """Question, answer and picture, and the way back."""
    projector.enlarge()
    question(page.question, "")
    answer(words.answer(view), words.gaps_told(view))
    groups, parts = view.working, view.parts
    charts = work_matrix.on_the_wall(view.at_work, groups, parts, mode=page.mode)
    projector.show(page, charts, work_matrix.alt(view.partners, groups, parts))
