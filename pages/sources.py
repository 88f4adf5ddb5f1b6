"""Where does every number come from, and how is each result computed?"""

from cidesign import ui
from cidesign.text import say
from cidesign.ui.sources import inputs
from cidesign.ui.sources.closer import closer
from cidesign.views.sources import view as sources

page = ui.open_page("sources")
view = ui.remembered(page, "sources.view", lambda: sources.sources_view(page.catalog))

ui.question(
    page.question,
    say(
        "Our own data, the same for every workshop. What you enter yourselves stands in your "
        "bundle."
    ),
)
ui.answer(sources.answer(view), sources.and_line(view))

ui.heading(
    say("Every figure, assumptions first"),
    say("Usual value, honest bounds, when it was true, and what it rests on."),
)
inputs.figures(page, view)
ui.layers(page, closer(page))
