"""Every state of the window as a screen reader is told of it, in both languages: names, roles, and no markup."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QScrollArea, QTreeView, QWidget
from tour import comforts, lists, reading
from tour.stage import Stage, with_settings

ACTS = (*reading.ACTS, *comforts.ACTS, *lists.ACTS)
SAYING_NOTHING = (QAccessible.Role.NoRole, QAccessible.Role.Client)
LEAST_PX = 24


@pytest.fixture
def seen(qapp: QApplication, tmp_path: Path) -> Iterator[list[str]]:
    QAccessible.setActive(True)
    yield []
    QAccessible.setActive(False)


def told(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found
    return found


def faults(state: str, top: QWidget) -> Iterator[str]:
    """What is wrong with what can be reached by the keyboard in a window."""
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisibleTo(top) or isinstance(widget, QMenu):
            continue
        where = f"{state}: {type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
        one = told(widget)
        name, description = one.text(QAccessible.Text.Name), one.text(QAccessible.Text.Description)
        if "<qt>" in name + description and len(description) < 80:
            yield f"{where}: markup in “{name}”, “{description}”"
        is_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if not is_reached or not widget.isEnabled() or isinstance(widget, QScrollArea):
            continue
        is_told = bool(name) or any(relation[1] for relation in one.relations())
        if isinstance(widget, QComboBox):
            is_told = bool(description) or any(one.relations())
        if not is_told:
            yield f"{where}: no name"
        if one.role() in SAYING_NOTHING:
            yield f"{where}: no role, “{name}”"
    yield from numbered_headers(state, top)
    yield from too_small(state, top)


def numbered_headers(state: str, top: QWidget) -> Iterator[str]:
    """Trees whose hidden header would be read out as the number of its column."""
    for tree in top.findChildren(QTreeView):
        model = tree.model()
        if tree.isVisibleTo(top) and model and model.columnCount() == 1:
            heading = model.headerData(0, Qt.Orientation.Horizontal)
            if not isinstance(heading, str) or not heading or heading.isdecimal():
                yield f"{state}: {type(model).__name__} has the header “{heading}”"


def too_small(state: str, top: QWidget) -> Iterator[str]:
    """Targets of the pointer as WCAG 2.2 asks for them (2.5.8): large enough, or with room around them."""
    buttons = [one for one in top.findChildren(QAbstractButton) if one.isVisibleTo(top) and one.isEnabled()]
    boxes = {one: QRect(one.mapTo(top, QPoint()), one.size()) for one in buttons if one.focusPolicy()}
    small = {one: box for one, box in boxes.items() if min(box.width(), box.height()) < LEAST_PX}
    for one, box in small.items():
        around = QRect(0, 0, LEAST_PX, LEAST_PX)
        around.moveCenter(box.center())
        if any(around.intersects(boxes[other]) for other in boxes if other is not one):
            yield f"{state}: “{one.text()}” is {box.width()} by {box.height()} pixels"


@pytest.mark.parametrize(
    ("act", "language"),
    [*((act, "nl") for act in ACTS), (reading.reading, "en")],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_whatever_has_the_keyboard_says_what_it_is(act, language, qapp, tmp_path, seen):
    wrong: list[str] = []

    def look(state: str, widget: QWidget) -> None:
        seen.append(state)
        wrong.extend(faults(state, widget))

    stage = Stage(qapp, tmp_path, with_settings(language=language), (1366, 768), look)
    try:
        if act is not reading.first_steps:
            stage.close_tabs()
        act(stage)
    finally:
        stage.end()
    assert seen
    assert not wrong, "\n".join(dict.fromkeys(wrong))
