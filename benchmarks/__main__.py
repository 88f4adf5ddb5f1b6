"""`make bench`: all ratios in one run. Figures differ from machine to machine; ratios much less.
Nothing is asserted.
"""

from benchmarks import budget, exact_card, pages, selection

budget.run()
exact_card.run()
selection.run()
pages.run_start()
pages.run_reruns()
