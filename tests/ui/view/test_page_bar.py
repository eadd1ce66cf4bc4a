"""The scroll bar beside the pages looks like any other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleFactory

from zzpreader.ui.view.page_bar import PageBar


@pytest.fixture
def bars(qtbot):
    """Ours and Qt's own, alike in all, and away from any pointer."""
    pair = PageBar(), QScrollBar()
    style = QStyleFactory.create("Fusion")
    style.setParent(pair[0])
    for bar in pair:
        qtbot.addWidget(bar)
        bar.setStyle(style)
        bar.setRange(0, 5_000)
        bar.setPageStep(800)
        bar.resize(16, 600)
    return pair


def picture(bar: QScrollBar) -> QImage:
    return bar.grab().toImage()


def change_palette(bar: QScrollBar) -> None:
    palette = QPalette(bar.palette())
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Button):
        palette.setColor(role, QColor("#203040"))
    bar.setPalette(palette)


def move_focus_by_keys(bar: QScrollBar) -> None:
    bar.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


CHANGES = {
    "nothing": lambda _bar: None,
    "reached by the keys": move_focus_by_keys,
    "scrolled": lambda bar: bar.setValue(2_345),
    "resized": lambda bar: bar.resize(16, 333),
    "nowhere to go": lambda bar: bar.setRange(0, 0),
    "disabled": lambda bar: bar.setEnabled(False),
    "another palette": change_palette,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_looks_like_qts_own_after_any_change(bars, change):
    seen: list[QImage] = []
    for bar in bars:
        bar.setValue(10)
        picture(bar)
        change(bar)
        seen.append(picture(bar))
    ours, qts = seen
    assert ours == qts


@pytest.mark.parametrize("move", [lambda bar: bar.setValue(3_000), move_focus_by_keys], ids=["pages", "focus"])
def test_moving_paints_no_groove(bars, monkeypatch, move):
    bar, _ = bars
    picture(bar)
    drawn: list[QStyle.SubControl] = []
    monkeypatch.setattr(PageBar, "_paint", lambda _self, _painter, _option, parts: drawn.append(parts))
    move(bar)
    picture(bar)
    assert drawn
    assert not any(parts & QStyle.SubControl.SC_ScrollBarGroove for parts in drawn)
