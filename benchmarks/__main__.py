"""`make bench`: all ratios in one run. Figures differ from machine to machine; ratios much less.
Nothing is asserted.
"""

from benchmarks import budget, exact_card, pages, saving, selection

budget.run()
exact_card.run()
selection.run()
saving.run()
pages.run_start()
pages.run_reruns()
