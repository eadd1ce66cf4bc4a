"""The lessons of one open publication as rows of the overview, kept up to date."""

from PySide6.QtCore import QObject, QTimer, Signal

from zzpreader.model.counts import NoteCounts
from zzpreader.model.matrix import LessonRow, rows_of
from zzpreader.model.notebook import Change
from zzpreader.session.session import Session

_QUIET_MS = 50
"""A tree that comes in parts, or a note that is typed, is told once."""


class LiveLessons(QObject):
    """Signals: changed(): `rows` may be other ones."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counts: NoteCounts | None = None
        self._is_loaded = session.marks.is_loaded
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET_MS)
        self._soon.timeout.connect(self.changed)
        session.sections.changed.connect(self._begin_again)
        session.sections.settled.connect(self._begin_again)
        session.marks.loaded.connect(self._load)
        session.marks.edited.connect(self._take)

    @property
    def publication_id(self) -> str:
        """ "" as long as it is not known."""
        return self._session.publication.id if self._session.publication else ""

    @property
    def is_live(self) -> bool:
        """Whether its notebook and all its sections are there; until then it is as it was left."""
        return self._is_loaded and self._session.sections.is_settled

    def rows(self) -> list[LessonRow]:
        tree, notebook = self._session.sections.tree, self._session.marks.notebook
        self._counts = self._counts or NoteCounts(tree, notebook)
        return rows_of(self.publication_id, self._session.title, tree, notebook, self._counts)

    def _load(self) -> None:
        self._is_loaded = True
        self._begin_again()

    def _begin_again(self) -> None:
        self._counts = None
        self._soon.start()

    def _take(self, change: Change) -> None:
        if self._counts:
            self._counts.apply(change)
        self._soon.start()
