"""Exports from the window: asks what and where to, works on the store's thread, says what came of it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from threading import Event

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox
from shiboken6 import isValid

from zzpreader.export.by_worker import Asking, NotMade
from zzpreader.export.formats import Format
from zzpreader.export.gather import Material
from zzpreader.export.lessons import file_name
from zzpreader.export.preview import Preview, beginning_of, preview_of
from zzpreader.export.report import Report
from zzpreader.export.templates import BadTemplate
from zzpreader.export.watched import Cancelled, Watch, watched
from zzpreader.export.wished import files_of, format_of
from zzpreader.export.writing import There, what_is_at, write_all
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.tags import TagCounts
from zzpreader.program.keeping import Keeping
from zzpreader.program.outside import open_outside
from zzpreader.program.reports import Reports, Wanted, source_of, yielding
from zzpreader.sentences import filled, unfilled_sentence, unmade_sentence
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.exporting.dialog import ExportDialog
from zzpreader.ui.exporting.form import ExportForm
from zzpreader.ui.exporting.words import format_words
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.wire import Answer, Request

_LONG_MS = 700
"""After which the reader is told that it is being written, and can cancel."""


class _Task(Wanted):
    """One export that was asked for, and where it goes.

    Attributes:
        cancel: set by the reader.
        finished: set when there is nothing to cancel any more.
    """

    def __init__(self, tab: ReadingTab, wish: ExportWish, path: Path) -> None:
        self.cancel, self.finished = Event(), Event()
        super().__init__(tab, wish, versions=True, is_cancelled=self.cancel.is_set)
        self.path = path
        self.chosen = format_of(wish, self.cancel.is_set)


class Exporting(QObject):
    """Args: reports: makes the reports that are written."""

    _done = Signal(object)
    """A function to be called on the window's thread."""

    def __init__(self, thread: StoreThread, keeping: Keeping, reports: Reports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread, self._keeping, self._reports = thread, keeping, reports
        self._previews = 0
        self._done.connect(self._call)

    def ask(self, tab: ReadingTab) -> ExportDialog:
        """Opens the dialog for the notes of this tab, filled in as the last time."""
        session, settings = tab.session, self._keeping.settings
        tags = TagCounts(tag for one in session.marks.notebook for tag in one.body.tags).names
        wish, notes = self._for(tab, settings.export), tab.contents.notes_within
        form = ExportForm(wish, session.sections.tree, tags, settings.meanings, notes)
        dialog = ExportDialog(form, tab)
        dialog.preview_wanted.connect(partial(self._preview, dialog, tab))
        dialog.chosen.connect(partial(self._choose_file, tab))
        dialog.open()
        return dialog

    def again(self, tab: ReadingTab) -> None:
        """The last export of this publication once more, to the same place; asks as ever if there was none."""
        wish = self._keeping.settings.export
        if wish.path and wish.source == source_of(tab):
            self.export(tab, wish, Path(wish.path))
        else:
            self.ask(tab)

    def export(self, tab: ReadingTab, wish: ExportWish, path: Path) -> None:
        """Args: path: the file, or the folder for one file for every lesson."""
        task = _Task(tab, wish, path)
        task.given_up = lambda: self._end(task, Cancelled())
        QTimer.singleShot(_LONG_MS, tab, lambda: self._say_long(task))

        def look(report: Report) -> None:
            try:
                there = what_is_at(files_of(report, task.chosen, path, per_lesson=wish.per_lesson), task.chosen)
            except OSError as problem:
                self._end(task, problem)
            else:
                self._done.emit(partial(self._decide, task, report, there))

        def illustrate(material: Material, report: Report) -> None:
            self._reports.illustrate(task, material, report, look)

        self._reports.make(task, illustrate)

    def _for(self, tab: ReadingTab, wish: ExportWish) -> ExportWish:
        """Sections of another publication mean nothing in this one."""
        return wish if wish.source == source_of(tab) else replace(wish, sections=(), path="", source="")

    # preview

    def _preview(self, dialog: ExportDialog, tab: ReadingTab, wish: ExportWish) -> None:
        self._previews = number = self._previews + 1
        reports = self._reports

        def is_cancelled() -> bool:
            return number != self._previews

        def begin(material: Material, report: Report) -> None:
            beginning = beginning_of(material, report)
            reports.illustrate(wanted, beginning, reports.of(beginning, wish), partial(show, report))

        def show(report: Report, beginning: Report) -> None:
            preview = preview_of(report, beginning, wish, is_cancelled)
            pictures = tuple(map(QImage.fromData, preview.pictures))
            self._done.emit(lambda: self._show(dialog, number, preview, pictures))

        wanted = Wanted(tab, wish, versions=False, is_cancelled=is_cancelled)
        dialog.finished.connect(self._end_previews)
        reports.make(wanted, begin)

    def _end_previews(self) -> None:
        self._previews += 1

    def _show(self, dialog: ExportDialog, number: int, preview: Preview, pictures: Sequence[QImage]) -> None:
        if isValid(dialog) and number == self._previews:
            dialog.show_preview(preview, pictures)

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

    def _decide(self, task: _Task, report: Report, there: There) -> None:
        if not isValid(task.tab) or task.cancel.is_set():
            self._end(task, Cancelled())
        elif there is There.PDF:
            self._end(task, FileExistsError(), there)
        elif there is There.OTHER and not self._may_replace(task):
            task.finished.set()
            task.tab.notice.hide()
        else:
            self._write(task, report, there)

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

    def _write(self, task: _Task, report: Report, there: There) -> None:
        watch = Watch(task.cancel.is_set, lambda share: self._done.emit(partial(self._say_share, task, share)))
        followed = watched(report, watch)

        def write(chosen: Format) -> None:
            try:
                files = files_of(followed, chosen, task.path, per_lesson=task.wish.per_lesson)
                write_all(files, chosen, force=there is not There.NOTHING, is_cancelled=task.cancel.is_set)
            except (OSError, Cancelled, BadTemplate) as refused:
                self._end(task, refused, there)
            else:
                self._end(task, None, there)

        def ask(asking: Asking, answers: Mapping[Request, Answer]) -> None:
            try:
                request = asking.send(next(iter(answers.values()), None))
            except StopIteration as made:
                write(task.chosen.made(made.value))
            except (NotMade, Cancelled) as refused:
                self._end(task, Cancelled() if task.cancel.is_set() else refused, there)
            else:
                self._reports.ask(task, [request], partial(ask, asking))

        if task.chosen.asks:
            self._thread.submit(yielding(partial(ask, task.chosen.asks(followed), {})))
        else:
            self._thread.submit(yielding(partial(write, task.chosen)))

    # what is told

    def _say_long(self, task: _Task) -> None:
        if not task.finished.is_set():
            said = filled(self.tr("Your notes are being written to “%1”…"), task.path.name)
            task.tab.notice.say(said, (self.tr("Cancel"), task.cancel.set))

    def _say_share(self, task: _Task, share: float) -> None:
        """Where it is said already that they are being written."""
        if isValid(task.tab) and not task.finished.is_set():
            begun = filled(self.tr("Your notes are being written to “%1”…"), task.path.name)
            task.tab.notice.go_on(begun, f"{begun} {round(share * 100)} %")

    def _end(self, task: _Task, problem: Exception | None, there: There = There.NOTHING) -> None:
        task.finished.set()
        self._done.emit(partial(self._tell, task, problem, there))

    def _offer_to_open(self, path: Path) -> tuple[str, Callable[[], object]]:
        return self.tr("Open"), partial(open_outside, path)

    def _tell(self, task: _Task, problem: Exception | None, there: There) -> None:
        tab, path = task.tab, str(task.path)
        if problem is None:
            wish = replace(task.wish, source=source_of(tab) if isValid(tab) else task.wish.source, path=path)
            self._keeping.change_settings({"export": wish})
        if not isValid(tab):
            return  # closed meanwhile
        if problem is None and there is There.OURS:
            words = self.tr("Your export in %1 is renewed; what you wrote in it yourself is still there.")
            tab.notice.say(filled(words, path), self._offer_to_open(task.path))
        elif problem is None:
            tab.notice.say(filled(self.tr("Your notes are in %1."), path), self._offer_to_open(task.path))
        elif isinstance(problem, Cancelled):
            tab.notice.say(self.tr("The export is cancelled; nothing was written."))
        elif there is There.PDF:
            tab.notice.say(filled(self.tr("%1 is a PDF and is not replaced by notes."), path), warning=True)
        elif isinstance(problem, BadTemplate):
            tab.notice.say(unfilled_sentence(problem.why, Path(task.wish.template).name, str(problem)), warning=True)
        elif isinstance(problem, NotMade):
            tab.notice.say(unmade_sentence(problem.why), warning=True)
        else:
            words = self.tr("The notes could not be written to %1. Choose another folder.")
            tab.notice.say(filled(words, path), warning=True)

    def _call(self, act: Callable[[], object]) -> None:
        act()
