"""Between the notebook in the window and its file on the store's thread."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from zzpreader.model.publication import Publication
from zzpreader.model.records import Record
from zzpreader.sentences import filled
from zzpreader.session.deliver import deliver
from zzpreader.store.envelope import Tables
from zzpreader.store.home import Home
from zzpreader.store.loading import Missing
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, NewerSchema, NotSaved, StoreError
from zzpreader.store.saver import Progress, Saver
from zzpreader.store.thread import StoreThread

_Answer = TypeVar("_Answer")

QUIET_MS = 700
"""Typing is saved when the keys rest this long."""

LONGEST_MS = 4000
"""And when they do not rest, this long after the first unsaved one. Both leave the disk its time: 1 s and 5 s."""


class Keeper(QObject):
    """Opens, saves and closes one notebook's file without ever waiting for the disk.

    Attributes:
        trouble: why the last save failed, "" if it did not: closing now would lose what is not saved.

    Signals:
        opened(tuple): the records in the file.
        read_only(str): nothing can be saved, and why.
        mended(str): what was done about a damaged file.
        saving(), saved(): a save has begun; all that was put is on the disk.
        unsaved(str): saving failed and is tried again; nothing is lost as long as the program runs.
        copied(str), not_copied(str): what came of `save_copy`, as a sentence.
    """

    opened = Signal(tuple)
    read_only = Signal(str)
    mended = Signal(str)
    saving = Signal()
    saved = Signal()
    unsaved = Signal(str)
    copied = Signal(str)
    not_copied = Signal(str)
    _file_opened = Signal(object)
    _reported = Signal(object)
    _told = Signal(object)

    def __init__(self, thread: StoreThread, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writable = False
        self.trouble = ""
        self._thread = thread
        self._home = home
        self._file: NotebookFile | None = None
        self._saver: Saver | None = None
        self._merging: tuple[Tables, ...] = ()
        self._is_closed = False
        self._typed: dict[str, Record | None] = {}
        self._undone: frozenset[str] = frozenset()
        self._quiet = self._timer(QUIET_MS)
        self._longest = self._timer(LONGEST_MS)
        # Emitted on the store's thread, so these are delivered on this one.
        self._file_opened.connect(self._take)
        self._reported.connect(self._tell)
        self._told.connect(_call)

    def open(self, publication: Publication) -> None:
        """Answers by `opened`, and by `read_only` or `mended` before it if there is something to say."""
        if self._is_closed:
            return
        path = self._home.notebook(publication.id)

        def read() -> None:
            with suppress(StoreError):  # the notebook then says that it cannot be written
                self._home.prepare()
            try:
                found: NotebookFile | StoreError = NotebookFile(path, publication)
            except StoreError as problem:
                found = problem
            deliver(self, "_file_opened", found)

        self._thread.submit(read)

    @property
    def is_saved(self) -> bool:
        return not self._typed and not self._merging and (self._saver is None or self._saver.is_idle)

    def put(self, changed: Mapping[str, Record | None], *, typing: bool = False, undone: Collection[str] = ()) -> None:
        """Bring these to the disk: at once, or for typing when the keys rest. None removes.

        Args:
            undone: ids of those removed that undo took away.
        """
        if any(record is None and self._typed.get(id_) for id_, record in changed.items()):
            self.flush()  # what is deleted rests in the trash as it was at last
        self._typed |= changed
        self._undone = self._undone.difference(changed).union(undone)
        if not typing:
            self.flush()
            return
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def merge(self, tables: Tables) -> None:
        """Bring another notebook of this publication to the disk with the next save; `put` what it changes here too."""
        self._merging += (tables,)

    def learn(self, publication: Publication) -> None:
        """More is known of it, which is kept with the next save."""

        def put(file: NotebookFile) -> None:
            file.publication = publication

        self.ask(put, lambda _: None)

    def ask(self, question: Callable[[NotebookFile], _Answer], answer: Callable[[_Answer], object]) -> None:
        """Look something up in the file, after all that was put is written; `answer` is called on this thread.

        Where no file could be opened, or the notebook closes meanwhile, it is never called.
        """
        self.flush()
        file = self._file
        if file is None:
            return
        self._thread.submit(lambda: deliver(self, "_told", partial(answer, question(file))))

    def save_copy(self, path: Path) -> None:
        """All notes, also those that could not be saved, in one file. Answers by `copied` or `not_copied`."""
        self.flush()
        if self._saver:
            self._saver.copy(path, lambda problem: deliver(self, "_told", partial(self._tell_copied, path, problem)))

    def versions(self) -> dict[str, dict[str, int]]:
        """Of all records as they lie in the file, by id. To be called on the store's thread."""
        return self._file.versions if self._file else {}

    def flush(self) -> None:
        """Save now what was typed."""
        self._quiet.stop()
        self._longest.stop()
        if (self._typed or self._merging) and self._saver:
            self._saver.put(self._typed, self._merging, self._undone)
            self._typed, self._merging, self._undone = {}, (), frozenset()

    def close(self) -> None:
        """Save and give the file free; done when the store's thread has come to it."""
        self.flush()
        self.writable = False
        self._is_closed = True
        if self._saver:
            self._saver.close()

    def _timer(self, after_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(self.flush)
        return timer

    def _take(self, found: NotebookFile | StoreError) -> None:
        if self._is_closed:
            # The file came when the reader had gone: it must be free for who opens it next.
            if isinstance(found, NotebookFile):
                self._thread.submit(found.close)
            return
        if isinstance(found, StoreError):
            self.read_only.emit(self._why_closed(found))
            self.opened.emit(())
            return
        self._file = found
        self._saver = Saver(self._thread, found, lambda progress: deliver(self, "_reported", progress))
        self.writable = found.writable
        if found.recovery:
            self.mended.emit(self._what_was_mended(found))
        if not found.writable:
            self.read_only.emit(self._why_read_only(found))
        self.opened.emit(found.records)

    def _tell(self, progress: Progress | NotSaved) -> None:
        if isinstance(progress, NotSaved):
            self.trouble = self._why_unsaved(progress)
            self.unsaved.emit(self.trouble)
        elif progress is Progress.SAVING:
            self.saving.emit()
        else:
            self.trouble = ""
            if self.is_saved:
                self.saved.emit()

    def _tell_copied(self, path: Path, problem: NotSaved | None) -> None:
        if problem:
            words = self.tr("The copy could not be written to “%1”: %2 Choose another place.")
            self.not_copied.emit(filled(words, str(path.parent), self._reason(problem.cause)))
        else:
            words = self.tr(
                "All notes of this publication are in “%1” now. To take them in later: File, Merge notes from a file."
            )
            self.copied.emit(filled(words, path.name))

    def _why_closed(self, problem: StoreError) -> str:
        if isinstance(problem, NewerSchema):
            return self.tr(
                "The notes of this publication were made by a newer version of zzpreader. They are safe, "
                "but this version cannot show them."
            )
        return self.tr("The notes of this publication cannot be read. Their file was left as it is.")

    def _why_read_only(self, file: NotebookFile) -> str:
        if file.in_use:
            return self.tr(
                "The notes of this publication are open in another tab or window. Here you can only read them."
            )
        return self.tr("The folder for notes cannot be written. You can read, but nothing new can be saved.")

    def _what_was_mended(self, file: NotebookFile) -> str:
        match file.recovery and file.recovery.missing:
            case Missing.NOTHING:
                return self.tr("The file with your notes was damaged and is kept aside. Nothing is lost.")
            case Missing.LAST:
                return self.tr(
                    "The end of the file with your notes could not be read and is kept aside, as after a power cut. "
                    "Your last changes may be missing."
                )
            case Missing.SOME:
                return self.tr(
                    "The file with your notes was damaged and is kept aside. Some changes could not be read; "
                    "all others are there."
                )
            case Missing.LATER:
                return self.tr("The file with your notes was damaged and is kept aside. The last backup was loaded.")
            case _:
                return self.tr("The file with your notes was damaged and is kept aside. There was no backup to load.")

    def _why_unsaved(self, problem: NotSaved) -> str:
        rest = self.tr("Your last changes are not saved yet. Keep this window open: it will try again.")
        return f"{self._reason(problem.cause)} {rest}"

    def _reason(self, cause: Cause) -> str:
        reasons = {
            Cause.FULL: self.tr("The disk is full."),
            Cause.REFUSED: self.tr("The folder for notes cannot be written."),
            Cause.BROKEN: self.tr("The disk reports an error."),
        }
        return reasons[cause]


def _call(answer: Callable[[], object]) -> None:
    answer()
