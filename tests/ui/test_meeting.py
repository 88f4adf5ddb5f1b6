"""The guide of the next meeting on the overview: an agenda for the minutes we have, and each answer
kept where it is asked.
"""

from cidesign.record import read_files
from tests.ui.planning import tab_on, widget, words

MINUTES = "overview.meeting.minutes"
PLACE = "overview.talk.initiative_place."


def test_a_facilitator_sets_the_minutes_reads_the_agenda_and_keeps_an_answer(store):
    id = store.create(read_files({"workshop.yaml": b"name: Ours\n"}))
    tab = tab_on("overview", id, more="meeting")
    assert not tab.exception
    assert "85 to 90 · 5 min" in words(tab)
    assert "Questions to talk about:" not in words(tab)

    tab = widget(tab, "button_group", MINUTES).set_value(60).run()
    tab.session_state[f"{PLACE}fold"] = True
    tab = tab.run()
    widget(tab, "text_area", f"{PLACE}answer").set_value("To one county.")
    tab = widget(tab, "button", f"{PLACE}keep").click().run()

    assert not tab.exception
    record = store.read(id).bundle
    assert record.workshop.meeting_minutes == 60
    assert [(one.page, one.answer) for one in record.answers] == [("initiative", "To one county.")]
    said = words(tab)
    assert "55 to 60 · 5 min" in said
    assert "Questions to talk about: 1 answered," in said
    assert tab.get("download_button")
