"""The judge of accessibility sees what breaks a rule, and keeps quiet where nothing does."""

import pytest

from tools.axe import violations

pytestmark = pytest.mark.browser


def test_a_field_without_a_name_is_a_violation(page):
    page.set_content("<html lang=en><title>A page</title><main><h1>A page</h1><input></main>")

    assert [fault.split()[1] for fault in violations(page)] == ["label"]


def test_pale_text_is_a_violation_and_dark_text_is_none(page):
    page.set_content(
        "<html lang=en><title>A page</title><main><h1>A page</h1><p style='color:#bbb'>Pale words "
        "on white</p></main>"
    )
    pale = violations(page)
    page.set_content(
        "<html lang=en><title>A page</title><main><h1>A page</h1><p style='color:#222'>Dark words "
        "on white</p></main>"
    )

    assert [fault.split()[1] for fault in pale] == ["color-contrast"]
    assert violations(page) == []
