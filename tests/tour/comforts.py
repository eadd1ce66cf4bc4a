"""States of what makes reading easier, and of what came later: previews, presentation, scans, files in a PDF."""

import os
from collections.abc import Callable

import pymupdf
from pdf_files import finished, text_pdf, write
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QTreeView, QWidget
from scan_files import scan_pdf, stand_in, word
from tour.reading import LESSONS_PAGE, annotated
from tour.stage import Stage, one

from zzpreader.model.pages import Place
from zzpreader.ui.library.view import LibraryView
from zzpreader.ui.preview.popup import Preview
from zzpreader.ui.printing.dialog import PrintDialog
from zzpreader.ui.reflow.pane import ReflowPane
from zzpreader.ui.settings.dialog import SettingsDialog

_TEXT = """<h1>2 Werken in de wijk</h1>
<p>Het aantal starters groeit al jaren, zoals figuur 2.1 laat zien. Wie begint, werkt het vaakst thuis en zoekt pas
later een plek daarbuiten. Gemeenten die dat weten, maken er ruimte voor.</p>
<p>In gesprekken kwam telkens hetzelfde terug: weinig regels, een vast aanspreekpunt en een plek om elkaar te treffen.
Hoofdstuk 3 beschrijft drie van zulke plekken; op pagina 4 staat wat zij kosten.</p>
<p>De cijfers gaan over alle wijken. Ze zijn in het voorjaar verzameld en met de ondernemers besproken.</p>"""
_WORDS = (
    word("De", (50, 90, 65, 102)),
    word("bedrijfsverzamelgebouwen", (70, 90, 220, 102)),
    word("in", (50, 106, 60, 118), line=2),
    word("Wageningen", (64, 106, 140, 118), line=2),
)


def comforts(stage: Stage) -> None:
    tab = stage.open(write(stage.folder, _referring_pdf(), "wijken.pdf"))
    tab.view.set_zoom_mode("fit-width")
    stage.rest()
    _see_preview(stage, tab, "preview")
    stage.do("loupe")
    stage.see("loupe")
    stage.do("loupe")
    stage.do("autoscroll")
    stage.see("autoscroll")
    stage.do("autoscroll")
    tab.view.go_to(Place(0))
    stage.do("reading-mode")
    stage.wait(one(tab, ReflowPane).browser.toPlainText, "the text in one column")
    _see_preview(stage, tab, "reading-mode-preview")
    stage.do("reading-mode")
    tab = annotated(stage)
    tab.view.go_to(Place(LESSONS_PAGE))
    stage.do("presentation")
    stage.see("presentation")
    stage.do("presentation")
    stage.close_tabs()


def scans(stage: Stage) -> None:
    """With a program that stands in for Tesseract, and finds the same few words on each page."""
    os.environ["ZZPREADER_TESSERACT"] = str(stand_in(stage.folder, *_WORDS))
    try:
        words = "De bedrijfsverzamelgebouwen in Wageningen"
        tab = stage.open(write(stage.folder, scan_pdf(words, words), "verslag van 1987.pdf"))
        stage.wait(lambda: tab.session.scans.is_settled and tab.notice.sentence, "what is said of a scan")
        stage.see("scan-told")
        tab.scans.read_all()
        stage.wait(lambda: not tab.session.scans.is_reading and tab.session.texts.get(0), "the words of a scan")
        stage.see("scan-read")
    finally:
        del os.environ["ZZPREADER_TESSERACT"]
    stage.close_tabs()


def files(stage: Stage) -> None:
    document = pymupdf.open()
    document.new_page()
    for name, data in (("cijfers per wijk.csv", b"wijk;aantal"), ("toelichting.txt", b"Zie de cijfers.")):
        document.embfile_add(name, data, ufilename=name)
    stage.open(write(stage.folder, finished(document), "met bijlagen.pdf"))
    stage.dialog("attachments", lambda: stage.do("attachments"))
    stage.close_tabs()


def choices(stage: Stage) -> None:
    tab = annotated(stage)
    stage.dialog("synonyms", lambda: stage.do("synonyms"))
    stage.dialog("print-halves", lambda: stage.do("print"), _print_halves)
    stage.dialog("settings-conflict", lambda: stage.do("settings"), _take_key)
    copy = stage.folder / "notities elders.json"
    tab.saving.write_copy(copy)
    stage.wait(copy.exists, "the copy of the notes")
    marks = tab.session.marks
    marks.delete([one.id for one in marks.notebook if one.quote.startswith("Het papier")])
    stage.wait(lambda: marks.is_saved)
    tab.session.merging.copies_found.emit([copy])
    stage.see("copies-found")
    tab.notice.hide()
    stage.do("library")
    view = one(stage.window, LibraryView)
    table = one(view, QTreeView)
    stage.wait(lambda: table.model().rowCount())
    table.setCurrentIndex(table.model().index(0, 0))
    view.remove_chosen()
    stage.wait(lambda: view.notice.sentence, "the offer to put it back")
    stage.see("library-removed")


def _see_preview(stage: Stage, tab: QWidget, name: str) -> None:
    stage.rest()
    stage.do("preview")
    stage.wait(lambda: any(popup.isVisible() for popup in tab.findChildren(Preview)), "a preview")
    QTest.qWait(600)  # its picture has no sign of its own
    stage.see(name)
    one(tab, Preview).closed.emit()


def _print_halves(dialog: QWidget) -> None:
    assert isinstance(dialog, PrintDialog)
    dialog.offer_printers(["Kopieerkamer 2.14"], "Kopieerkamer 2.14")
    dialog._halves.setChecked(True)
    QTest.qWait(900)


def _take_key(dialog: QWidget) -> None:
    assert isinstance(dialog, SettingsDialog)
    dialog._keys.choose("print")
    dialog._keys.press("Ctrl+J")
    one(dialog, QScrollArea).ensureWidgetVisible(dialog._keys._set)
    QTest.qWait(300)


def _referring_pdf() -> bytes:
    document = pymupdf.open(stream=text_pdf(*("",) * 4, title="Werken in de wijk"))
    first, second = document[0], document[1]
    first.insert_htmlbox((50, 60, first.rect.width - 50, 420), _TEXT)
    values = (40, 65, 90, 120, 150)
    for number, value in enumerate(values):
        left = 70 + 55 * number
        second.draw_rect((left, 300 - value, left + 36, 300), fill=(0.05, 0.36, 0.68), color=None)
        second.insert_text((left + 4, 316), str(2019 + number), fontsize=11)
    second.insert_text((66, 345), "Figuur 2.1 Starters per jaar, alle wijken", fontsize=11)
    document[2].insert_text((50, 80), "3 Drie plekken", fontsize=20)
    document[3].insert_text((50, 80), "Wat zij kosten", fontsize=16)
    document.set_toc([[1, "2 Werken in de wijk", 1], [1, "3 Drie plekken", 3]])
    return finished(document)


ACTS: tuple[Callable[[Stage], None], ...] = (comforts, scans, files, choices)
