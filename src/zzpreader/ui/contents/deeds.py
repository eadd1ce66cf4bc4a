"""What can be done to the chosen sections: by key while the tree has the focus, and from its menu."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from zzpreader.model.reshaping import can_shift, step_aside
from zzpreader.model.sections import Kind, Section
from zzpreader.session.editing import TreeEditing
from zzpreader.session.sections import Sections
from zzpreader.session.standings import Standings
from zzpreader.ui.acting import doing
from zzpreader.ui.contents.origin import is_unsure, kind_name
from zzpreader.ui.contents.tree import ContentsTree
from zzpreader.ui.lessons.menu import fill_status_menu


class _Deed(NamedTuple):
    words: str
    key: str
    act: Callable[[], object]
    is_possible: Callable[[], bool]


class TreeDeeds(QObject):
    """
    Args:
        go: goes to the current section.
    """

    def __init__(
        self,
        tree: ContentsTree,
        sections: Sections,
        editing: TreeEditing,
        standings: Standings,
        go: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tree, self._sections, self._editing, self._standings = tree, sections, editing, standings
        chosen = tree.chosen
        self._go = _Deed(self.tr("&Go there"), "", go, lambda: tree.current() is not None)
        self._naming = [
            _Deed(self.tr("&Rename"), "F2", self._rename, lambda: tree.current() is not None),
            _Deed(self.tr("&This is a section"), "Space", self._accept, lambda: bool(self._unsure())),
            _Deed(self.tr("&Delete"), "Del", lambda: editing.remove(chosen()), self._any),
        ]
        self._arranging = [
            _Deed(self.tr("Level d&eeper"), "Ctrl+Shift+Right", partial(self._shift, 1), partial(self._can_shift, 1)),
            _Deed(self.tr("Level &out"), "Ctrl+Shift+Left", partial(self._shift, -1), partial(self._can_shift, -1)),
            _Deed(self.tr("Move &up"), "Ctrl+Shift+Up", partial(self._aside, -1), partial(self._can_aside, -1)),
            _Deed(self.tr("Move do&wn"), "Ctrl+Shift+Down", partial(self._aside, 1), partial(self._can_aside, 1)),
        ]
        self._forget = _Deed(self.tr("Restore the contents as &found"), "", editing.forget, lambda: editing.has_changes)
        for deed in (*self._naming, *self._arranging):
            action = QAction(deed.words, tree)
            action.setShortcut(QKeySequence(deed.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(doing(partial(self._do, deed)))
            tree.addAction(action)

    def menu(self) -> QMenu:
        """For what is chosen now."""
        menu = QMenu(self._tree)
        self._offer(menu, self._go, always=True)
        menu.addSeparator()
        for deed in self._naming:
            self._offer(menu, deed)
        kinds = menu.addMenu(self.tr("&Kind"))
        kinds.setEnabled(self._editing.is_possible and self._any())
        now = {section.kind for section in self._chosen()}
        for kind in Kind:
            action = kinds.addAction(kind_name(kind))
            action.setCheckable(True)
            action.setChecked(now == {kind})
            action.triggered.connect(doing(partial(self._editing.set_kind, self._tree.chosen(), kind)))
        statuses = menu.addMenu(self.tr("S&tatus"))
        statuses.setEnabled(self._any())
        chosen = self._tree.chosen()
        held = {self._standings.status(id_) for id_ in chosen}
        fill_status_menu(statuses, held, partial(self._standings.set_status, chosen))
        menu.addSeparator()
        for deed in self._arranging:
            self._offer(menu, deed)
        menu.addSeparator()
        self._offer(menu, self._forget)
        return menu

    def _offer(self, menu: QMenu, deed: _Deed, *, always: bool = False) -> None:
        action = menu.addAction(deed.words)
        action.setShortcut(QKeySequence(deed.key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here; the tree answers to it
        action.setEnabled((always or self._editing.is_possible) and deed.is_possible())
        action.triggered.connect(doing(deed.act))

    def _do(self, deed: _Deed) -> None:
        if deed.is_possible() and not self._editing.refuses():
            deed.act()

    def _any(self) -> bool:
        return bool(self._tree.chosen())

    def _chosen(self) -> list[Section]:
        return [one for id_ in self._tree.chosen() if (one := self._sections.tree.get(id_))]

    def _unsure(self) -> list[str]:
        return [one.id for one in self._chosen() if is_unsure(one)]

    def _rename(self) -> None:
        self._tree.edit(self._tree.currentIndex())

    def _accept(self) -> None:
        self._editing.accept(self._unsure())

    def _shift(self, by: int) -> None:
        self._editing.shift(self._tree.chosen(), by)

    def _can_shift(self, by: int) -> bool:
        return can_shift(self._sections.tree, self._tree.chosen(), by)

    def _aside(self, step: int) -> None:
        self._editing.step_aside(self._tree.chosen(), step)

    def _can_aside(self, step: int) -> bool:
        return step_aside(self._sections.tree, self._tree.chosen(), step) is not None
