"""Exports from the window: asks where to, writes on the store's thread, says what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from zzpreader.export.choice import Choice
from zzpreader.export.compose import compose
from zzpreader.export.files import write_beside
from zzpreader.export.gather import Material
from zzpreader.export.markdown import to_markdown
from zzpreader.export.report import Meta, Work
from zzpreader.export.words import words_in
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.window.tab import ReadingTab


class Exporting(QObject):
    """Args: language: of the interface, "nl" or "en"."""

    _written = Signal(object, object, object)

    def __init__(self, thread: StoreThread, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread, self._language = thread, language
        self._written.connect(self._tell)

    def ask(self, tab: ReadingTab, meanings: dict[str, str]) -> None:
        """Asks for a file and writes the notes of this tab into it."""
        stem = "".join(c if c.isalnum() or c in " -_.,()’'" else "-" for c in tab.session.title).strip() or "notes"
        proposal = tab.file.with_name(self.tr("Notes on %1.md").replace("%1", stem[:80]))
        path = FileDialog(self.tr("Export notes"), self.tr("Markdown (*.md)"), tab).to_save(proposal)
        if path:
            self._write(tab, path, meanings)

    def _write(self, tab: ReadingTab, path: Path, meanings: dict[str, str]) -> None:
        session = tab.session
        material = Material(
            work=Work(title=session.title),
            tree=session.sections.tree,
            labels=session.pages.labels,
            annotations=tuple(session.marks.notebook),
            words=words_in(self._language),
            meanings=meanings,
        )

        def job() -> None:
            problem: OSError | None = None
            try:
                text = to_markdown(compose(material, Choice(), Meta(title=material.work.title)))
                write_beside(path, text.encode(), force=True)
            except OSError as refused:
                problem = refused
            self._written.emit(tab, path, problem)

        self._thread.submit(job)

    def _tell(self, tab: ReadingTab, path: Path, problem: OSError | None) -> None:
        if not isValid(tab):
            return  # closed meanwhile
        if problem is None:
            show: tuple[str, Callable[[], object]] = (
                self.tr("Show folder"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
            )
            tab.notice.say(self.tr("Your notes are in %1.").replace("%1", path.name), show)
        elif isinstance(problem, FileExistsError):
            tab.notice.say(self.tr("%1 is a PDF and is not replaced by notes.").replace("%1", path.name), warning=True)
        else:
            tab.notice.say(
                self.tr("The notes could not be written to %1. Choose another folder.").replace("%1", path.name),
                warning=True,
            )
