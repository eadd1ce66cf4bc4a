"""Pages with their margins left out."""

from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Place, Trim, trim_key
from zzpreader.ui.view.page_view import PageView


def measured(session, qtbot) -> Trim:
    found = []
    session.margins.measure(found.append, lambda: False)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_without_margins_the_text_is_larger_and_the_line_that_is_read_stays(view, session, hand, qtbot):
    view.go_to(Place(4, 100.0))
    before, zoom = view.place(), view.zoom
    trim = measured(session, qtbot)
    view.set_trim(trim)
    assert view.zoom > 1.5 * zoom
    assert view.place() == before
    leaf = view.leaf_seen(4)
    assert leaf.part == trim.box(session.pages.page(4), 4)
    view.set_trim(None)
    assert view.zoom == zoom
    assert view.place() == before


def test_what_is_selected_on_a_trimmed_page_is_what_lies_under_the_pointer(view, session, hand, qtbot):
    view.set_trim(measured(session, qtbot))
    hand.click(0, 90, 98, times=2)
    assert view.selected_words() == "The"


def test_trimmed_margins_are_kept_with_the_view(view, session, qtbot):
    view.set_trim(measured(session, qtbot))
    view.go_to(Place(5))
    other = PageView(session)
    qtbot.addWidget(other)
    other.resize(800, 700)
    other.restore(view.view_state())
    assert other.trim == view.trim
    assert other.current_page == 5


def test_a_kept_trim_that_makes_no_sense_is_passed_over(view, session):
    page = session.pages.page(0)
    for box in (Rect(0, 0, 1e9, 5), Rect(50, 50, 40, 40), Rect(float("nan"), 0, 10, 10)):
        state = view.view_state() | {"trim": {"boxes": [[{"size": [595.0, 842.0]}, list(box.__struct_fields__)]]}}
        view.restore(state)
        assert view.trim is None
        key = trim_key(page, 0, None)
        state["trim"] = {
            "boxes": [[{"size": [key.size.width, key.size.height], "half": None, "odd": key.odd},
                       [box.left, box.top, box.right, box.bottom]]],
            "whole": [],
        }  # fmt: skip
        view.restore(state)
        assert view.trim is None
