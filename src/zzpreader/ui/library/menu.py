"""What can be done with the publications that are chosen in the library."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from zzpreader.model.displayed import one_line
from zzpreader.model.library import PublicationRow
from zzpreader.model.typed import tidy_tags
from zzpreader.ui.acting import doing
from zzpreader.ui.dialogs.line import ask_line

Put = Callable[[str, bool], object]


class LibraryMenu(QMenu):
    """
    Signals:
        open_wanted(), details_wanted(), search_wanted(), references_wanted(), removal_wanted().
        collected(str, bool), tagged(str, bool): all that are chosen, put in or taken out.
    """

    open_wanted = Signal()
    details_wanted = Signal()
    search_wanted = Signal()
    references_wanted = Signal()
    removal_wanted = Signal()
    collected = Signal(str, bool)
    tagged = Signal(str, bool)

    def __init__(
        self, rows: Sequence[PublicationRow], collections: Sequence[str], tags: Sequence[str], parent: QWidget
    ) -> None:
        """
        Args:
            collections, tags: those that are in use.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.addAction(self.tr("&Open")).triggered.connect(doing(self.open_wanted.emit))
        if len(rows) == 1:
            details = self.addAction(self.tr("&Details…"))
            details.setShortcut("F2")
            details.triggered.connect(doing(self.details_wanted.emit))
            if rows[0].is_missing:
                look = self.addAction(self.tr("&Look for the file…"))
                look.triggered.connect(doing(self.search_wanted.emit))
        self.addSeparator()
        for words, own, known, new, put in (
            (
                self.tr("&Collections"),
                [row.collections for row in rows],
                collections,
                self.tr("New collection…"),
                self.collected.emit,
            ),
            (self.tr("&Tags"), [row.tags for row in rows], tags, self.tr("New tag…"), self.tagged.emit),
        ):
            self._add_names(self.addMenu(words), own, known, new, put)
        self.addSeparator()
        details = self.addAction(self.tr("&Import details (BibTeX, CSL)…"))
        details.triggered.connect(doing(self.references_wanted.emit))
        remove = self.addAction(self.tr("&Remove from the library"))
        remove.setShortcut("Del")
        remove.triggered.connect(doing(self.removal_wanted.emit))

    def _add_names(self, menu: QMenu, own: Sequence[Sequence[str]], known: Sequence[str], new: str, put: Put) -> None:
        """Each name, checked if all that are chosen have it."""
        for name in known:
            action = menu.addAction(one_line(name, 60).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(all(name in names for names in own))
            action.toggled.connect(partial(put, name))
        if known:
            menu.addSeparator()
        menu.addAction(new).triggered.connect(doing(partial(self._ask, new, put)))

    def _ask(self, title: str, put: Put) -> None:
        names = ask_line(self.parentWidget(), title.rstrip("…"), self.tr("Name:"), "", self.tr("Add"))
        for name in tidy_tags((names or "").split(",")):
            put(name, True)  # noqa: FBT003 - a signal knows no names
