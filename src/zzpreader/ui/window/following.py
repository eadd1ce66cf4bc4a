"""Whether it is followed how far one has read; what follows it is read into memory when that is wanted."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zzpreader.session.session import Session
from zzpreader.ui.contents.pane import ContentsPane
from zzpreader.ui.view.page_view import PageView

if TYPE_CHECKING:
    from zzpreader.ui.window.progress import ReadingProgress


class Following(QObject):
    """
    Attributes:
        progress: None while nothing is followed.
        read_before: what was read the last time, as `state` told it.

    Signals:
        changed(): `progress` is another, or tells something else.
    """

    changed = Signal()

    def __init__(self, session: Session, view: PageView, contents: ContentsPane, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._view, self._contents = session, view, contents
        self._is_wanted = False
        self.progress: ReadingProgress | None = None
        self.read_before: object = None
        session.marks.loaded.connect(self._follow)

    @property
    def state(self) -> object:
        """For the next time, plain JSON; None if nothing is followed, or nothing has been read."""
        return (self.progress.state if self.progress else None) or None

    def set_wanted(self, wanted: bool) -> None:
        self._is_wanted = wanted
        self._follow()

    def _follow(self) -> None:
        """From when the notes are there, which is behind the first page."""
        if self._is_wanted and self._session.marks.is_loaded and self.progress is None:
            from zzpreader.ui.window.progress import ReadingProgress

            self.progress = ReadingProgress(self._session, self._view, self.read_before)
            self.progress.changed.connect(self.changed)
            self.progress.read_on.connect(partial(self._contents.show_progress, self.progress.of))
            self._contents.show_progress(self.progress.of)
        elif not self._is_wanted and self.progress:
            self.progress.deleteLater()
            self.progress, self.read_before = None, None
            self._contents.show_progress(None)
        self.changed.emit()
