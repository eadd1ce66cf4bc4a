"""What can be done at a spot of the page, as a menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from zzpreader.model.annotation import Highlight
from zzpreader.session.marks import Marks
from zzpreader.ui.acting import doing
from zzpreader.ui.colour_menu import fill_with_colours
from zzpreader.ui.view.page_view import Spot


class PageMenu(QMenu):
    """
    Args:
        spot: where it is asked for.
        selected: whether text is selected.
        mark, note, bookmark, copy: what the menu does with the selection or at the spot.
        show_card: brings a note into view in the notes pane.
        keys: actions of the page with single letters as keys; they rest while the menu is open, for its letters come
            to the page first.
    """

    def __init__(
        self,
        spot: Spot,
        marks: Marks,
        meanings: dict[str, str],
        *,
        selected: bool,
        mark: Callable[[Highlight, str], object],
        note: Callable[[], object],
        bookmark: Callable[[], object],
        copy: Callable[[], object],
        show_card: Callable[[str], object],
        keys: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks, self._meanings = marks, meanings
        self._keys = [action for action in keys if action.isEnabled()]
        self.aboutToShow.connect(partial(self._let_keys_work, on=False))
        self.aboutToHide.connect(partial(self._let_keys_work, on=True))
        if selected:
            self._do(self.tr("&Copy"), copy)
            self._colours(self.tr("&Highlight"), lambda color: mark(Highlight.SOLID, color))
            self.addSeparator()
        for annotation_id in spot.annotations[:1]:
            self._about(annotation_id, show_card)
            self.addSeparator()
        if spot.address:
            self._do(self.tr("Copy &address"), partial(QGuiApplication.clipboard().setText, spot.address))
            self.addSeparator()
        self._do(self.tr("&Note on the selection") if selected else self.tr("&Note here"), note, changes=True)
        self._do(self.tr("&Bookmark here…"), bookmark, changes=True)

    def _about(self, annotation_id: str, show_card: Callable[[str], object]) -> None:
        self._do(self.tr("&Show in the notes"), partial(show_card, annotation_id))
        annotation = self._marks.notebook.get(annotation_id)
        if annotation and annotation.body.color:
            self._colours(self.tr("C&olour"), partial(self._marks.recolour, [annotation_id]))
        self._do(self.tr("&Delete"), partial(self._marks.delete, [annotation_id]), changes=True)

    def _colours(self, title: str, act: Callable[[str], object]) -> None:
        menu = self.addMenu(title)
        menu.setEnabled(self._marks.writable)
        fill_with_colours(menu, self._meanings, act)

    def _do(self, words: str, act: Callable[[], object], *, changes: bool = False) -> None:
        action = self.addAction(words)
        action.setEnabled(self._marks.writable or not changes)
        action.triggered.connect(doing(act))

    def _let_keys_work(self, *, on: bool) -> None:
        for action in self._keys:
            action.setEnabled(on)
