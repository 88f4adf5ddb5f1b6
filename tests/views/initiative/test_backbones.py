"""Several backbones: what two of them do, what nobody does, and what follows on Structure, in the
memo and in the agreement.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.memo import memo
from cidesign.record import changed, read_files, with_decision
from cidesign.views.initiative import backbones as words
from cidesign.views.structure.page import structure_page

CATALOG = load()
ALL_BUT_POLICY = "vision; aligned; measurement; community; resources"


def record(*rows, existing="several"):
    table = "\n".join(["id,name,goal,functions", *rows]) + "\n"
    files = {
        "workshop.yaml": f"name: Ours\ninitiative: {{existing_backbone: '{existing}'}}\n".encode(),
        "backbones.csv": table.encode(),
        "candidates.csv": b"id,name\npier,Pier House\n",
    }
    return read_files(files)


TWO = record(f"mill,Mill Trust,Jobs,{ALL_BUT_POLICY}", "fund,City Fund,,vision")


def told(bundle):
    return [one.plain for one in words.faults(words.at_work(bundle), CATALOG)]


def steps(bundle):
    (section,) = [one for one in memo(bundle, CATALOG).sections if one.id == "next"]
    return [row[0].plain for row in section.blocks[0].rows]


def test_what_two_do_and_what_nobody_does_is_named():
    said = told(TWO)

    assert words.claim(TWO.backbones) == "One function is done twice, one by nobody"
    assert any("Mill Trust and City Fund do the same" in one for one in said)
    assert any(one.endswith("nobody does it yet.") for one in said)
    assert "City Fund has not said what it is for." in said


def test_a_backbone_more_that_takes_the_gap_closes_it():
    closed = record(f"mill,Mill Trust,Jobs,{ALL_BUT_POLICY}", "fund,City Fund,Laws,policy")

    assert words.claim(closed.backbones) == "Each function has one home"
    assert told(closed) == []


def test_the_matrix_has_a_row_for_each_function_and_a_column_for_each_backbone():
    rows = words.matrix(TWO.backbones, CATALOG)

    assert [row["So"] for row in rows] == ["done twice", "–", "–", "–", "nobody", "–"]
    assert rows[0]["City Fund"] == "does it"


def test_the_structure_warns_before_one_more_is_chosen():
    (warning,) = structure_page(TWO, CATALOG).warnings

    assert "Mill Trust and City Fund" in warning
    assert structure_page(record("mill,Mill Trust,Jobs,vision"), CATALOG).warnings == ()


@pytest.mark.parametrize("existing", ["no", "yes"])
def test_the_list_says_nothing_where_several_do_not_work(existing):
    quiet = record("mill,Mill,Jobs,vision", "fund,Fund,Money,vision", existing=existing)

    assert structure_page(quiet, CATALOG).warnings == ()
    assert not any(step.startswith("Settle who keeps") for step in steps(quiet))


def test_the_memo_shows_them_side_by_side_and_makes_next_steps_of_it():
    made = memo(TWO, CATALOG)

    (section,) = [one for one in made.sections if one.id == "initiative"]
    text = " ".join(str(block) for block in section.blocks)
    assert "Mill Trust" in text
    assert "Settle who keeps vision and strategy: Mill Trust and City Fund" in steps(TWO)
    assert "Settle who does advancing policy" in steps(TWO)


def test_the_agreement_lets_the_host_take_over_nothing_unsettled():
    held = Decision(page="compare", what="Pier House", figures={"chosen": "pier"})
    chosen = with_decision(TWO, held)
    alone = changed(chosen, "workshop.yaml", {("initiative", "existing_backbone"): "no"})

    def functions(bundle):
        made = agreement(bundle, CATALOG)
        (section,) = [one for one in made.sections if one.id == "functions"]
        return " ".join(one.said.plain for one in section.blocks if hasattr(one, "said"))

    assert "done by Mill Trust and City Fund" in functions(chosen)
    assert "Other backbones" not in functions(alone)
