"""The page view as a reader meets it."""

import json

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QRegion
from PySide6.QtWidgets import QWidget

from zzpreader.model.annotation import Highlight
from zzpreader.model.geometry import Point
from zzpreader.model.pages import Place
from zzpreader.ui.view.failures import FailureCard
from zzpreader.wire import Draw, Failed, Reason

WORDS_Y = 116.0


def words(view) -> str:
    return " / ".join(one.text.text[one.start : one.end] for one in view.selection())


def wait_for_text(qtbot, session, *pages: int) -> None:
    qtbot.waitUntil(lambda: all(session.texts.get(page) is not None for page in pages))


# going and coming back


def test_a_jump_is_told_and_can_be_taken_back(view, qtbot):
    with qtbot.waitSignal(view.place_changed) as told:
        view.go_to(Place(6, 100.0))
    assert told.args == [Place(6, 100.0)]
    assert view.current_page == 6
    assert view.can_go_back
    view.back()
    assert view.current_page == 0
    view.forward()
    assert view.place() == Place(6, 100.0)


def test_scrolling_leaves_no_trail(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    view.turn_page(1)
    assert not view.can_go_back


def test_the_last_page_is_read_after_a_jump_to_it_though_it_cannot_come_to_the_top(view):
    view.set_zoom(0.3)
    view.go_to(Place(11))
    assert (view.current_page, view.place()) == (11, Place(11))


def test_a_jump_before_the_pages_are_known_is_made_when_they_are(session, qtbot):
    from zzpreader.ui.view.page_view import PageView

    view = PageView(session)
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.go_to(Place(7))
    view.show()
    with qtbot.waitSignal(session.opened):
        session.open()
    assert view.current_page == 7


@pytest.mark.parametrize(
    "change",
    [
        lambda view: view.set_zoom(3.0),
        lambda view: view.set_zoom_mode("fit-page"),
        lambda view: view.set_facing(True),
        lambda view: view.resize(500, 900),
    ],
)
def test_the_reading_point_survives(view, qtbot, change):
    view.go_to(Place(8, 300.0), history=False)
    change(view)
    assert view.place().page == 8
    assert view.current_page == 8


def test_a_whole_page_is_seen_from_edge_to_edge_wherever_on_it_one_was_and_the_way_back_leads_there(view):
    view.set_zoom_mode("fit-width")
    view.go_to(Place(8))
    view.pan(0, -300)
    before = view.view_state()

    def is_whole() -> bool:
        leaf = view.leaf_seen(8)
        return leaf.top >= 0 and leaf.top + leaf.height <= view.viewport().height()

    assert not is_whole()
    view.set_zoom_mode("fit-page")
    assert is_whole()
    view.resize(700, 500)
    assert is_whole()
    view.resize(800, 700)
    view.set_zoom_mode("fit-width")
    after = view.view_state()
    assert (after["page"], after["down"]) == (before["page"], before["down"])


def test_zooming_keeps_what_is_under_the_pointer(view, hand):
    view.go_to(Place(5))
    before = view.leaf_seen(5).to_page(Point(300, 200))
    view.set_zoom(4.0, QPointF(300, 200))
    after = view.leaf_seen(5).to_page(Point(300, 200))
    assert (after.x, after.y) == (pytest.approx(before.x, abs=0.5), pytest.approx(before.y, abs=0.5))


def test_there_and_back_through_many_sizes_does_not_drift(view):
    view.go_to(Place(8, 300.0), history=False)
    view.pan(0, -77)
    view.resize(800, 701)
    state = view.view_state()
    for width in (500, 900, 613, 777, 800):
        view.resize(width, 701)
    kept = view.view_state()
    assert (kept["page"], kept["down"]) == (state["page"], state["down"])


def test_what_is_kept_brings_the_view_back(view):
    view.set_facing(True)
    view.rotate(90)
    view.set_zoom(1.5)
    view.go_to(Place(9, 400.0))
    state = json.loads(json.dumps(view.view_state()))
    view.set_facing(False)
    view.set_rotation(0)
    view.set_zoom_mode("fit-page")
    view.go_to(Place(0))
    view.restore(state)
    assert view.view_state() == state
    assert (view.facing, view.rotation, view.zoom_mode) == (True, 90, "free")


def test_one_reads_on_in_the_section_to_which_one_had_jumped(view):
    """A heading right at the top is what is read, though more of the next section is in view."""
    view.go_to(Place(9, 400.0))
    state, eye = json.loads(json.dumps(view.view_state())), view.eye()
    view.go_to(Place(0))
    view.restore(state)
    assert view.eye() == eye == Place(9, 400.0)
    view.restore({**state, "goal": "x"})
    assert view.eye() != eye
    view.pan(0, -30)
    assert view.view_state()["goal"] is None


@pytest.mark.parametrize("state", [{}, {"page": "x"}, {"page": 3, "across": None, "down": 0, "mode": "free"}])
def test_a_state_that_makes_no_sense_changes_nothing(view, state):
    before = view.view_state()
    view.restore(state)
    assert view.view_state() == before


# keys


@pytest.mark.parametrize(
    ("key", "page"),
    [(Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 11)],
)
def test_keys_turn_pages(view, qtbot, key, page):
    view.set_zoom_mode("fit-page")
    qtbot.keyClick(view, key)
    assert view.current_page == page
    qtbot.keyClick(view, Qt.Key.Key_Left if page == 1 else Qt.Key.Key_Home)
    assert view.current_page == 0


def test_space_goes_a_screen_further_when_it_is_let_go(view, qtbot):
    view.set_zoom_mode("fit-page")
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.current_page == 1
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.current_page == 0


# selecting


def test_dragging_selects_by_letters_over_lines(view, hand):
    hand.drag((0, 71, 96), (0, 112, WORDS_Y))
    assert words(view).startswith("The first line of page 1.\nWords")
    assert view.bar.isVisible()


@pytest.mark.parametrize(
    ("times", "expected"),
    [(2, "Words"), (3, "Words to be marked here."), (4, "The first line of page 1.")],
)
def test_more_clicks_take_more(view, hand, times, expected):
    hand.click(0, 90, WORDS_Y, times)
    assert expected in words(view)
    assert (times == 4) == ("A third line" in words(view))


def test_shift_and_click_extends(view, hand):
    hand.click(0, 90, WORDS_Y, 2)
    hand.click(0, 400, WORDS_Y, shift=True)
    assert words(view) == "Words to be marked here."


def test_a_selection_runs_over_pages(view, hand, session, qtbot):
    view.set_zoom(0.4)
    wait_for_text(qtbot, session, 0, 1)
    hand.drag((0, 71, 136), (1, 160, 96))
    assert [one.page for one in view.selection()] == [0, 1]
    assert words(view).startswith("A third line ends it.\n / The first")


def test_shift_and_arrows_move_the_end(view, hand, qtbot):
    hand.click(0, 90, WORDS_Y, 2)
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_Right, shift | control)
    assert words(view) == "Words to"
    qtbot.keyClick(view, Qt.Key.Key_Left, shift)
    assert words(view) == "Words t"
    qtbot.keyClick(view, Qt.Key.Key_Down, shift)
    assert words(view).startswith("Words to be marked here.\nA third")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.has_selection


