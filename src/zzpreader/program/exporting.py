"""Exports from the window: asks what and where to, works on the store's thread, says what came of it."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox
from shiboken6 import isValid

from zzpreader.export import areas
from zzpreader.export.apparatus import Apparatus
from zzpreader.export.by_worker import Asking, NotMade
from zzpreader.export.formats import Format
from zzpreader.export.gather import Material, statuses_of
from zzpreader.export.guard import check_all
from zzpreader.export.lessons import file_name
from zzpreader.export.report import Original, Report, Work
from zzpreader.export.templates import BadTemplate, UnreadableTemplate
from zzpreader.export.wished import Preview, files_of, format_of, preview_of, report_of
from zzpreader.export.words import words_in
from zzpreader.export.writing import Cancelled, There, what_is_at, write_all
from zzpreader.model.annotation import Annotation
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.tags import TagCounts
from zzpreader.model.text import PageText
from zzpreader.program.keeping import Keeping
from zzpreader.sentences import filled, unmade_sentence
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.exporting.dialog import ExportDialog
from zzpreader.ui.exporting.form import ExportForm
from zzpreader.ui.exporting.words import format_words
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.wire import Answer, Request

_LONG_MS = 700
"""After which the reader is told that it is being written, and can cancel."""


class _Task(NamedTuple):
    """One export that was asked for, and where it goes."""

    tab: ReadingTab
    wish: ExportWish
    path: Path
    chosen: Format
    cancel: Event


class Exporting(QObject):
    """Args: language: of the interface, "nl" or "en"."""

    _done = Signal(object)
    """A function to be called on the window's thread."""

    def __init__(self, thread: StoreThread, keeping: Keeping, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread, self._keeping, self._language = thread, keeping, language
        self._previews = 0
        self._done.connect(self._call)

    def ask(self, tab: ReadingTab) -> ExportDialog:
        """Opens the dialog for the notes of this tab, filled in as the last time."""
        session, settings = tab.session, self._keeping.settings
        tags = TagCounts(tag for one in session.marks.notebook for tag in one.body.tags).names
        form = ExportForm(self._for(tab, settings.export), session.sections.tree, tags, settings.meanings)
        dialog = ExportDialog(form, tab)
        dialog.preview_wanted.connect(partial(self._preview, dialog, tab))
        dialog.chosen.connect(partial(self._choose_file, tab))
        dialog.open()
        return dialog

    def again(self, tab: ReadingTab) -> None:
        """The last export of this publication once more, to the same place; asks as ever if there was none."""
        wish = self._keeping.settings.export
        if wish.path and wish.source == self._source(tab):
            self.export(tab, wish, Path(wish.path))
        else:
            self.ask(tab)

    def export(self, tab: ReadingTab, wish: ExportWish, path: Path) -> None:
        """Args: path: the file, or the folder for one file for every lesson."""
        task = _Task(tab, wish, path, format_of(wish), Event())
        finished = Event()
        QTimer.singleShot(_LONG_MS, tab, lambda: self._say_long(task, finished))

        def look(report: Report) -> None:
            try:
                there = what_is_at(files_of(report, task.chosen, path, per_lesson=wish.per_lesson), task.chosen)
            except OSError as problem:
                finished.set()
                self._done.emit(partial(self._tell, task, problem, There.NOTHING))
            else:
                self._done.emit(partial(self._decide, task, report, there, finished))

        self._make_report(tab, wish, look, task)

    # the report

    def report(self, tab: ReadingTab, wish: ExportWish, then: Callable[[Report], None]) -> None:
        """Calls `then` on the store's thread; pictures of areas are only named in it."""
        self._make_report(tab, wish, then)

    def _for(self, tab: ReadingTab, wish: ExportWish) -> ExportWish:
        """Sections of another publication mean nothing in this one."""
        return wish if wish.source == self._source(tab) else replace(wish, sections=(), path="", source="")

    def _source(self, tab: ReadingTab) -> str:
        return tab.session.publication.id if tab.session.publication else ""

    def _make_report(
        self, tab: ReadingTab, wish: ExportWish, then: Callable[[Report], None], task: _Task | None = None
    ) -> None:
        """Calls `then` on the store's thread.

        Args:
            task: the export for which areas are drawn; without one they are only named.
        """
        session, settings = tab.session, self._keeping.settings
        details = session.details
        material = Material(
            work=Work(
                title=session.title,
                id=self._source(tab),
                authors=(details.author,) if details and details.author.strip() else (),
                language=details.language if details else "",
                pages=details.pages if details else 0,
            ),
            tree=session.sections.tree,
            labels=session.pages.labels,
            annotations=tuple(session.marks.notebook),
            words=words_in(self._language),
            meanings=settings.meanings,
            statuses=statuses_of(session.marks.notebook.standings),
            apparatus=Apparatus(
                records=tuple(one for one in session.marks.notebook.records if not isinstance(one, Annotation)),
                editions=session.publication.editions if session.publication else (),
            ),
            original=Original(file=session.file, edition=session.marks.edition, pages=tuple(session.pages.all)),
        )
        keeper = session.marks.keeper
        keeper.flush()  # the versions in its file are then those of these notes

        def work(texts: dict[int, str]) -> None:
            apparatus = replace(material.apparatus, versions=keeper.versions() if task else {})
            verdicts = check_all(material.annotations, texts) if wish.checked else {}
            checked = replace(material, verdicts=verdicts, apparatus=apparatus)
            report = report_of(checked, wish, settings.author, self._language)
            wanted = areas.requests(report) if task and wish.pictures else {}
            if not task or not wanted:
                then(report)
                return

            def drawn(answers: dict[Request, Answer]) -> None:
                pictures = areas.pictures(report, wanted, answers)
                illustrated = replace(checked, pictures=pictures)
                then(report_of(illustrated, wish, settings.author, self._language))

            self._done.emit(partial(self._send, task, wanted.values(), drawn))

        def collected(pages: list[int], texts: list[PageText]) -> None:
            found = {page: text.text for page, text in zip(pages, texts, strict=True)}
            self._thread.submit(lambda: work(found))

        quoted = (one for one in material.annotations if wish.checked and one.quote)
        pages = sorted({rects.page for one in quoted for rects in one.rects if rects.page < material.work.pages})
        session.texts.collect(pages, partial(collected, pages))

    def _send(self, task: _Task, requests: Iterable[Request], then: Callable[[dict[Request, Answer]], None]) -> None:
        """Ask these of the workers, and call `then` on the store's thread."""
        if isValid(task.tab):
            errands = task.tab.session.errands
            errands.run(requests, lambda found: self._thread.submit(lambda: then(found)), task.cancel.is_set)

    def _preview(self, dialog: ExportDialog, tab: ReadingTab, wish: ExportWish) -> None:
        self._previews = number = self._previews + 1

        def show(report: Report) -> None:
            if number == self._previews:
                preview = preview_of(report)
                self._done.emit(lambda: self._show(dialog, number, preview))

        self._make_report(tab, wish, show)

    def _show(self, dialog: ExportDialog, number: int, preview: Preview) -> None:
        if isValid(dialog) and number == self._previews:
            dialog.show_preview(preview)

    # where to

    def _choose_file(self, tab: ReadingTab, wish: ExportWish) -> None:
        chosen = format_of(wish)
        title = self.tr("Export notes")
        name = file_name(filled(self.tr("Notes on %1"), tab.session.title))
        last = Path(wish.path).parent if wish.path else tab.file.parent
        if wish.per_lesson:
            dialog = FileDialog(self.tr("Folder for the files of the lessons"), "", tab)
            path = next(iter(dialog.to_choose_folder(last)), None)
        else:
            if chosen.name == "annotated-pdf":
                name = file_name(filled(self.tr("%1 with notes"), tab.file.stem))
            kinds = f"{format_words(chosen.name)} (*{chosen.suffix})"
            dialog = FileDialog(title, kinds, tab)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # an export of ours is renewed, not replaced
            path = dialog.to_save(last / f"{name}{chosen.suffix}")
        if path:
            self.export(tab, wish, path)

    def _decide(self, task: _Task, report: Report, there: There, finished: Event) -> None:
        if not isValid(task.tab) or task.cancel.is_set():
            finished.set()
        elif there is There.PDF:
            finished.set()
            self._tell(task, FileExistsError(), there)
        elif there is There.OTHER and not self._may_replace(task):
            finished.set()
        else:
            self._write(task, report, there, finished)

    def _may_replace(self, task: _Task) -> bool:
        box = QMessageBox(task.tab)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Export notes"))
        words = self.tr("“%1” is there already. Its contents are lost when you replace it.")
        if task.wish.per_lesson:
            words = self.tr("In “%1” there are files with these names already. Their contents are lost.")
        box.setText(filled(words, task.path.name))
        keep = box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        replacing = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is replacing

    def _write(self, task: _Task, report: Report, there: There, finished: Event) -> None:
        def end(problem: Exception | None) -> None:
            finished.set()
            self._done.emit(partial(self._tell, task, problem, there))

        def write(chosen: Format) -> None:
            try:
                files = files_of(report, chosen, task.path, per_lesson=task.wish.per_lesson)
                write_all(files, chosen, force=there is not There.NOTHING, is_cancelled=task.cancel.is_set)
            except (OSError, Cancelled, BadTemplate) as refused:
                end(refused)
            else:
                end(None)

        def ask(asking: Asking, answers: Mapping[Request, Answer]) -> None:
            try:
                request = asking.send(next(iter(answers.values()), None))
            except StopIteration as made:
                write(task.chosen.made(made.value))
            except NotMade as refused:
                end(Cancelled() if task.cancel.is_set() else refused)
            else:
                self._done.emit(partial(self._send, task, [request], partial(ask, asking)))

        if task.chosen.asks:
            self._thread.submit(partial(ask, task.chosen.asks(report), {}))
        else:
            self._thread.submit(partial(write, task.chosen))

    # what is told

    def _say_long(self, task: _Task, finished: Event) -> None:
        if not finished.is_set():
            said = filled(self.tr("Your notes are being written to “%1”…"), task.path.name)
            task.tab.notice.say(said, (self.tr("Cancel"), task.cancel.set))

    def _tell(self, task: _Task, problem: Exception | None, there: There) -> None:
        tab, path = task.tab, str(task.path)
        if problem is None:
            wish = replace(task.wish, source=self._source(tab) if isValid(tab) else task.wish.source, path=path)
            self._keeping.change_settings({"export": wish})
        if not isValid(tab):
            return  # closed meanwhile
        if problem is None and there is There.OURS:
            words = self.tr("Your export in %1 is renewed; what you wrote in it yourself is still there.")
            tab.notice.say(filled(words, path))
        elif problem is None:
            tab.notice.say(filled(self.tr("Your notes are in %1."), path))
        elif isinstance(problem, Cancelled):
            tab.notice.say(self.tr("The export is cancelled; nothing was written."))
        elif there is There.PDF:
            tab.notice.say(filled(self.tr("%1 is a PDF and is not replaced by notes."), path), warning=True)
        elif isinstance(problem, BadTemplate):
            words = self.tr("The template “%1” is wrong: %2")
            if isinstance(problem, UnreadableTemplate):
                words = self.tr("The template “%1” cannot be read.")
            tab.notice.say(filled(words, Path(task.wish.template).name, str(problem)), warning=True)
        elif isinstance(problem, NotMade):
            tab.notice.say(unmade_sentence(problem.why), warning=True)
        else:
            words = self.tr("The notes could not be written to %1. Choose another folder.")
            tab.notice.say(filled(words, path), warning=True)

    def _call(self, act: Callable[[], object]) -> None:
        act()
