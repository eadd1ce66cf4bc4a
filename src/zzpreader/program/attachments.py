"""Files inside a PDF: a worker names and unpacks them, the reader chooses, the store's thread writes them."""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal
from shiboken6 import isValid

from zzpreader.files import scratch_beside, write_whole
from zzpreader.model.attachments import Attachment, numbered
from zzpreader.sentences import filled
from zzpreader.session.deliver import deliver
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.attachments import AttachmentsDialog
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.wire import (
    Answer,
    AttachmentRead,
    AttachmentsRead,
    Failed,
    ReadAttachment,
    ReadAttachments,
    Reason,
    Request,
)

_MOST_TOLD = 3


class AttachmentsDesk(QObject):
    """
    Signals:
        shown(AttachmentsDialog): there are some.
    """

    shown = Signal(object)

    def __init__(self, thread: StoreThread, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = thread

    def show(self, tab: ReadingTab) -> None:
        """The list, as soon as it is read; a sentence if there is nothing in it."""
        tab.session.errands.run([ReadAttachments()], partial(self._show, tab))

    def _show(self, tab: ReadingTab, answers: dict[Request, Answer]) -> None:
        if not isValid(tab):
            return
        answer = answers.get(ReadAttachments())
        if not isinstance(answer, AttachmentsRead):
            tab.notice.say(self.tr("What is attached to this PDF cannot be read."), warning=True)
        elif not answer.attachments:
            tab.notice.say(self.tr("There are no files in this PDF."))
        else:
            dialog = AttachmentsDialog(answer.attachments, tab.session.pages.labels, tab)
            dialog.save_wanted.connect(partial(self._choose, tab, dialog, answer.attachments))
            dialog.finished.connect(dialog.deleteLater)
            self.shown.emit(dialog)
            dialog.open()

    def _choose(
        self, tab: ReadingTab, dialog: AttachmentsDialog, found: Sequence[Attachment], numbers: Sequence[int]
    ) -> None:
        """One gets a name, and Qt asks before another file is replaced; several get a folder, and replace nothing."""
        here = tab.file.parent
        if len(numbers) > 1:
            chosen = FileDialog(self.tr("Save into a folder"), "", dialog).to_choose_folder(here)
        else:
            to_save = FileDialog(self.tr("Save the file"), self.tr("All files (*)"), dialog)
            path = to_save.to_save(here / found[numbers[0]].name)
            chosen = [path] if path else []
            if path and path.resolve() == tab.file.resolve():
                dialog.say(self.tr("The publication itself is never written over. Choose another name."))
                return
        if chosen:
            self.save(tab, dialog, found, numbers, chosen[0])

    def save(
        self,
        tab: ReadingTab,
        dialog: AttachmentsDialog,
        found: Sequence[Attachment],
        numbers: Sequence[int],
        place: Path,
    ) -> None:
        """
        Args:
            place: of a single one its file, which is replaced; of several their folder, where nothing is.
        """
        wanted = [Wanted(n, found[n].name, place if len(numbers) > 1 else None) for n in numbers]
        Saving(tab, dialog, wanted, place, self._thread).go_on()


class Wanted(NamedTuple):
    """Args: folder: where it gets a name that is free; None if the reader named its file."""

    number: int
    name: str
    folder: Path | None


class Saving(QObject):
    """One file after another, each piece by piece; what was saved before it was stopped stays. Ends with its dialog."""

    _written = Signal(object)

    def __init__(
        self, tab: ReadingTab, dialog: AttachmentsDialog, wanted: list[Wanted], place: Path, thread: StoreThread
    ) -> None:
        super().__init__(dialog)
        self._tab, self._dialog, self._thread = tab, dialog, thread
        self._wanted, self._place = wanted, place
        self._is_folder = len(wanted) > 1
        self._pieces: list[bytes] = []
        self._done = 0
        self._bad: list[str] = []
        self._cancel = Event()
        self._written.connect(self._take_written)
        dialog.stop_wanted.connect(self._cancel.set)
        dialog.finished.connect(self._cancel.set)

    def go_on(self) -> None:
        """With the next piece, of the next file."""
        if not self._wanted or self._cancel.is_set():
            self._tell()
            return
        start = sum(map(len, self._pieces))
        words = self.tr("Saving “%1”: %2…")
        size = QLocale().formattedDataSize(start, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        self._dialog.say(filled(words, self._wanted[0].name, size), busy=True)
        request = ReadAttachment(self._wanted[0].number, start)
        self._tab.session.errands.run([request], partial(self._take, request), self._cancel.is_set)

    def _take(self, request: ReadAttachment, answers: dict[Request, Answer]) -> None:
        if not isValid(self):
            return
        match answers.get(request):
            case AttachmentRead(size=size, piece=piece):
                self._pieces.append(piece)
                if sum(map(len, self._pieces)) >= size:
                    self._write(b"".join(self._pieces))
                    return
            case Failed(reason=Reason.MEMORY):
                self._fail(self.tr("“%1” is larger than what can be saved from a PDF."))
            case Failed():
                self._fail(self.tr("“%1” cannot be read from this PDF."))
            case _:
                pass  # it was stopped
        self.go_on()

    def _write(self, data: bytes) -> None:
        wanted, place = self._wanted[0], self._place
        self._pieces = []

        def job() -> None:
            try:
                if wanted.folder:
                    _write_new(wanted.folder, wanted.name, data)
                else:
                    _write(place, data)
            except OSError as problem:
                deliver(self, "_written", problem)
            else:
                deliver(self, "_written", None)

        self._thread.submit(job)

    def _take_written(self, problem: OSError | None) -> None:
        if problem:
            self._fail(self.tr("“%1” could not be written. Choose another folder."))
        else:
            self._done += 1
            self._wanted.pop(0)
        self.go_on()

    def _fail(self, words: str) -> None:
        self._bad.append(filled(words, self._wanted.pop(0).name))
        self._pieces = []

    def _tell(self) -> None:
        if self._done == 0:
            said = self.tr("Nothing was saved.")
        elif self._is_folder:
            said = filled(self.tr("%n file(s) saved in %1.", "", self._done), str(self._place))
        else:
            said = filled(self.tr("Saved in %1."), str(self._place))
        self._dialog.say(" ".join([*self._bad[:_MOST_TOLD], said]))


def _write(path: Path, data: bytes) -> None:
    write_whole(path, data, scratch=scratch_beside(path), private=True)


def _write_new(folder: Path, name: str, data: bytes) -> None:
    """Under that name, else with the first number that is free. Raises: OSError."""
    path = _kept_free(folder, name)
    try:
        _write(path, data)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def _kept_free(folder: Path, name: str) -> Path:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    for number in count(1):
        path = folder / (name if number == 1 else numbered(name, number))
        with suppress(FileExistsError):
            os.close(os.open(path, flags, 0o600))
            return path
    raise AssertionError
