"""Notes written to a file from the window."""

from pathlib import Path

from pdf_files import text_pdf, write
from shiboken6 import isValid


def test_an_export_that_is_ready_after_its_tab_was_closed_is_no_trouble(desk, tmp_path: Path):
    tab = desk.open(write(tmp_path, text_pdf("Harde cijfers helpen.")))
    program = desk._running
    program.window.close_tab(tab)
    desk.wait(lambda: not isValid(tab))
    program._exporting._written.emit(tab, tmp_path / "notities.md", None)
