"""A scan in the window: told as such, read by a program beside, and then a publication like any other."""

import pytest
from pdf_files import text_pdf, write
from PySide6.QtGui import QGuiApplication
from scan_files import WORDS, scan_pdf, stand_in
from shiboken6 import isValid

from zzpreader.model.annotation import Highlight


@pytest.fixture
def tesseract(tmp_path, monkeypatch):
    path = stand_in(tmp_path, *WORDS)
    monkeypatch.setenv("ZZPREADER_TESSERACT", str(path))
    return path


def read_all(desk, tab):
    desk.wait(lambda: tab.session.scans.is_settled and tab.session.texts.is_picture(0))
    tab.scans.read_all()
    desk.wait(lambda: not tab.session.scans.is_reading and tab.session.texts.get(0) and tab.session.texts.get(0).text)


def test_a_page_that_is_a_picture_is_told_and_read_on_demand(desk, tesseract, tmp_path):
    tab = desk.open(write(tmp_path, scan_pdf("een", "twee")))
    desk.wait(lambda: "picture" in tab.notice.sentence)
    read_all(desk, tab)
    assert tab.notice.sentence.startswith("2 pages were read.")
    assert not tab.scans.strip.isVisible()


def test_what_was_recognised_is_marked_quoted_and_found_and_is_there_next_time(desk, tesseract, tmp_path):
    file = write(tmp_path, scan_pdf("een", "twee"))
    tab = desk.open(file)
    desk.wait(lambda: tab.session.marks.writable)
    read_all(desk, tab)
    tab.view.text_selection.take(0, 3, 27)
    assert tab.view.selected_words() == "bedrijfsverzamelgebouwen"
    tab.noting.mark(Highlight.SOLID)
    (mark,) = tab.session.marks.notebook
    assert mark.quote == "bedrijfsverzamelgebouwen"
    tab.session.search.start("verzamelgebouw")
    desk.wait(lambda: len(tab.session.search.hits) == 2)
    desk.quit()
    again = desk.open(file)
    desk.wait(lambda: again.session.texts.get(0) and "Wageningen" in again.session.texts.get(0).text)
    assert not again.session.texts.is_picture(0)


def test_what_was_recognised_is_copied_with_its_source(desk, tesseract, tmp_path):
    tab = desk.open(write(tmp_path, scan_pdf("een", "twee"), "Besluit.pdf"))
    desk.wait(lambda: tab.session.publication)
    read_all(desk, tab)
    tab.view.text_selection.take(0, 3, 42)
    assert tab.view.selected_words() == "bedrijfsverzamelgebouwen in Wageningen."
    tab.copying.copy_with_source()
    copied = QGuiApplication.clipboard().text()
    assert "bedrijfsverzamelgebouwen in Wageningen" in copied
    assert "p. 1" in copied


def test_reading_can_be_stopped(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("ZZPREADER_TESSERACT", str(stand_in(tmp_path, does="while :; do :; done")))
    tab = desk.open(write(tmp_path, scan_pdf("een")))
    desk.wait(lambda: tab.session.scans.is_settled)
    tab.scans.read_all()
    desk.wait(tab.scans.strip.isVisible)
    tab.scans.strip.cancelled.emit()
    assert not tab.session.scans.is_reading
    assert not tab.scans.strip.isVisible()


def test_a_publication_is_closed_while_it_is_read_without_waiting_for_that(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("ZZPREADER_TESSERACT", str(stand_in(tmp_path, does="while :; do :; done")))
    tab = desk.open(write(tmp_path, scan_pdf("een")))
    desk.wait(lambda: tab.session.scans.is_settled)
    tab.scans.read_all()
    desk.wait(tab.scans.strip.isVisible)
    process = tab.session.scans._process
    desk.running.window.close_tab(tab)
    desk.wait(lambda: not isValid(tab))
    desk.wait(lambda: not isValid(process))


def test_without_tesseract_it_is_said_how_to_get_it(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("ZZPREADER_TESSERACT", str(tmp_path / "none"))
    tab = desk.open(write(tmp_path, scan_pdf("een")))
    desk.wait(lambda: "apt-get install tesseract-ocr" in tab.notice.sentence)


def test_nothing_is_said_of_pages_with_text_or_with_nothing_at_all(desk, tesseract, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("Met tekst.", "")))
    desk.wait(lambda: tab.session.scans.is_settled and tab.session.texts.get(1) is not None)
    assert not tab.notice.isVisible()
    tab.scans.read_page()
    assert tab.notice.sentence.startswith("This page has text")
