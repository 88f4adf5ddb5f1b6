"""What the committee decides about the years: which of the two it plans on."""

from cidesign.text import say
from cidesign.ui.kit.decision import Ask
from cidesign.views.outlook import words
from cidesign.views.outlook.carried import KEEP, Carried
from cidesign.views.outlook.view import OutlookView


def ask(view: OutlookView, carried: Carried | None) -> Ask:
    """The box: to keep the team, or, where it is known, what promised money carries."""
    offered, figures = words.choices(view, carried), words.figures(view, carried)
    because = say("What we raise, by when, and what we do if it fails")
    if len(offered) > 1:
        label = say("Which of the two we plan on")
        return Ask(choices=offered, label=label, because=because, figures=figures)
    return Ask(what=offered[KEEP], because=because, figures={**figures, "chosen": KEEP})