def test_one_can_select_without_a_mouse(view, qtbot):
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_Right, shift | control)
    assert words(view) == "The"


def test_everything_can_be_selected_and_the_end_be_moved(view, qtbot):
    view.select_all()
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.has_selection


def test_a_copy_of_everything_is_made_of_all_pages_in_order(view, qtbot):
    view.select_all()
    QGuiApplication.clipboard().clear()
    view.copy()
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    copied = QGuiApplication.clipboard().text()
    numbers = [int(words.split(".")[0]) for words in copied.split("The first line of page ")[1:]]
    assert numbers == list(range(1, 13))


# links


def test_a_link_inside_is_followed_and_can_be_taken_back(view, hand):
    hand.click(0, 100, 310)
    assert view.current_page == 11
    view.back()
    assert view.current_page == 0


def test_a_link_outside_is_only_told(view, hand, qtbot):
    with qtbot.waitSignal(view.outside_link) as told:
        hand.click(0, 100, 350)
    assert told.args == ["https://example.org/"]


def test_where_a_link_leads_is_shown_under_the_pointer(view, hand, qtbot):
    with qtbot.waitSignal(view.hovered) as told:
        hand.hover(0, 100, 350)
    assert told.args == ["https://example.org/"]
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    hand.hover(0, 100, WORDS_Y)
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    hand.hover(0, 300, 700)
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


# marks


def select_words(view, hand) -> None:
    hand.click(0, 90, WORDS_Y, 3)


def test_a_mark_is_painted_over_the_paper(view, hand, session, qtbot):
    leaf = view.leaf_seen(0)
    qtbot.waitUntil(lambda: all(session.pictures.get(tile) for tile in view._tiles_in(leaf.box)))
    select_words(view, hand)
    segments = view.selection()
    view.clear_selection()
    box = leaf.rect_to_layout(segments[0].text.line_boxes[1])

    def ground() -> str:
        image = view.viewport().grab().toImage()
        return image.pixelColor(int(box.right - 4), int(box.top + 2)).name()

    assert ground() == "#ffffff"
    session.marks.add_mark(Highlight.SOLID, "yellow", segments)
    assert ground() == "#ffe066"
    session.marks.undo()
    assert ground() == "#ffffff"


