"""States of what is not one publication: start page, library, search of everything, overview, dialogs."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

import pymupdf
from pdf_files import finished, text_pdf, write
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QTreeView, QWidget
from tour.reading import annotated
from tour.stage import Stage, one

from zzpreader.program import settings
from zzpreader.ui.command_palette.view import CommandPalette
from zzpreader.ui.dialogs.activity import ActivityDialog
from zzpreader.ui.dialogs.guide import GuideDialog
from zzpreader.ui.editions.dialog import EditionsDialog
from zzpreader.ui.everywhere.view import LibrarySearchView
from zzpreader.ui.exporting.dialog import ExportDialog
from zzpreader.ui.library.view import LibraryView
from zzpreader.ui.matrix.view import MatrixView
from zzpreader.ui.rows import RowTree


def lists(stage: Stage) -> None:
    stage.close_tabs()
    stage.do("library")
    stage.see("library-empty")
    folder = stage.folder / "map"
    folder.mkdir(exist_ok=True)
    for name, title in (
        ("wonen", "Wonen in de wijk"),
        ("werk", "Werk en inkomen in kleine gemeenten"),
        ("groen", "Groen"),
    ):
        write(folder, text_pdf(f"Over {title}. De zzp'ers ook.", title=title), f"{name}.pdf")
    view = one(stage.window, LibraryView)
    stage.program.open_files([])
    stage.program.desks.library.add_folder(folder)
    stage.wait(lambda: view.notice.sentence)
    tab = annotated(stage)
    stage.do("library")
    stage.wait(lambda: one(view, QTreeView).model().rowCount() >= 4)
    stage.see("library")
    stage.do("matrix")
    matrix = one(stage.window, MatrixView)
    stage.wait(lambda: len(matrix.table()) > 3)
    stage.see("matrix")
    stage.do("find-everywhere")
    everywhere = one(stage.window, LibrarySearchView)
    stage.see("everywhere-empty")
    one(everywhere, QLineEdit).setText("zzp'ers")
    stage.wait(lambda: one(everywhere, RowTree).model().rowCount())
    stage.see("everywhere")
    stage.window.tabs.setCurrentWidget(tab)
    stage.do("palette")
    palette = one(stage.window, CommandPalette)
    one(palette, QLineEdit).setText("les")
    stage.wait(lambda: palette.is_complete)
    stage.see("palette", palette)
    palette.hide()
    stage.close_tabs()
    stage.see("start")


def dialogs(stage: Stage) -> None:
    tab = annotated(stage)
    tab.view.go_to(tab.session.sections.tree.lessons[1].place)
    stage.rest()
    stage.dialog("export", lambda: stage.do("export"), lambda dialog: _await_preview(stage, dialog))
    stage.dialog("print", lambda: stage.do("print"), lambda _: QTest.qWait(900))
    stage.dialog("settings", lambda: stage.do("settings"), lambda _: QTest.qWait(300))
    stage.dialog("settings-storage", lambda: stage.do("settings"), _find_setting)
    with _on_a_stick(stage):
        stage.dialog("settings-portable", lambda: stage.do("settings"), _find_setting)
    stage.dialog("legend", lambda: stage.do("legend"))
    stage.dialog("page-numbers", lambda: stage.do("page-numbers"))
    stage.dialog("link", lambda: stage.do("link"))
    tab.view.choose(next(one.id for one in tab.session.marks.notebook if one.quote))
    stage.dialog("pin", lambda: stage.do("pin"))
    stage.dialog("add-section", lambda: stage.do("add-section"))
    stage.dialog("about", lambda: stage.do("about"))
    stage.dialog("outside", lambda: tab.doors.leave("https://www.example.org/een/heel/lang/adres?met=vragen"))
    stage.dialog("share-map", lambda: stage.do("share-map"))
    marks = tab.session.marks
    sheet = tab.session.sections.tree.lessons[1].id
    marks.write_sheet(
        sheet, "## Wat wij hiermee doen\n\nEerst de cijfers, dan het gesprek.\n\n**Voor de raad van mei.**"
    )
    marks.finish_typing()
    stage.wait(lambda: marks.is_saved)
    note = marks.notebook.sheet(sheet)
    assert note
    stage.dialog("history", lambda: tab.recovering.show_history(note.id))
    marks.delete([one.id for one in marks.notebook if one.quote.startswith("Het papier")])
    stage.wait(lambda: marks.is_saved)
    stage.dialog("trash", lambda: stage.do("trash"))
    stage.dialog("import", lambda: _import(stage))
    stage.window.tabs.setCurrentWidget(tab)
    stage.do("guide")
    guide = one(stage.window, GuideDialog)
    stage.see("guide", guide)
    guide.close()
    stage.do("activity")
    activity = one(stage.window, ActivityDialog)
    QTest.qWait(1200)
    stage.see("activity", activity)
    stage.do("activity")
    stage.close_tabs()


def editions(stage: Stage) -> None:
    """A new edition lies where the old one was."""
    pages = [f"Hoofdstuk {n}. In de wijk werken {n * 13} zelfstandigen." for n in range(1, 7)]
    file = write(stage.folder, text_pdf(*pages, title="Wijken"), "wijken.pdf")
    tab = stage.open(file)
    stage.mark(tab, 1, "werken 26 zelfstandigen", "yellow")
    stage.mark(tab, 4, "werken 65 zelfstandigen", "green")
    stage.wait(lambda: tab.session.marks.is_saved)
    stage.close_tabs()
    file.write_bytes(text_pdf("Woord vooraf.", *pages[:4], title="Wijken"))
    tab = stage.open(file)
    stage.wait(lambda: tab.session.editions.found)
    stage.see("edition-found")
    stage.do("editions")
    stage.see("edition", one(tab, EditionsDialog))
    one(tab, EditionsDialog).close()
    stage.close_tabs()


def _await_preview(stage: Stage, dialog: QWidget) -> None:
    assert isinstance(dialog, ExportDialog)
    stage.wait(lambda: dialog.counted, "the preview")
    QTest.qWait(200)


def _find_setting(dialog: QWidget) -> None:
    area = one(dialog, QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    QTest.qWait(300)


@contextmanager
def _on_a_stick(stage: Stage) -> Generator[None]:
    """As where the notes travel with the program."""
    asked = settings.portable_folder
    settings.portable_folder = lambda: stage.home.folder
    yield
    settings.portable_folder = asked


def _import(stage: Stage) -> None:
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((50, 100), "Harde cijfers helpen. De wijk is te klein.", fontsize=12)
    page.add_highlight_annot(page.search_for("Harde cijfers")).set_info(content="Ja", title="A. Jansen")
    tab = stage.open(write(stage.folder, finished(document), "van-een-collega.pdf"))
    stage.wait(lambda: tab.session.marks.writable)
    stage.do("import-marks")


ACTS: tuple[Callable[[Stage], None], ...] = (lists, dialogs, editions)
