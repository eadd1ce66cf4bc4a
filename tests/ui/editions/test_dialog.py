"""What has become of the marks is shown before it is taken over."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTreeView
from store.values import annotation

from zzpreader.model.anchoring import Found, Status
from zzpreader.model.annotation import PdfRectsSelector
from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.notebook import Change, Notebook
from zzpreader.model.pages import Labels
from zzpreader.ui.editions.dialog import EditionsDialog
from zzpreader.ui.editions.model import FoundModel

HERE = (PdfRectsSelector(page=4, quads=(Quad.around(Rect(10, 20, 90, 32)),)),)


class FakeEditions(QObject):
    done = Signal()
    taken = Signal()
    is_running = False
    can_give_back = False

    def __init__(self, found, waiting):
        super().__init__()
        self.found, self.waiting, self.asked = found, waiting, []

    def elsewhere(self):
        return tuple(self.waiting)

    def take(self, ids):
        self.asked.append(sorted(ids))
        self.waiting = [one for one in self.waiting if one.id not in ids]
        self.taken.emit()


class FakeMarks(QObject):
    edited = Signal(Change)
    writable = True

    def __init__(self, annotations):
        super().__init__()
        self.notebook = Notebook(annotations)


class FakePages:
    labels = Labels([()] * 4 + [("v",)])


def found(number, status, score, **fields):
    return Found(id=annotation(number).id, status=status, score=score, old_words=f"Woorden {number}", **fields)


@pytest.fixture
def desk(qtbot):
    marks = [replace(annotation(n), target=replace(annotation(n).target, edition="a" * 64)) for n in range(4)]
    results = (
        found(0, Status.MOVED, 0.99, selector=HERE, new_words="Woorden 0"),
        found(1, Status.TEXT_CHANGED, 0.7, selector=HERE, new_words="Woorden één"),
        found(2, Status.GONE, 0.2),
        found(3, Status.TEXT_CHANGED, 0.9, selector=HERE, new_words="Woorden drie"),
    )
    editions, notebook = FakeEditions(results, marks), FakeMarks(marks)
    dialog = EditionsDialog(editions, notebook, FakePages())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, editions, notebook


def groups(dialog):
    model = dialog.findChild(QTreeView).model()
    return {
        model.item(n).text(): [model.item(n).child(row).text() for row in range(model.item(n).rowCount())]
        for n in range(model.rowCount())
    }


def press(qtbot, dialog, words):
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_the_reader_should_look_at_comes_first(desk):
    assert groups(desk[0]) == {
        "Text has changed (2)": ["Woorden 1", "Woorden 3"],
        "Not found any more (1)": ["Woorden 2"],
        "On another page (1)": ["Woorden 0"],
    }


def test_a_spot_or_an_area_is_called_by_what_the_reader_wrote_there():
    whole = annotation(0)
    spot = replace(whole, target=replace(whole.target, selector=HERE), body=replace(whole.body, value="Hier verder"))
    model = FoundModel()
    model.show([found(0, Status.MOVED, 0.99, selector=HERE)], {spot.id: spot})
    assert model.item(0).child(0).text() == "Hier verder"


def test_old_and_new_words_stand_side_by_side_with_both_pages(desk):
    dialog, *_ = desk
    assert [text.toPlainText() for text in dialog.findChildren(QPlainTextEdit)] == ["Woorden 1", "Woorden één"]
    assert any(label.text() == "Was on page 12, is now on page v." for label in dialog.findChildren(QLabel))


def test_what_is_sure_and_what_is_gone_is_taken_and_the_rest_waits(desk, qtbot):
    dialog, editions, _ = desk
    press(qtbot, dialog, "Take over")
    assert editions.asked == [[annotation(n).id for n in (0, 2, 3)]]
    assert groups(dialog) == {"Text has changed (1)": ["Woorden 1"]}


def test_what_is_checked_stays_so_while_a_note_is_typed(desk, qtbot):
    dialog, editions, marks = desk
    model = dialog.findChild(QTreeView).model()
    model.item(0).child(0).setCheckState(Qt.CheckState.Checked)
    marks.edited.emit(Change("Typing", ()))
    press(qtbot, dialog, "Take over")
    assert editions.asked == [[annotation(n).id for n in range(4)]]


def test_a_row_leads_to_its_place_on_the_page(desk, qtbot):
    dialog, editions, _ = desk
    with qtbot.waitSignal(dialog.go_to) as went:
        press(qtbot, dialog, "Show on the page")
    assert went.args == [editions.found[1]]