def test_clicking_again_reaches_the_mark_below(view, hand, session, qtbot):
    select_words(view, hand)
    segments = view.selection()
    view.clear_selection()
    one = session.marks.add_mark(Highlight.SOLID, "yellow", segments)
    other = session.marks.add_mark(Highlight.UNDERLINE, "blue", segments)
    told: list[str] = []
    view.mark_activated.connect(told.append)
    for _ in range(3):
        hand.click(0, 90, WORDS_Y)
    assert told == [other, one, other]


def test_flash_goes_to_the_mark(view, hand, session):
    select_words(view, hand)
    made = session.marks.add_mark(Highlight.SOLID, "yellow", view.selection())
    view.go_to(Place(9))
    view.flash(made)
    assert view.current_page == 0
    assert view.can_go_back


# pages that fail


def test_a_page_that_cannot_be_drawn_says_so_and_can_be_tried_again(view, session, qtbot):
    view.go_to(Place(4))
    session.pictures._take(Draw(4, 0, 0.01, 0, 0, 6, 8), Failed(Reason.CRASHED))
    card = view.findChild(FailureCard)
    assert card is not None
    assert card.isVisible()
    assert card.height() > card.button.height()
    drawn: list[int] = []
    session.pictures.tile_ready.connect(lambda tile: drawn.append(tile.page))
    session.pictures._shelf.forget(4)
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: 4 in drawn)
    assert session.pictures.failure(4) is None


def test_the_card_says_why_and_offers_to_wait_longer_where_that_helps(view):
    said = {
        Reason.TIMEOUT: ("takes too long", "longer"),
        Reason.MEMORY: ("more memory than there is", "again"),
        Reason.CRASHED: ("failed twice", "again"),
        Reason.PAGE: ("damaged", "again"),
    }
    for reason, (why, offer) in said.items():
        card = FailureCard(Failed(reason), view)
        assert why in card.button.accessibleDescription()
        assert "notes are safe" in card.button.accessibleDescription()
        assert offer in card.button.text()


def test_sharp_pixels_on_a_screen_with_more_of_them(view, session, monkeypatch, qtbot):
    monkeypatch.setattr(type(view), "devicePixelRatioF", lambda _self: 2.0)
    wanted: list[Draw] = []
    monkeypatch.setattr(session.pictures, "want", lambda visible, _ahead=(), *, by: wanted.extend(visible))
    view.viewport().repaint()
    qtbot.waitUntil(lambda: bool(wanted))
    leaf = view.leaf_seen(0)
    assert {tile.scale for tile in wanted} == {leaf.scale * 2}


def test_what_comes_next_is_asked_for_behind_the_page_in_view_on_the_side_to_which_one_goes(
    view, session, monkeypatch, qtbot
):
    asked: list[tuple[set[int], list[int]]] = []

    def want(visible, ahead=(), *, by) -> None:
        asked.append(({tile.page for tile in visible}, [tile.page for tile in ahead]))
        really_want(visible, ahead, by=by)

    view.set_zoom_mode("fit-page")
    qtbot.waitUntil(lambda: view.is_drawn)
    really_want = session.pictures.want
    monkeypatch.setattr(session.pictures, "want", want)
    view.go_to(Place(8))
    qtbot.waitUntil(lambda: bool(asked) and bool(asked[-1][1]))
    seen = asked[-1][0]
    assert asked[0][0] == seen
    assert asked[0][1][0] == asked[-1][1][0] == max(seen) + 1
    qtbot.waitUntil(lambda: view.is_drawn)
    asked.clear()
    view.turn_page(-1)
    qtbot.waitUntil(lambda: bool(asked) and bool(asked[-1][1]))
    seen = asked[-1][0]
    assert asked[-1][1][0] == min(seen) - 1


def test_text_and_links_of_pages_that_are_only_turned_past_are_not_read(view, session, monkeypatch, qtbot):
    view.set_zoom_mode("fit-page")
    qtbot.waitUntil(lambda: view.is_drawn)
    view._beside.setInterval(400)
    read: list[object] = []
    monkeypatch.setattr(session.links, "want", lambda pages, *, by: read.extend((*pages, by)))
    for _ in range(6):
        view.turn_page(1)
        qtbot.waitUntil(lambda: view.is_drawn)
        qtbot.wait(30)
    assert not read
    qtbot.waitUntil(lambda: bool(read))
    assert read[:-1] == [leaf.page for leaf in view.leaves_seen()]


