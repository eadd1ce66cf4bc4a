"""States in which one reads: a publication with its tree and notes, what is found, what is marked, what goes wrong."""

from collections.abc import Callable
from pathlib import Path

import pymupdf
from pdf_files import finished, text_pdf, write
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QTreeView
from stand_in import make_stand_in
from tour.stage import Stage, one

from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Half, Place
from zzpreader.model.records import Relation, Status
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, NotSaved
from zzpreader.ui.find.bar import FindBar
from zzpreader.ui.library.view import LibraryView
from zzpreader.ui.notes.cards import CardList
from zzpreader.ui.notes.drawer import FilterDrawer
from zzpreader.ui.notes.filters import FilterBar
from zzpreader.ui.reflow.pane import ReflowPane
from zzpreader.ui.view.page_view import Spot
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.wire import Draw, Reason
from zzpreader.wire import Failed as WorkerFailed

LESSONS_PAGE = 20
"""Of the stand-in, 0-based: it bears the printed pages 38 and 39."""


def annotated(stage: Stage) -> ReadingTab:
    """The stand-in as a policy officer has read it."""
    tab = stage.open(make_stand_in(stage.folder / "ZZP en de stad.pdf"))
    marks, sections = tab.session.marks, tab.session.sections
    stage.wait(lambda: marks.writable and sections.is_settled and tab.session.publication)
    if len(marks.notebook):
        return tab
    lessons = sections.tree.lessons
    first = stage.mark(
        tab, LESSONS_PAGE, "Wie dit leest, weet na afloop evenveel als ervoor.", "yellow",
        "Dit willen wij ook: *eerst meten, dan praten*.", ["armoede", "raad"],
    )  # fmt: skip
    stage.mark(tab, LESSONS_PAGE, "Na de komma volgt een bijzin", "pink", "Geldt dit ook buiten de stad?", ["vraag"])
    stage.mark(tab, LESSONS_PAGE, "Het papier is denkbeeldig", "blue")
    stage.mark(tab, LESSONS_PAGE - 1, "Het papier is denkbeeldig", "green", tags=["raad"])
    marks.add_bookmark(Place(LESSONS_PAGE, 90.0, Half.LEFT), "Hier begint het")
    marks.add_note(Place(LESSONS_PAGE, 400.0, Half.RIGHT), 700.0, text="Vragen aan de wethouder.")
    marks.add_area(LESSONS_PAGE, Rect(60, 450, 250, 540), "orange")
    marks.write_sheet(
        lessons[1].id,
        "## Wat wij hiermee doen\n\n- [x] Cijfers opvragen\n- [ ] Bijeenkomst plannen\n\n**Voor de raad.**",
    )
    marks.finish_typing()
    standings = tab.session.standings
    for lesson, status in zip(lessons, (Status.READ, Status.TO_DISCUSS, Status.ADOPTED), strict=False):
        standings.set_status([lesson.id], status)
    standings.describe([lessons[1].id], owner="Beleid Economie", date="2026-12-15")
    linking = tab.session.linking
    linking.add(linking.to_note(first), linking.to_section(lessons[1].id), Relation.EVIDENCE)
    stage.wait(lambda: marks.is_saved)
    return tab


def first_steps(stage: Stage) -> None:
    """What one meets on a new machine."""
    stage.wait(lambda: stage.window.tabs.count() == 2)
    stage.see("leeswijzer")
    stage.window.tabs.setCurrentIndex(0)
    stage.see("bundle")
    stage.close_tabs()
    stage.see("start-empty")
    _empty_library(stage)
    stage.see("start-without-recent")


def reading(stage: Stage) -> None:
    tab = annotated(stage)
    lesson = tab.session.sections.tree.lessons[1]
    tab.view.go_to(lesson.place)
    stage.see("reading")
    stage.do("halves")
    stage.see("reading-halves")
    stage.do("halves")
    stage.do("reading-mode")
    stage.wait(one(tab, ReflowPane).browser.toPlainText, "the text in one column")
    stage.see("reading-mode")
    stage.do("reading-mode")
    stage.change(paper="dark")
    stage.see("paper-dark")
    stage.change(paper="sepia")
    stage.see("paper-sepia")
    stage.change(paper="light")
    text = stage.text(tab, LESSONS_PAGE)
    start = text.text.index("De klok tikt")
    tab.view.select(LESSONS_PAGE, start, start + 40)
    stage.see("selection")
    tab.view.clear_selection()
    tab.left.show_lessons()
    stage.see("lessons")
    tab.left.setCurrentIndex(0)
    stage.do("portal")
    stage.see("split-view")
    stage.do("portal")
    menu = tab.noting.menu_at(Spot(Place(LESSONS_PAGE, 300.0), 100.0))
    _see_menu(stage, "page-menu", menu)
    for action in stage.window.menuBar().actions():
        found = action.menu()
        if isinstance(found, QMenu):
            _see_menu(stage, f"menu-{stage.window.menuBar().actions().index(action) + 1}", found)


