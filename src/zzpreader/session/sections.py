"""The section tree of one publication: from its bundle, else from the bookmarks of the PDF."""

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.bundle import Bundle
from zzpreader.model.outline import Bookmark, tree_of_bookmarks
from zzpreader.model.pages import Place
from zzpreader.model.sections import Section, SectionTree
from zzpreader.session.pages import Pages
from zzpreader.structure.bundle_map import tree_of_bundle
from zzpreader.wire import Answer, OutlineRead, ReadOutline, Request


class Sections(QObject):
    """Signals: changed() the tree is another one."""

    changed = Signal()

    def __init__(self, engine: Engine, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._pages = engine, pages
        self._bundle: Bundle | None = None
        self._bookmarks: tuple[Bookmark, ...] = ()
        self.tree = SectionTree()
        engine.opened.connect(self._ask)
        engine.answered.connect(self._take)
        pages.changed.connect(self._derive)

    def at(self, place: Place) -> Section | None:
        """The section in which the place lies; None before the first."""
        return self.tree.at(place)

    def use_bundle(self, bundle: Bundle | None) -> None:
        """From now on the tree is that of the bundle's section map; None: of the PDF's bookmarks again."""
        self._bundle = bundle
        self._derive()

    def _ask(self) -> None:
        self._engine.want(Lane.STRUCTURE, [ReadOutline()])

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if isinstance(request, ReadOutline) and isinstance(answer, OutlineRead):
            self._bookmarks = tuple(Bookmark(one.level, one.title, one.page, one.y) for one in answer.items)
            self._derive()

    def _derive(self) -> None:
        labels = self._pages.labels
        if self._bundle and self._bundle.sections:
            tree = tree_of_bundle(self._bundle, labels)
        else:
            tree = tree_of_bookmarks(self._bookmarks, labels)
        if tree.sections != self.tree.sections:
            self.tree = tree
            self.changed.emit()
