"""One problem asked several questions: every expected figure is a hand sum of the little
carpenter's problem below.
"""

import gc

import numpy as np
import pytest

from cidesign.solver import Relaxation, Session, amount, problem, total, whole


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


def test_a_session_answers_when_nobody_else_holds_its_problem() -> None:
    def ask() -> tuple[Session, object]:
        statement, tables, stools, paint = carpenter()
        return Session(statement, 3 * tables + 2 * stools + paint, seconds=10), stools

    session, stools = ask()
    gc.collect()

    session.between(stools, 0.0, 4.0)

    assert session.most(1.0 * stools).value == pytest.approx(4)


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


def relaxed_carpenter():
    """The same, worth 3 a table and 2 a stool; hours are the limit that moves. A stool brings 2 an
    hour and a table 1.5, so tables fill the hours that are left.
    """
    statement = problem("carpenter")
    tables, stools = whole(statement, "tables", 0, 2), whole(statement, "stools", 0, 5)
    statement.addConstraint(tables + stools <= 10, "there_is_wood_enough")
    worth = 3 * tables + 2 * stools
    session = Relaxation(statement, worth, [tables, stools], seconds=10)
    return session, session.limit(2 * tables + stools + 1), worth, stools


def test_a_relaxation_breaks_whole_numbers_and_tells_what_the_next_unit_brings() -> None:
    session, hours, _, _ = relaxed_carpenter()

    session.move(hours, most=7)  # one of them is gone before the first piece
    found = session.relaxed(hours)

    assert found.value == pytest.approx(3 * 0.5 + 2 * 5)
    assert found.per_unit == pytest.approx(1.5)
    assert found.wholes == pytest.approx([0.5, 5])
    assert found.reduced == pytest.approx([0, 2 - 1.5])


def test_a_relaxation_is_asked_between_other_bounds_and_as_it_was_stated() -> None:
    session, hours, worth, stools = relaxed_carpenter()
    session.move(hours, most=7)
    session.wholes_between(np.array([1.0, 0.0]), np.array([2.0, 5.0]))
    assert session.relaxed(hours).value == pytest.approx(3 * 1 + 2 * 4)
    session.wholes_between(np.array([2.0, 3.0]), np.array([2.0, 5.0]))
    assert session.relaxed(hours) is None

    session.aim(1.0 * stools)
    session.as_stated()
    assert session.relaxed(hours).value == pytest.approx(5)
    session.aim(worth)
    assert session.relaxed(hours).value == pytest.approx(3 * 2 + 2 * 5)


def test_any_answer_is_one_that_fits_and_where_none_does_the_last_one_stays() -> None:
    statement, tables, stools, _ = carpenter()
    session = Session(statement, 3 * tables + 2 * stools, seconds=10)
    session.keep_at_least(1.0 * tables, 2)

    fits = session.any_answer(2 * stools)

    assert fits.found
    assert session.value_of(1.0 * tables) == pytest.approx(2)
    before, rows = session.values(), session.rows
    session.keep_at_least(1.0 * stools, 4)

    none = session.any_answer(2 * stools)

    assert (none.status, session.values()) == ("infeasible", before)
    session.forget_since(rows)
    assert session.most(1.0 * stools).value == pytest.approx(3)


def test_whole_numbers_may_be_broken_by_the_first_question_alone() -> None:
    statement, tables, _, _ = carpenter()
    statement.addConstraint(2 * tables <= 3, "wood_is_scarce")
    session = Session(statement, 1.0 * tables, seconds=10, is_relaxed=True)

    session.wholes_are_whole()

    assert session.first.value == pytest.approx(1.5)
    assert session.most(1.0 * tables).value == pytest.approx(1)


def test_an_earlier_answer_is_the_last_one_again() -> None:
    statement, tables, stools, _ = carpenter()
    session = Session(statement, 1.0 * tables, seconds=10)
    earlier, values = session.found, session.values()
    session.most(1.0 * stools)
    assert session.values() != values

    session.go_back_to(earlier)

    assert (session.found, session.values()) == (earlier, values)
    assert session.value_of(1.0 * tables) == session.first.value
