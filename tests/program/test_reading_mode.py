"""Reading mode is there again when the publication is."""

import pytest
from pdf_files import text_pdf, write


@pytest.fixture
def file(tmp_path):
    return write(tmp_path, text_pdf("De gemeente telt.", "Figuur 2.1 toont dat.", title="Telling"), "telling.pdf")


def test_a_publication_that_was_left_in_reading_mode_opens_in_it(desk, file):
    tab = desk.open(file)
    desk.running.window.commands["reading-mode"].trigger()
    assert tab.reflow.is_on
    again = desk.open(file)
    assert again.reflow.is_on
    assert desk.running.window.commands["reading-mode"].isChecked()
    desk.wait(lambda: "De gemeente telt." in again.reflow.pane.browser.toPlainText())
    desk.running.window.commands["reading-mode"].trigger()
    assert not desk.open(file).reflow.is_on
