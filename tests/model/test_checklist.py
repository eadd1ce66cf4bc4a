"""Boxes of checklists in Markdown."""

import pytest

from zzpreader.model.checklist import box_at, next_item, ticked, turned_line

TEXT = "- [ ] one\n```\n- [ ] no box\n```\ntext [ ] none\n  1. [x] two"


def test_the_box_of_that_number_is_ticked_and_no_other():
    assert ticked(TEXT, 0) == TEXT.replace("- [ ] one", "- [x] one")
    assert ticked(TEXT, 1) == TEXT.replace("[x] two", "[ ] two")
    assert ticked(TEXT, 2) == TEXT


def test_ticking_twice_changes_nothing():
    assert ticked(ticked(TEXT, 0), 0) == TEXT


@pytest.mark.parametrize(
    ("before", "after"),
    [("word", "- [ ] word"), ("- word", "- [ ] word"), ("- [ ] word", "- [x] word"), ("- [X] word", "- [ ] word")],
)
def test_a_line_gets_a_box_and_its_box_is_turned(before, after):
    assert turned_line(before) == after


@pytest.mark.parametrize(
    ("line", "following"),
    [("- a", "- "), ("  9. a", "  10. "), ("- [x] a", "- [ ] "), ("- ", ""), ("words", None)],
)
def test_a_list_goes_on_until_an_empty_item(line, following):
    assert next_item(line) == following


def test_a_box_is_known_by_its_three_signs():
    assert box_at("- [x] a") == range(2, 5)
    assert box_at("[x] a") is None
