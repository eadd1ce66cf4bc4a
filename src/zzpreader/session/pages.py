"""How many pages there are, how large they are, and what is printed on them."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.geometry import Size
from zzpreader.model.pages import Labels, Page
from zzpreader.model.records import LabelRule
from zzpreader.model.selectors import Paper
from zzpreader.session.derived import Names, labels_of
from zzpreader.structure.label_rules import apply_rules
from zzpreader.wire import Answer, Opened, PagesRead, ReadPages, Request

A4 = Page(Size(595.0, 842.0))

_AT_ONCE = 50
"""Some 8 ms, for which whoever turns a page or searches may have to wait."""

_QUIET_MS = 60
_LEAST_POINTS, _MOST_POINTS = 1.0, 1e8


class Pages(QObject):
    """Signals: changed() sizes or labels are other ones than before.

    Until a page has been read it is taken to be as large as the first.
    """

    changed = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._pages: list[Page] = []
        self._waiting: list[ReadPages] = []
        self._labels_elsewhere: Labels | None = None
        self._derived: Names | None = None
        self._is_derived = False
        self._rules: tuple[LabelRule, ...] = ()
        self.labels = Labels(())
        # A publication of ten thousand pages answers in two hundred pieces; the layout is made for some together.
        self._settle = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._settle.timeout.connect(self._announce)
        engine.opened.connect(self._begin)
        engine.answered.connect(self._take)

    @property
    def count(self) -> int:
        return len(self._pages)

    @property
    def is_complete(self) -> bool:
        """Whether every size and label has been read."""
        return bool(self._pages) and not self._waiting

    @property
    def is_numbered(self) -> bool:
        """Whether the labels will stay as they are: before, 27 may be taken for the 27th page."""
        return self.is_complete and (self._is_derived or self._labels_elsewhere is not None)

    @property
    def all(self) -> Sequence[Page]:
        """In order; do not change it."""
        return self._pages

    def page(self, number: int) -> Page:
        """Its size, estimated until it is known."""
        return self._pages[number]

    @property
    def paper(self) -> Paper:
        """What is known of the pages for whoever makes or reads selectors."""
        return Paper(self.labels, self._width)

    def use_labels(self, labels: Labels | None) -> None:
        """What is printed on the pages, known better than from the PDF itself; None: the PDF's again."""
        self._labels_elsewhere = labels
        self._announce()

    def use_derived(self, names: Names | None) -> None:
        """The labels that were found on the pages; None: there will not be any, so the PDF's own hold."""
        self._derived, self._is_derived = names, True
        self._announce()

    def use_rules(self, rules: tuple[LabelRule, ...]) -> None:
        """What the reader says is printed, above all else."""
        if rules != self._rules:
            self._rules = rules
            self._announce()

    def labels_by(self, rules: Sequence[LabelRule]) -> Labels:
        """What is printed on the pages if the reader said this."""
        labels = self._labels_elsewhere or labels_of(self._derived, self._pages)
        return Labels(apply_rules(labels.names, rules)) if rules else labels

    def _width(self, number: int) -> float:
        return self._pages[number].size.width

    def _begin(self, opened: Opened) -> None:
        first = _sound(opened.first or A4)
        self._pages = [first] + [replace(first, label=None)] * (opened.pages - 1)
        self._waiting = [
            ReadPages(start, min(_AT_ONCE, opened.pages - start)) for start in range(0, opened.pages, _AT_ONCE)
        ]
        self._announce()
        self._engine.want(Lane.PAGES, self._waiting)

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if not isinstance(request, ReadPages) or request not in self._waiting:
            return
        self._waiting.remove(request)
        if isinstance(answer, PagesRead):
            found = [_sound(page) for page in answer.pages]
            self._pages[request.first : request.first + len(found)] = found
        if self._waiting:
            if not self._settle.isActive():
                self._settle.start()
        else:
            self._settle.stop()
            self._announce()

    def _announce(self) -> None:
        self.labels = self.labels_by(self._rules)
        self.changed.emit()


def _sound(page: Page) -> Page:
    """A size that can be divided by: a worker is not believed."""
    width, height = (min(max(side, _LEAST_POINTS), _MOST_POINTS) for side in (page.size.width, page.size.height))
    return page if (width, height) == (page.size.width, page.size.height) else replace(page, size=Size(width, height))
