"""Paper that moves by itself, and the magnifying glass."""

import pytest
from PySide6.QtCore import Qt

from zzpreader.model.pages import Place
from zzpreader.ui.view.autoscroll import SPEEDS_PX, Autoscroll
from zzpreader.ui.view.loupe import Loupe


def test_the_paper_moves_on_until_esc_and_the_keys_change_its_speed(view, qtbot):
    view.setFocus()
    bar = view.verticalScrollBar()
    moving = Autoscroll(view, len(SPEEDS_PX) - 2)
    qtbot.waitUntil(lambda: bar.value() > 20)
    moving.change(1)
    moving.change(1)
    assert SPEEDS_PX[moving.speed] == SPEEDS_PX[-1]
    with qtbot.waitSignal(moving.stopped):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    stopped_at = bar.value()
    view.go_to(Place(0))
    qtbot.waitUntil(lambda: view.current_page == 0)
    assert stopped_at > 20


def test_the_paper_stops_at_the_end(view, qtbot):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() - 3)
    with qtbot.waitSignal(Autoscroll(view, len(SPEEDS_PX) - 1).stopped):
        pass
    assert bar.value() == bar.maximum()


@pytest.fixture
def loupe(view, session):
    view.setFocus()
    return Loupe(view, session.pictures)


def test_the_glass_shows_what_lies_under_it_larger_and_moves_with_the_arrows(loupe, view, qtbot):
    before = loupe.pos()
    (leaf, *_) = view.leaves_seen()
    larger = loupe._enlarged(leaf)
    assert larger.scale == leaf.scale * loupe.power
    middle = loupe.rect().center()
    under, shown = leaf.to_page(_point(loupe._centre)), larger.to_page(_point(middle))
    assert (round(under.x), round(under.y)) == (round(shown.x), round(shown.y))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert loupe.pos().x() > before.x()
    power = loupe.power
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert loupe.power > power


def test_esc_puts_the_glass_away_and_the_page_behind_it_stays(loupe, view, qtbot):
    place = view.place()
    with qtbot.waitSignal(loupe.closed):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not loupe.isVisible()
    assert view.place() == place


def _point(spot):
    from zzpreader.model.geometry import Point

    return Point(spot.x(), spot.y())
