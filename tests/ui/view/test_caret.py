"""Reading and marking with the keys alone."""

import pytest
from PySide6.QtCore import Qt

from zzpreader.ui.view.area import Area

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
WORDS_Y = 116.0


def words(view) -> str:
    return " / ".join(one.text.text[one.start : one.end] for one in view.selection())


def place(view) -> tuple[int, int]:
    caret = view.text_selection.caret
    return caret.page, caret.offset


def test_the_caret_starts_at_the_first_line_in_view_and_walks(view, qtbot):
    view.set_caret_mode(True)
    assert place(view) == (0, 0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right, CONTROL)
    start = len("The first line of page 1.\n")
    assert place(view) == (0, start + len("Words"))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert place(view) == (0, start + len("Words to be marked here."))
    qtbot.keyClick(view, Qt.Key.Key_Home, SHIFT)
    assert words(view) == "Words to be marked here."


def test_the_caret_starts_where_was_clicked_last(view, hand):
    hand.click(0, 71, WORDS_Y)
    view.set_caret_mode(True)
    assert place(view) == (0, len("The first line of page 1.\n"))


def test_escape_lets_go_of_the_selection_then_of_the_caret(view, qtbot):
    view.set_caret_mode(True)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.has_selection
    assert view.caret.is_on
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.caret.is_on


def test_the_caret_goes_on_over_a_page_that_was_not_read_yet(view, session, qtbot):
    view.set_caret_mode(True)
    qtbot.keyClick(view, Qt.Key.Key_End, CONTROL)
    qtbot.waitUntil(lambda: place(view)[0] == 11)
    qtbot.keyClick(view, Qt.Key.Key_PageUp, CONTROL)  # no key of the caret's
    assert view.current_page == 11
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: place(view)[0] == 10)


def test_more_and_more_is_selected_and_less_again(view, hand):
    hand.click(0, 90, WORDS_Y)
    taken = []
    for _ in range(4):
        view.grow_selection()
        taken.append(words(view))
    assert taken[0] == "Words"
    assert taken[1] == "Words to be marked here."
    assert "A third line" in taken[-1]
    for _ in range(4):
        view.shrink_selection()
    assert not view.has_selection


def test_a_hit_is_selected_by_one_key(view, session, qtbot):
    with qtbot.waitSignal(session.search.current_changed):
        session.search.start("marked")
    view.go_to_hit(session.search.current)
    qtbot.waitUntil(lambda: session.texts.get(session.search.current.page) is not None)
    view.grow_selection()
    assert words(view) == "marked"


def test_with_the_caret_on_the_page_does_not_scroll_for_an_arrow(view, qtbot):
    before = view.verticalScrollBar().value()
    view.set_caret_mode(True)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() == before


def test_shift_and_click_extends_from_the_last_click(view, hand):
    hand.click(0, 71, WORDS_Y)
    hand.click(0, 400, WORDS_Y, shift=True)
    assert words(view) == "Words to be marked here."


def test_a_double_click_beside_a_short_line_selects_nothing(view, hand):
    hand.click(0, 400, WORDS_Y, 2)
    assert not view.has_selection


def test_an_area_is_drawn_with_the_mouse(view, hand, qtbot):
    view.start_area()
    with qtbot.waitSignal(view.area.chosen) as told:
        hand.drag((0, 100, 300), (0, 300, 420))
    area: Area = told.args[0]
    assert area.page == 0
    found = (area.box.left, area.box.top, area.box.right, area.box.bottom)
    assert found == pytest.approx((100, 300, 300, 420), abs=1.5)
    assert not view.area.is_on


def test_an_area_begins_around_the_selection_and_is_moved_by_keys(view, hand, qtbot):
    hand.click(0, 90, WORDS_Y, 3)
    (quad,) = view.selected_quads(0)
    view.start_area()
    assert view.area.area == Area(0, quad.bounds)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    with qtbot.waitSignal(view.area.chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    box = told.args[0].box
    assert box.left == pytest.approx(quad.bounds.left + 12)
    assert box.bottom == pytest.approx(quad.bounds.bottom + 12)


def test_escape_leaves_the_drawing_of_an_area(view, qtbot):
    view.start_area()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.area.area is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.area.is_on
    assert view.area.area is None
