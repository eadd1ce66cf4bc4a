"""The texts of another file of the publication, read by a worker of their own while they are needed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.engine.spawn import Source, Spawned, spawn
from zzpreader.model.text import EMPTY, PageText
from zzpreader.wire import Answer, Failed, Opened, ReadText, Request, TextRead

_AT_ONCE = 32


class OtherEdition(QObject):
    """Signals: read(tuple[PageText, ...]): of all pages in order; () if the file cannot be read."""

    read = Signal(object)

    def __init__(
        self, file: Path, parent: QObject | None = None, *, start: Callable[[Source], Spawned] = spawn
    ) -> None:
        """Args: start: where its worker comes from."""
        super().__init__(parent)
        self._engine = Engine(file, workers=1, start=start, parent=self)
        self._engine.stopped.connect(self._engine.go_on)  # every page is looked at once, and none twice
        self._texts: list[PageText | None] = []
        self._waiting: list[Request] = []
        self._engine.opened.connect(self._begin)
        self._engine.failed.connect(self._give_up)
        self._engine.answered.connect(self._take)
        self._engine.open()

    def close(self) -> None:
        """Before it is dropped: its worker ends."""
        self._engine.close()

    def _begin(self, opened: Opened) -> None:
        self._texts = [None] * opened.pages
        self._waiting = [ReadText(page) for page in range(opened.pages)]
        self._engine.want(Lane.TEXT, self._waiting[:_AT_ONCE])

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if not isinstance(request, ReadText) or request not in self._waiting:
            return
        self._waiting.remove(request)
        self._texts[request.page] = answer.text if isinstance(answer, TextRead) else EMPTY
        self._engine.want(Lane.TEXT, self._waiting[:_AT_ONCE])
        if not self._waiting:
            self.close()
            self.read.emit(tuple(text or EMPTY for text in self._texts))

    def _give_up(self, _failed: Failed) -> None:
        self.close()
        self.read.emit(())
