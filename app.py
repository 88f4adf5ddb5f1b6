"""The table of contents: one line per page, in the order of the walk."""

import streamlit as st

from cidesign import ui

CONTENTS = (
    ui.Entry("Start", "overview", "Overview"),
    ui.Entry("Start", "initiative", "Initiative"),
    ui.Entry("Choose", "structure", "Structure"),
    ui.Entry("Choose", "process", "Process"),
    ui.Entry("Choose", "candidates", "Candidates"),
    ui.Entry("Choose", "score", "Score"),
    ui.Entry("Choose", "compare", "Compare"),
    ui.Entry("Plan", "team", "Team and budget"),
    ui.Entry("Plan", "scenarios", "Scenarios"),
    ui.Entry("Plan", "outlook", "Outlook"),
    ui.Entry("Share", "memo", "Memo"),
    ui.Entry("Share", "sources", "Sources"),
)

PAGES = [st.Page(entry.file, title=entry.label, default=entry is CONTENTS[0]) for entry in CONTENTS]

shown = st.navigation(PAGES, position="hidden")
ui.sidebar(CONTENTS, PAGES, shown.title)
shown.run()