def notes(stage: Stage) -> None:
    tab = annotated(stage)
    tab.view.go_to(tab.session.sections.tree.lessons[1].place)
    bar = one(tab.notes, FilterBar)
    bar.show_whole()
    cards = one(tab.notes, CardList)
    stage.see("notes")
    cards.selectAll()
    stage.see("notes-chosen")
    cards.clearSelection()
    one(tab.notes, FilterDrawer).show()
    stage.see("notes-filter")
    one(tab.notes, FilterDrawer).hide()
    line = next(one for one in bar.findChildren(QLineEdit) if one.isVisible())
    line.setText("niets van dien aard")
    stage.wait(lambda: not cards.isVisible() or not cards.model().rowCount())
    stage.see("notes-none-found")
    line.clear()
    tab.view.go_to(Place(3))
    stage.see("notes-none-here")


def finding(stage: Stage) -> None:
    tab = annotated(stage)
    stage.do("find")
    line = one(one(tab, FindBar), QLineEdit)
    line.setText("zzp'ers")
    stage.wait(lambda: tab.session.search.hits and not tab.session.search.is_running)
    stage.see("find")
    line.setText("onvindbaar")
    stage.wait(lambda: tab.session.search.words == "onvindbaar" and not tab.session.search.is_running)
    stage.see("find-none")
    tab.find_bar.close_bar()


def trouble(stage: Stage) -> None:
    """What the window says when the world fails."""
    folder = stage.folder
    stage.open(write(folder, b"dit is geen PDF" * 50, "geen.pdf"))
    stage.see("not-a-pdf")
    stage.open(folder / "verplaatst.pdf")
    stage.see("file-gone")
    tab = stage.open(write(folder, text_pdf("Eerste bladzijde.", "Tweede."), "stuk.pdf"))
    tab.session.pictures._take(Draw(0, 0, 0.01, 0, 0, 6, 8), WorkerFailed(Reason.CRASHED))
    QTest.qWait(60)
    stage.see("damaged-page")
    stage.close_tabs()
    scan = pymupdf.open()
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 300, 400), False)
    picture.clear_with(215)
    for _ in range(3):
        sheet = scan.new_page(width=400, height=600)
        sheet.insert_image(sheet.rect, pixmap=picture)
    tab = stage.open(write(folder, finished(scan), "scan.pdf"))
    stage.see("scan")
    stage.do("find")
    stage.see("scan-find")
    stage.close_tabs()
    tab = stage.open(write(folder, text_pdf("Harde cijfers helpen.", title="Cijfers"), "vol.pdf"))
    stage.wait(lambda: tab.session.marks.writable)
    with _full_disk():
        tab.session.marks.write_sheet(None, "Nog niet bewaard.")
        tab.session.marks.finish_typing()
        stage.wait(lambda: tab.session.marks.trouble)
        stage.see("not-saved")
    stage.wait(lambda: tab.session.marks.is_saved)
    stage.close_tabs()
    locked = pymupdf.open()
    locked.new_page()
    data = finished(locked, encryption=5, user_pw="geheim", owner_pw="x")
    stage.dialog("password", lambda: stage.program.open_file(_written(folder, data, "dicht.pdf")))
    stage.close_tabs()


def _empty_library(stage: Stage) -> None:
    """As before the first publication is opened, and when all have been removed."""
    stage.do("library")
    view = one(stage.window, LibraryView)
    table = one(view, QTreeView)
    stage.wait(lambda: table.model().rowCount())
    table.selectAll()
    view.remove_chosen()
    stage.wait(lambda: not table.model().rowCount(), "an empty library")
    stage.close_tabs()
    QTest.qWait(200)  # its rows are read anew


class _full_disk:  # noqa: N801 - it is used as a statement
    def __enter__(self) -> None:
        self._save = NotebookFile.save

        def refuse(file: NotebookFile, *_args: object, **_kwargs: object) -> None:
            raise NotSaved(file._path, Cause.FULL)

        NotebookFile.save = refuse  # type: ignore[method-assign]

    def __exit__(self, *_: object) -> None:
        NotebookFile.save = self._save  # type: ignore[method-assign]


def _written(folder: Path, data: bytes, name: str) -> Path:
    return write(folder, data, name)


def _see_menu(stage: Stage, name: str, menu: QMenu) -> None:
    menu.popup(stage.window.mapToGlobal(QPoint(60, 60)))
    QTest.qWait(60)
    stage.see(name, menu)
    menu.close()


ACTS: tuple[Callable[[Stage], None], ...] = (first_steps, reading, notes, finding, trouble)
