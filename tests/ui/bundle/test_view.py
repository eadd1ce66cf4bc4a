"""The bundle as a page to read."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QLabel, QPushButton

from zzpreader.model.bundle import parse_bundle
from zzpreader.resources import resource_path
from zzpreader.ui.bundle.own_copy import OwnCopy
from zzpreader.ui.bundle.prose import Prose
from zzpreader.ui.bundle.view import BundleView

TOML = resource_path("bundles", "zzp-en-de-stad", "bundle.toml").read_text(encoding="utf-8")


@pytest.fixture
def view(qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    view = BundleView(parse_bundle(TOML))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    yield view
    QLocale.setDefault(before)


def shown(view: BundleView) -> str:
    labels = [label.text() for label in view.findChildren(QLabel)]
    return "\n".join([*labels, *(prose.toPlainText() for prose in view.findChildren(Prose))])


def button(view, words: str) -> QPushButton:
    return next(one for one in view.findChildren(QPushButton) if one.text() == words)


def test_every_field_of_the_knowledge_bank_page_is_shown(view):
    text = shown(view)
    bundle = view.bundle
    assert bundle.title in text
    assert "19 April 2012" in text
    for field in (bundle.source, bundle.document_type, bundle.publisher):
        assert field in text
    for part in (*bundle.description, *bundle.conclusions, *bundle.more_information):
        assert part.title in text
    assert bundle.introduction.split("\n\n")[0] in text
    for section in bundle.sections:
        assert section.title in text
        assert not section.start or f"p. {section.start}" in text
    for reference in bundle.references:
        assert reference.text in text


def test_the_seven_lessons_that_are_not_named_are_said_to_stand_in_the_publication(view):
    assert "7 more lessons: to be read in the publication" in shown(view)


def test_the_reading_guide_opens_at_a_button(view, qtbot):
    with qtbot.waitSignal(view.open_attachment) as opened:
        qtbot.mouseClick(button(view, "Open the reading guide"), Qt.MouseButton.LeftButton)
    assert opened.args == ["leeswijzer.pdf"]


def test_a_pdf_that_is_dropped_is_attached(view, qtbot):
    dropped = QMimeData()
    dropped.setUrls([QUrl("https://example.org/a.pdf"), QUrl.fromLocalFile("/somewhere/my copy.PDF")])
    place = view.findChild(OwnCopy)
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(view.attach) as attached:
        place.dropEvent(event)
    assert attached.args == [Path("/somewhere/my copy.PDF")]


def test_an_attached_copy_can_be_opened_replaced_and_detached(view, qtbot):
    file = Path("/somewhere/zzp.pdf")
    assert not button(view, "Detach").isVisible()
    view.show_attached(file)
    assert "Attached: zzp.pdf" in shown(view)
    assert button(view, "Replace…").isVisible()
    with qtbot.waitSignal(view.open_copy) as opened:
        qtbot.mouseClick(button(view, "Open the publication"), Qt.MouseButton.LeftButton)
    assert opened.args == [file]
    with qtbot.waitSignal(view.detach):
        qtbot.mouseClick(button(view, "Detach"), Qt.MouseButton.LeftButton)
    view.show_attached(None)
    assert button(view, "Choose your copy…").isVisible()


@pytest.mark.parametrize("width", [600, 1000, 1600])
def test_lines_are_never_longer_than_can_be_read(view, qtbot, width):
    view.resize(width, 700)
    prose = view.findChild(Prose)
    qtbot.waitUntil(lambda: prose.width() <= width)
    assert prose.width() <= view.fontMetrics().averageCharWidth() * 70
    assert view.horizontalScrollBar().maximum() == 0
    assert prose.document().size().height() <= prose.height()


def test_no_text_is_cut_off_when_letters_are_twice_as_large(view, qtbot):
    view.show_attached(Path("/somewhere/zzp.pdf"))
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    view.resize(700, 700)
    prose = view.findChildren(Prose)[-1]
    qtbot.waitUntil(lambda: prose.document().size().height() <= prose.height())
    for one in view.findChildren(QPushButton):
        if one.isVisible():
            assert one.width() >= one.fontMetrics().horizontalAdvance(one.text())
            assert one.height() >= max(24, one.fontMetrics().height())


def test_markup_in_a_bundle_is_shown_and_not_obeyed(qtbot):
    nasty = "<b>bold</b> <img src='file:///etc/passwd'>"
    view = BundleView(parse_bundle(TOML.replace('title = "Makers en vervolg"', f'title = "{nasty}"')))
    qtbot.addWidget(view)
    assert nasty in shown(view)
    for prose in view.findChildren(Prose):
        images = [f for f in prose.document().allFormats() if f.isImageFormat()]
        assert not images


def test_the_page_can_be_drawn_in_a_narrow_window(view):
    view.resize(600, 400)
    picture = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(picture)
    assert not picture.isNull()
