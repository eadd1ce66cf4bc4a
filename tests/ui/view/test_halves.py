"""A publication of two-page spreads, read half by half."""

import json

import pytest
from PySide6.QtCore import QPointF, Qt
from stand_in import WIDTH, make_stand_in

from zzpreader.model.annotation import Highlight
from zzpreader.model.geometry import Point
from zzpreader.model.links import Inside
from zzpreader.model.pages import Half, Labels, Place
from zzpreader.session.session import Session
from zzpreader.ui.view.layout import GAP_PX
from zzpreader.ui.view.mark_painting import boxes_of
from zzpreader.ui.view.page_view import PageView

LEFT, RIGHT = Half.LEFT, Half.RIGHT


@pytest.fixture
def publication(tmp_path):
    return make_stand_in(tmp_path / "publication.pdf")


@pytest.fixture
def spreads(session, qtbot):
    """Shown, with its printed numbers, spread by spread."""
    view = PageView(session)
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show()
    session.open()
    qtbot.waitUntil(lambda: session.pages.is_numbered and session.marks.writable)
    return view


@pytest.fixture
def view(spreads):
    spreads.set_halves(True)
    return spreads


def go(view: PageView, session: Session, typed: str) -> None:
    place = session.pages.labels.find(typed)
    assert place
    view.go_to(place)


def read(view: PageView) -> tuple[int, Half | None]:
    return view.current_page, view.current_half


def shown(view: PageView, session: Session) -> str:
    return session.pages.labels.shown(*read(view))


def scroll_a_little(view: PageView) -> None:
    """Afterwards it is the view that says what is read, not the last jump."""
    view.pan(0, -7)


def test_a_number_leads_to_the_half_that_bears_it(view, session):
    go(view, session, "49")
    assert read(view) == (25, RIGHT)
    scroll_a_little(view)
    assert (read(view), view.place().half) == ((25, RIGHT), RIGHT)
    go(view, session, "38")
    assert read(view) == (20, LEFT)


def test_each_half_fills_the_width_and_the_cover_stays_whole(view, session):
    for page, x in ((0, 0), (20, 0), (20, 1.5 * WIDTH)):
        assert view.leaf_seen(page, x).width == pytest.approx(view.viewport().width() - 2 * GAP_PX)
    assert view.leaf_seen(0).half is None


def test_pages_are_turned_half_by_half(view, session):
    found = []
    for _ in range(6):
        found.append(shown(view, session))
        view.turn_page(1)
    assert found == ["1", "2", "2", "3", "4", "5"]  # cover and contents bear no number: their count from 1
    view.turn_page(-1)
    assert shown(view, session) == "5"


def test_there_is_no_page_beyond_the_last_half(view, session):
    assert not view.can_turn_page(-1)
    go(view, session, "80")
    assert view.can_turn_page(1)
    go(view, session, "81")
    assert not view.can_turn_page(1)


def test_keys_turn_halves_where_whole_pages_are_shown(view, session, qtbot):
    view.set_zoom_mode("fit-page")
    go(view, session, "38")
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert read(view) == (20, RIGHT)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert read(view) == (21, LEFT)


@pytest.mark.parametrize("typed", ["38", "39"])
def test_from_spreads_to_halves_and_back_the_place_stays(spreads, session, typed):
    go(spreads, session, typed)
    before = spreads.place()
    for on in (True, False, True):
        spreads.set_halves(on)
        assert spreads.place() == before
    assert shown(spreads, session) == typed


def test_after_scrolling_the_place_stays_too(spreads, session):
    go(spreads, session, "40")
    spreads.pan(0, -200)
    before = spreads.place()
    spreads.set_halves(True)
    assert (spreads.place().page, spreads.place().half) == (before.page, LEFT)
    assert spreads.place().y == pytest.approx(before.y, abs=5)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_halves_are_read_in_the_same_order(view, session, rotation):
    view.set_rotation(rotation)
    go(view, session, "39")
    assert read(view) == (20, RIGHT)
    scroll_a_little(view)
    assert read(view) == (20, RIGHT)
    view.turn_page(1)
    assert shown(view, session) == "40"


