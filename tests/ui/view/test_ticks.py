"""Ticks on the scroll bar: where marks and hits lie, a click that goes there, and colours that are seen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette

from zzpreader.model.legend import COLOURS
from zzpreader.model.pages import Place
from zzpreader.ui.palette import dark_palette, light_palette
from zzpreader.ui.view import inks
from zzpreader.ui.view.ticks import Ticks


@pytest.fixture
def ticks(session, view):
    return Ticks(session, view)


def test_marks_and_hits_lie_on_the_bar_where_they_lie_in_the_publication(ticks, view, session, qtbot):
    made = session.marks.add_note(Place(6, 400.0), 80.0, text="Een notitie")
    session.search.start("line of page 10", from_page=0)
    qtbot.waitUntil(lambda: len(ticks.ticks) == 2)
    note, hit = ticks.ticks
    seen = view.grab().toImage().pixelColor(view.width() - view.verticalScrollBar().width() + 3, note.y)
    assert seen == note.ink
    assert note.annotation == made
    assert note.words == "Een notitie"
    assert abs(note.y / view.verticalScrollBar().height() - 6.5 / 12) < 0.06
    assert "page 10" in hit.words
    assert hit.y > note.y
    session.marks.delete([made])
    qtbot.waitUntil(lambda: [one.annotation for one in ticks.ticks] == [""])


def test_a_click_on_a_tick_goes_to_its_mark_and_one_elsewhere_scrolls(ticks, view, session, qtbot):
    made = session.marks.add_note(Place(9, 300.0), 80.0, text="Verder")
    qtbot.waitUntil(lambda: bool(ticks.ticks))
    bar = view.verticalScrollBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, ticks.ticks[0].y))
    assert view.current_page == 9
    assert view.chosen == made


def contrast(one: QColor, other: QColor) -> float:
    def luminance(colour):
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("role", [QPalette.ColorRole.Window, QPalette.ColorRole.Button])
def test_ticks_are_seen_on_the_bar_in_light_and_dark(role):
    light, dark = light_palette().color(role), dark_palette().color(role)
    for legend in COLOURS:
        assert contrast(QColor(legend.edge), light) >= 3
        assert contrast(QColor(legend.fill), dark) >= 3
    assert contrast(inks.HIT_EDGE, light) >= 3
    assert contrast(inks.HIT, dark) >= 3
