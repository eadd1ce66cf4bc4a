"""The section tree beside the page: follows reading, and goes where it is asked to."""

from typing import cast

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from zzpreader.model.counts import NoteCounts
from zzpreader.model.notebook import Change
from zzpreader.model.sections import Section
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections
from zzpreader.ui.buttons import IconButton
from zzpreader.ui.contents.model import SectionModel
from zzpreader.ui.contents.painting import SectionDelegate
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.filtering import filter_for
from zzpreader.ui.rows import RowTree

_ROWS_AT_FIRST = 40
"""A tree whose first two levels have no more rows than this is shown with both."""


class ContentsPane(QWidget):
    """Signals: go_to(Place)."""

    go_to = Signal(object)

    def __init__(self, sections: Sections, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections, self._marks = sections, marks
        self._counts = NoteCounts(sections.tree)
        self._open: set[str] | None = None
        self._top = ""
        self._model = SectionModel(self)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter sections"))
        self._filter.setAccessibleName(self.tr("Filter sections"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._apply_filter)
        self._unfold = IconButton("plus", self.tr("Unfold all"))
        self._unfold.clicked.connect(self._unfold_all)
        self._fold = IconButton("minus", self.tr("Fold all"))
        self._fold.clicked.connect(self._fold_all)
        self._tree = self._make_tree()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._tree)
        self._stack.addWidget(self._empty)
        self._lay_out()
        sections.changed.connect(self._show_tree)
        sections.settled.connect(self._show_if_empty)
        marks.loaded.connect(self._show_tree)
        marks.edited.connect(self._count)
        self._show_tree()

    def show_section(self, section: Section | None) -> None:
        """Which section is being read; the keyboard's place stays where it is while the tree has the focus."""
        self._model.read(section.id if section else None)
        if section and not self._tree.hasFocus():
            shown = self._nearest_shown(section)
            self._tree.setCurrentIndex(shown)
            if shown.isValid():
                self._tree.scrollTo(shown, QAbstractItemView.ScrollHint.EnsureVisible)

    def focus_list(self) -> None:
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def state(self) -> dict[str, object]:
        """For `restore`, as plain JSON."""
        top = self._section_at_top()
        return {
            "open": None if self._open is None else sorted(self._open),
            "filter": self._filter.text(),
            "top": top.id if top else None,
        }

    def restore(self, state: dict[str, object]) -> None:
        """As it was left, also if the tree comes later; sections that are gone are passed over."""
        known = state.get("open")
        if isinstance(known, list):
            self._tree.collapseAll()
            self._open = {str(one) for one in cast("list[object]", known)}
        self._filter.setText(str(state.get("filter") or ""))
        self._top = str(state.get("top") or "")
        self._show_tree()

    def _make_tree(self) -> RowTree:
        tree = RowTree()
        tree.setModel(self._model)
        tree.setItemDelegate(SectionDelegate(tree))
        tree.setIndentation(18)
        tree.setAccessibleName(self.tr("Contents"))
        tree.clicked.connect(self._go)
        tree.activated.connect(self._go)
        tree.expanded.connect(self._remember_open)
        tree.collapsed.connect(self._remember_folded)
        return tree

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(2)
        for widget in (self._filter, self._unfold, self._fold):
            above.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._tree)

    def _show_tree(self) -> None:
        tree = self._sections.tree
        self._counts = NoteCounts(tree, self._marks.notebook)
        current, top = self._model.section(self._tree.currentIndex()), self._section_at_top()
        self._model.show_tree(tree, self._counts)
        for widget in (self._filter, self._unfold, self._fold):
            widget.setEnabled(len(tree) > 0)
        self._apply_filter()
        self._keep_place(current, top)

    def _section_at_top(self) -> Section | None:
        return self._model.section(self._tree.indexAt(self._tree.viewport().rect().topLeft()))

    def _keep_place(self, current: Section | None, top: Section | None) -> None:
        """After another tree has come: where the keyboard was and what was at the top, as far as it is still there."""
        if current and not self._tree.currentIndex().isValid():
            self._tree.setCurrentIndex(self._model.index_of(current.id))
        left_at = self._model.index_of(self._top)
        shown = left_at if left_at.isValid() else self._model.index_of(top.id if top else None)
        if shown.isValid() and self._model.section(shown) != self._section_at_top():
            self._tree.scrollTo(shown, QAbstractItemView.ScrollHint.PositionAtTop)
        if left_at.isValid():
            self._top = ""

    def _apply_filter(self) -> None:
        wanted = filter_for(self._filter.text())
        hits = self._model.keep(wanted)
        if wanted:
            self._tree.expandAll()
        else:
            self._unfold_remembered()
        if wanted and not hits:
            self._empty.say(self.tr("No section has these words in its title."), "search")
        self._show_if_empty()

    def _show_if_empty(self) -> None:
        """Not before all has been searched: a tree may still come."""
        nothing = not len(self._sections.tree)
        if nothing:
            self._empty.say(self.tr("No sections were found in this publication."), "list-tree")
        is_waiting = nothing and not self._sections.is_settled
        self._stack.setCurrentWidget(self._tree if self._model.rowCount() or is_waiting else self._empty)

    def _unfold_remembered(self) -> None:
        for section_id in list(self._opened):
            index = self._model.index_of(section_id)
            if index.isValid():
                self._tree.expand(index)

    @property
    def _opened(self) -> set[str]:
        if self._open is not None:
            return self._open
        two_levels = [section for section in self._sections.tree if section.level <= 2]
        return {section.id for section in two_levels} if len(two_levels) <= _ROWS_AT_FIRST else set()

    def _remember_open(self, index: QModelIndex) -> None:
        section = self._model.section(index)
        if section and section.id not in self._opened and not self._filter.text().strip():
            self._open = self._opened | {section.id}

    def _remember_folded(self, index: QModelIndex) -> None:
        section = self._model.section(index)
        if section and not self._filter.text().strip():
            self._open = self._opened - {section.id}

    def _unfold_all(self) -> None:
        self._open = {section.id for section in self._sections.tree}
        self._tree.expandAll()

    def _fold_all(self) -> None:
        self._open = set()
        self._tree.collapseAll()

    def _nearest_shown(self, section: Section) -> QModelIndex:
        """The section's row, or that of the folded one in which it is hidden: following unfolds nothing."""
        shown = QModelIndex()
        for step in self._sections.tree.path(section):
            index = self._model.index_of(step.id)
            if not index.isValid():
                break
            shown = index
            if not self._tree.isExpanded(index):
                break
        return shown

    def _count(self, change: Change) -> None:
        self._model.counts_changed(self._counts.apply(change))

    def _go(self, index: QModelIndex) -> None:
        if section := self._model.section(index):
            self.go_to.emit(section.place)