def test_a_jump_keeps_the_page_one_comes_from_until_the_other_is_drawn(view, monkeypatch, qtbot):
    view.set_zoom_mode("fit-page")
    qtbot.waitUntil(lambda: view.is_drawn)
    view._patience.setInterval(20_000)
    painted: list[bool] = []
    really_paint = view._paint_pages
    monkeypatch.setattr(view, "_paint_pages", lambda *seen: (painted.append(view.is_drawn), really_paint(*seen)))
    view.go_to(Place(8))
    qtbot.waitUntil(lambda: view.is_drawn and bool(painted))
    assert all(painted)


def test_the_page_that_one_may_go_to_is_drawn_beforehand(view, session, qtbot):
    view.set_zoom_mode("fit-page")
    qtbot.waitUntil(lambda: view.is_drawn)
    seen = view.spots()
    view.foresee(Place(8))
    foreseen = session.pictures._foreseen
    assert {tile.page for tile in foreseen} >= {8}
    qtbot.waitUntil(lambda: all(session.pictures.get(tile) for tile in foreseen))
    assert view.spots() == seen
    view.go_to(Place(8))
    assert view.is_drawn


def test_a_page_that_takes_long_is_shown_as_paper_meanwhile(view, session, monkeypatch, qtbot):
    painted: list[bool] = []
    monkeypatch.setattr(session.pictures, "want", lambda *_wanted, by: None)
    monkeypatch.setattr(view, "_paint_pages", lambda *_seen: painted.append(view.is_drawn))
    view.go_to(Place(8))
    qtbot.waitUntil(lambda: painted[-1:] == [False])


def test_every_pixel_is_painted_whatever_stood_there_before(view, qtbot):
    view.set_zoom_mode("fit-page")
    view.set_zoom(0.437)
    qtbot.waitUntil(lambda: view.is_drawn)
    pictures: list[QImage] = []
    for colour in ("magenta", "lime"):
        picture = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
        picture.fill(colour)
        view.viewport().render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        pictures.append(picture)
    assert pictures[0] == pictures[1]


def test_a_drawn_picture_shows_up_without_being_asked_for(view, session, qtbot):
    view.go_to(Place(3))
    qtbot.waitUntil(lambda: any(session.pictures.get(tile) for tile in view._tiles_in(view.leaf_seen(3).box)))


def on_screen(view) -> QImage:
    """What stands there, whatever has been painted when; `grab` paints it all once more."""
    return view.screen().grabWindow(view.winId()).toImage()


@pytest.mark.parametrize("mode", ["fit-page", "fit-width"])
def test_what_is_on_the_screen_after_moving_is_what_painting_it_all_would_give(view, qtbot, mode):
    bar = view.verticalScrollBar()
    view.set_zoom_mode(mode)
    for move in (
        lambda: view.turn_page(1),
        lambda: view.go_to(Place(40)),
        lambda: bar.setValue(bar.value() - 333),
        view.zoom_in,
        lambda: view.turn_page(-1),
        view.zoom_out,
        lambda: bar.setValue(bar.value() + 77),
    ):
        move()
        qtbot.waitUntil(lambda: view.is_drawn and on_screen(view) == view.grab().toImage())


def test_turning_a_page_paints_nothing_beside_it(view, qtbot, monkeypatch):
    view.set_zoom_mode("fit-page")
    view.resize(1600, 400)
    view.go_to(Place(4))
    qtbot.waitUntil(lambda: view.is_drawn)
    view.repaint()
    painted: list[QRectF] = []
    paint = view._paint_pages
    monkeypatch.setattr(view, "_paint_pages", lambda painter, seen: (painted.append(seen), paint(painter, seen)))
    view.turn_page(1)
    qtbot.waitUntil(lambda: view.is_drawn and bool(painted))
    leaf = view.leaf_seen(5)
    assert all(leaf.left - 3 < seen.left() and seen.right() < leaf.left + leaf.width + 3 for seen in painted)


def test_a_page_that_is_drawn_beforehand_is_not_painted(view, session, qtbot, monkeypatch):
    view.set_zoom_mode("fit-page")
    qtbot.waitUntil(lambda: view.is_drawn)
    view.repaint()
    painted: list[QRectF] = []
    monkeypatch.setattr(view, "_paint_pages", lambda _painter, seen: painted.append(seen))
    below = view.leaf_seen(1)
    assert below.top >= view.viewport().height()
    for tile in view._tiles_in(below.box):
        view._show_tile(tile)
    QGuiApplication.processEvents()
    assert not [seen for seen in painted if seen.top() > below.top - 3]
