"""`make bench`: all ratios in one run. Figures differ from machine to machine; ratios much less.
Nothing is asserted.
"""

from benchmarks import budget, exact_card, hiring, pages, room, saving, selection, sheet

budget.run()
hiring.run()
exact_card.run()
selection.run()
saving.run()
sheet.run()
room.run()
pages.run_start()
pages.run_reruns()
