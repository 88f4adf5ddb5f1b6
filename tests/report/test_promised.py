"""The memo says once what of the budget is promised and what is still to raise, with figures one can
find again.
"""

import pytest

from cidesign.catalog import load
from cidesign.memo.blocks import sentences_of
from cidesign.memo.memo import memo
from cidesign.record import changed, example_bundle

CATALOG = load()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("budget", "said"),
    [
        # The four sources bring 300,000 + 100,000 + 90,000 + 60,000 in the first year.
        (550_000, "All of the $550,000 is promised."),
        (600_000, "$550,000 of the $600,000 is promised; $50,000 is still to raise."),
    ],
)
def test_the_memo_says_once_what_is_promised_and_what_is_still_to_raise(budget, said):
    record = example_bundle("philadelphia_stem")
    record = changed(record, "plan.yaml", {("funding", "budget_usd"): budget})

    told = [one.plain for one in sentences_of(memo(record, CATALOG).sections)]

    assert [one for one in told if "is promised" in one and "budget" not in one] == [said]