def test_side_by_side_the_halves_are_the_spread_again(view, session):
    view.set_facing(True)
    go(view, session, "39")
    assert read(view) == (20, RIGHT)
    left, right = view.leaves_of(20)
    assert left.left + left.width == pytest.approx(right.left, abs=1)
    view.turn_page(1)
    assert shown(view, session) == "40"


def test_numbers_that_come_late_change_the_layout_and_not_the_place(session, qtbot):
    session.pages.use_labels(Labels([()] * 42))
    view = PageView(session)
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.restore({**PageView(session).view_state(), "page": 25, "down": 0.4, "half": "right", "halves": True})
    view.show()
    with qtbot.waitSignal(session.opened):
        session.open()
    assert read(view) == (25, None)
    session.pages.use_labels(Labels([(), (), *((str(n), str(n + 1)) for n in range(2, 82, 2))]))
    assert read(view) == (25, RIGHT)
    assert view.view_state()["down"] == 0.4
    assert view.place().y == pytest.approx(0.4 * 680, abs=5)


def test_what_is_kept_brings_the_half_back(view, session):
    go(view, session, "49")
    scroll_a_little(view)
    state = json.loads(json.dumps(view.view_state()))
    view.set_halves(False)
    go(view, session, "4")
    view.restore(state)
    assert view.view_state() == state
    assert shown(view, session) == "49"


def test_what_was_kept_before_there_were_halves_still_counts(view):
    state = view.view_state()
    old = {name: value for name, value in state.items() if name not in ("half", "halves")}
    view.restore({**old, "page": 7})
    assert not view.halves
    assert view.current_page == 7


def test_a_spot_beside_one_half_is_never_on_the_other(view, session):
    view.set_zoom(0.5)
    go(view, session, "38")
    left = view.leaf_seen(20)
    under = view.under(QPointF(left.left + left.width + 40, left.top + 30))
    assert under.page == 20
    assert under.point.x < WIDTH


def test_a_bookmark_and_a_note_show_on_their_half_alone(view, session):
    session.marks.add_bookmark(Place(20, 100.0, RIGHT), "here")
    session.marks.add_note(Place(20, 200.0, LEFT), 30.0)
    left, right = view.leaves_of(20)
    bookmark, note = sorted(session.marks.notebook, key=lambda one: one.place.y)
    assert [bool(boxes_of(leaf, bookmark)) for leaf in (left, right)] == [False, True]
    assert [bool(boxes_of(leaf, note)) for leaf in (left, right)] == [True, False]


def test_a_mark_is_gone_to_on_its_half(view, session, qtbot):
    go(view, session, "39")
    qtbot.waitUntil(lambda: session.texts.get(20) is not None)
    text = session.texts.get(20)
    start = text.text.index("Les 5")
    view.select(20, start, start + 5)
    made = session.marks.add_mark(Highlight.SOLID, "yellow", view.selection())
    view.clear_selection()
    go(view, session, "4")
    view.flash(made)
    scroll_a_little(view)
    assert read(view) == (20, RIGHT)
    box = view.leaf_seen(20, 1.5 * WIDTH).rect_to_layout(text.box(start))
    assert 0 < box.top < view.viewport().height()


def test_pixels_come_for_each_half(view, session, qtbot):
    go(view, session, "39")
    qtbot.waitUntil(lambda: view.is_drawn)
    right = view.leaf_seen(20, 1.5 * WIDTH)
    image = view.viewport().grab().toImage()
    number = right.to_layout(Point(0, 0))
    assert number.x < 0  # the left half is not where the right one is shown
    line = [image.pixelColor(int(right.left + x), int(right.top + 70)).lightness() for x in range(60, 700)]
    assert min(line) < 200  # text


def test_a_link_leads_to_the_half_that_it_means(view, session, qtbot):
    for x, half in ((1.5 * WIDTH, RIGHT), (0.0, LEFT)):
        view.pointer.link_clicked.emit(Inside(Place(30, 100.0), x))
        assert read(view) == (30, half)
