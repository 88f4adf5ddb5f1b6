"""One problem asked several questions: every expected figure is a hand sum of the little
carpenter's problem below.
"""

import pytest

from cidesign.solver import Session, amount, problem, total, whole


def carpenter():
    """Tables bring 3 and take 2 hours, stools bring 2 and take 1; 7 hours, at most 2 tables, whole
    pieces; paint 0 to 1.5 brings 1.
    """
    statement = problem("carpenter")
    tables, stools, paint = (
        whole(statement, "tables", 0, 2),
        whole(statement, "stools", 0, 5),
        amount(statement, "paint", 1.5),
    )
    statement.addConstraint(2 * tables + stools <= 7, "hours_are_enough")
    return statement, tables, stools, paint


def test_the_first_question_has_the_best_value() -> None:
    statement, tables, stools, paint = carpenter()

    session = Session(statement, 3 * tables + 2 * stools + paint, seconds=10)

    assert session.first.status == "optimal"
    assert session.first.value == pytest.approx(3 * 1 + 2 * 5 + 1.5)
    assert session.values() == pytest.approx({"tables": 1, "stools": 5, "paint": 1.5})


def test_a_kept_answer_binds_every_later_question() -> None:
    statement, tables, stools, paint = carpenter()
    session = Session(statement, 3 * tables + 2 * stools, seconds=10)
    session.keep_at_least(3 * tables + 2 * stools, 13)

    fewest = session.least(stools + paint)

    assert fewest.value == pytest.approx(5)


def test_a_later_question_can_go_down_as_well_as_up() -> None:
    statement, tables, stools, _ = carpenter()
    session = Session(statement, 3 * tables + 2 * stools, seconds=10)

    assert session.least(tables - stools).value == pytest.approx(-5)
    assert session.most(tables - stools).value == pytest.approx(2)


def test_a_constant_in_the_expression_is_part_of_the_answer() -> None:
    statement, tables, stools, _ = carpenter()
    session = Session(statement, 3 * tables + 100, seconds=10)
    session.keep_at_most(stools + 10, 12)

    assert session.first.value == pytest.approx(106)
    assert session.most(stools + 10).value == pytest.approx(12)


def test_a_fixed_variable_stays_where_it_was_put() -> None:
    statement, tables, stools, _ = carpenter()
    session = Session(statement, 3 * tables + 2 * stools, seconds=10)
    session.fix(tables, 2)

    assert session.most(stools + 0.0).value == pytest.approx(3)


def test_settled_wholes_leave_a_problem_with_the_same_answers() -> None:
    statement, tables, stools, paint = carpenter()
    session = Session(statement, 3 * tables + 2 * stools, seconds=10)
    session.fix(tables, 1)
    session.fix(stools, 5)
    session.wholes_are_settled()

    assert session.most(total([tables, stools, paint])).value == pytest.approx(7.5)


def test_what_cannot_be_is_called_infeasible_and_has_no_value() -> None:
    statement, tables, stools, _ = carpenter()
    statement.addConstraint(tables + stools >= 9, "too_much_is_wanted")

    first = Session(statement, 3 * tables + 2 * stools, seconds=10).first

    assert (first.status, first.value, first.found) == ("infeasible", None, False)


def test_after_the_clock_ran_out_no_question_is_answered() -> None:
    statement, tables, stools, _ = carpenter()
    session = Session(statement, 3 * tables + 2 * stools, seconds=0)

    assert session.most(stools + 0.0).status == "none_found"
