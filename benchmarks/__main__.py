"""`make bench`: all ratios in one run. Figures differ from machine to machine; ratios much less. Nothing is asserted."""

from benchmarks import budget, pages

budget.run()
pages.run_start()
pages.run_reruns()
