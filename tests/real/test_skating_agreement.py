"""How far real judges agree: as another program says, and by laws that must hold.

Source: tests/golden/real/README.md (protocols of the International Skating Union, CC BY 4.0).
"""

import krippendorff
import numpy as np
import pytest

from cidesign.selection import agreement
from cidesign.value import rater_sheets
from tests.real.test_skating_panels import panel, scores, sheet


def points(sheets):
    """Judges x candidates, with gaps."""
    own = [
        [sheets.points(rater, candidate) for candidate in sheets.candidates]
        for rater in sheets.raters
    ]
    return np.array([[np.nan if value is None else float(value) for value in row] for row in own])


@pytest.mark.parametrize(
    ("name", "absent", "judges"),
    [("nine_judges.csv", (), 9), ("one_judge_absent.csv", ("J6",), 8)],
)
def test_alpha_is_that_of_another_program_and_a_complete_panel_is_unchanged_by_leniency(
    name, absent, judges
):
    rows = panel(name)
    sheets = rater_sheets(sheet(rows, missing="leave_out"), scores(rows, absent=absent))

    found = agreement(sheets)

    table = points(sheets)
    assert table.shape == (judges, len(found.complete))
    assert found.alpha == pytest.approx(
        float(krippendorff.alpha(table, level_of_measurement="interval")), abs=1e-9
    )
    assert found.alpha_interval[0] <= found.alpha <= found.alpha_interval[1]
    assert list(found.leniency.adjusted.values()) == pytest.approx(table.mean(axis=0), abs=1e-9)
    levels = dict(zip(sheets.raters, table.mean(axis=1) - table.mean()))
    assert found.unshrunk.leniency == pytest.approx(
        levels, abs=1e-9
    )  # in a complete panel leniency is the judge's own level
    assert found.warnings == ()
