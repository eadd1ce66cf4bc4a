"""The section tree beside the page: follows reading, and goes where it is asked to."""

from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.counts import NoteCounts
from zzpreader.model.notebook import Change
from zzpreader.model.progress import Progress
from zzpreader.model.reshaping import Drop, dropped
from zzpreader.model.sections import Section, SectionTree
from zzpreader.session.editing import TreeEditing
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections
from zzpreader.session.standings import Standings
from zzpreader.ui.buttons import IconButton
from zzpreader.ui.contents.deeds import TreeDeeds
from zzpreader.ui.contents.model import SectionModel
from zzpreader.ui.contents.painting import SectionDelegate
from zzpreader.ui.contents.tree import ContentsTree
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.filtering import filter_for
from zzpreader.ui.rows import focus_rows, lead_down

_ROWS_AT_FIRST = 40
"""A tree whose first two levels have no more rows than this is shown with both."""


class _Kept(NamedTuple):
    """Where the reader is in the tree, while another one comes.

    Args:
        current, top: ids of the section with the keyboard and of that in the first row, "" for none.
        chosen: ids.
        was_shown: whether the row with the keyboard could be seen.
    """

    current: str
    chosen: list[str]
    top: str
    was_shown: bool


class ContentsPane(QWidget):
    """Signals: go_to(Place), link_wanted(str id), link_copy_wanted(str id)."""

    go_to = Signal(object)
    link_wanted = Signal(str)
    link_copy_wanted = Signal(str)

    def __init__(
        self,
        sections: Sections,
        marks: Marks,
        editing: TreeEditing,
        standings: Standings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sections, self._marks, self._editing = sections, marks, editing
        self._counts = NoteCounts(sections.tree)
        self._open: set[str] | None = None
        self._top = ""
        self._waits = False
        self._is_shut = self._is_awaited = False
        self._model = SectionModel(standings, self)
        self._model.renamed.connect(editing.rename)
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
        lead_down(self._filter, self._tree)
        self._more = QLabel(self.tr("More sections and lessons are being looked for…"))
        self._more.setWordWrap(True)
        self._more.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._more.hide()
        for part in (self._tree, self._filter):
            part.installEventFilter(self)
        self._deeds = TreeDeeds(self._tree, sections, editing, standings, self._go_current, self)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._tree)
        self._stack.addWidget(self._empty)
        self._lay_out()
        sections.changed.connect(self._show_tree)
        sections.settled.connect(self._show_if_empty)
        marks.loaded.connect(self._show_tree)
        marks.edited.connect(self._count)
        standings.changed.connect(self._model.tell)
        self._show_tree()

    def show_section(self, section: Section | None) -> None:
        """Which section is being read; the keyboard's place stays where it is while the tree has the focus."""
        self._model.read(section.id if section else None)
        if section and not self._tree.hasFocus():
            shown = self._nearest_shown(section)
            self._tree.setCurrentIndex(shown)
            if shown.isValid():
                self._tree.scrollTo(shown, QAbstractItemView.ScrollHint.EnsureVisible)

    def say_shut(self) -> None:
        """The publication cannot be opened."""
        self._is_shut = True
        self._show_if_empty()

    def notes_within(self, section_id: str) -> int:
        """Those of the section and of all below it."""
        return self._counts.within(section_id)

    def wait_for_all(self) -> None:
        """The reader wants the contents: what waits for a pause is read now, and until then it is said."""
        if not self._sections.is_settled and not self._is_shut:
            self._is_awaited = True
            self._sections.hurry()
            self._show_if_empty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.wait_for_all()
        return super().eventFilter(watched, event)

    def focus_list(self) -> bool:
        """Whether it has rows."""
        return focus_rows(self._tree)

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

    def show_progress(self, progress: Callable[[Section], Progress | None] | None) -> None:
        """How far sections have been read, or that it is other than before; None for nothing of it."""
        self._model.progress = progress or (lambda _section: None)
        self._tree.viewport().update()

    def choose(self, section_id: str) -> None:
        """Bring the section into view, unfold what is above it, and put the keyboard on it."""
        section = self._sections.tree.get(section_id)
        if section is None:
            return
        for above in self._sections.tree.path(section)[:-1]:
            self._tree.expand(self._model.index_of(above.id))
        index = self._model.index_of(section_id)
        self._tree.setCurrentIndex(index)
        self._tree.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _make_tree(self) -> ContentsTree:
        tree = ContentsTree(self._model)
        delegate = SectionDelegate(tree)
        tree.setItemDelegate(delegate)
        delegate.closeEditor.connect(self._show_what_came)
        tree.setAccessibleName(self.tr("Contents"))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._open_menu)
        tree.dropped.connect(self._drop)
        tree.clicked.connect(self._clicked)
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
        column.addWidget(self._more)
        self.setFocusProxy(self._tree)

    def _show_tree(self) -> None:
        if self._tree.is_renaming:  # what is being typed is not lost to a tree that has grown
            self._waits = True
            return
        tree = self._sections.tree
        self._counts = NoteCounts(tree, self._marks.notebook)
        self._model.is_editable = self._editing.is_possible
        kept = self._kept_of(tree)
        self._model.show_tree(tree, self._counts)
        for widget in (self._filter, self._unfold, self._fold):
            widget.setEnabled(len(tree) > 0)
        self._apply_filter()
        self._keep_place(kept)

    def _show_what_came(self) -> None:
        if self._waits:
            self._waits = False
            self._show_tree()

    def _section_at_top(self) -> Section | None:
        return self._model.section(self._tree.indexAt(self._tree.viewport().rect().topLeft()))

    def _kept_of(self, tree: SectionTree) -> _Kept:
        """What is chosen and what is at the top, as far as the tree that comes has it."""
        rows = self._rows_below(self._tree.currentIndex())
        chosen = [id_ for id_ in self._tree.chosen() if tree.get(id_)]
        current = next((one.id for one in rows if tree.get(one.id)), "")
        seen = self._rows_below(self._tree.indexAt(self._tree.viewport().rect().topLeft()))
        staying = [one.id for one in seen if tree.get(one.id)]
        top = next((id_ for id_ in staying if id_ not in chosen), staying[0] if staying else "")
        was_shown = bool(rows) and self._tree.visualRect(self._tree.currentIndex()).isValid()
        return _Kept(current, chosen, top, was_shown)

    def _rows_below(self, index: QModelIndex) -> list[Section]:
        """The sections of that row and of those shown below it."""
        found: list[Section] = []
        while index.isValid():
            if section := self._model.section(index):
                found.append(section)
            index = self._tree.indexBelow(index)
        return found

    def _keep_place(self, kept: _Kept) -> None:
        """After another tree has come: where the keyboard was and what was at the top, as far as it is still there."""
        if kept.current and not self._tree.currentIndex().isValid():
            if kept.was_shown:
                self.choose(kept.current)
            self._tree.setCurrentIndex(self._model.index_of(kept.current))
            chosen = self._tree.selectionModel()
            for id_ in kept.chosen:
                chosen.select(self._model.index_of(id_), QItemSelectionModel.SelectionFlag.Select)
        left_at = self._model.index_of(self._top)
        shown = left_at if left_at.isValid() else self._model.index_of(kept.top)
        if shown.isValid() and self._model.section(shown) != self._section_at_top():
            self._tree.scrollTo(shown, QAbstractItemView.ScrollHint.PositionAtTop)
        if left_at.isValid():
            self._top = ""
        elif kept.was_shown:
            self._tree.scrollTo(self._tree.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

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
        if nothing and self._is_shut:
            self._empty.say(self.tr("Sections are shown here once the publication is open."), "list-tree")
        elif nothing:
            self._empty.say(self.tr("No sections were found in this publication."), "list-tree")
        is_open = not (self._sections.is_settled or self._is_shut)
        is_waiting = nothing and is_open
        self._more.setVisible(is_open and self._is_awaited)
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
        self._model.tell(self._counts.apply(change))

    def _clicked(self, index: QModelIndex) -> None:
        held = QApplication.keyboardModifiers()
        if not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self._go(index)

    def _go(self, index: QModelIndex) -> None:
        if section := self._model.section(index):
            self.go_to.emit(section.place)

    def _go_current(self) -> None:
        self._go(self._tree.currentIndex())

    def _open_menu(self, at: QPoint) -> None:
        index = self._tree.indexAt(at)
        if not index.isValid():
            at = self._tree.visualRect(self._tree.currentIndex()).center()
        menu = self._deeds.menu()
        if section := self._tree.current():
            menu.addSeparator()
            link = menu.addAction(self.tr("Lin&k to…"), lambda: self.link_wanted.emit(section.id))
            link.setEnabled(self._marks.writable)
            menu.addAction(self.tr("&Copy link to this"), lambda: self.link_copy_wanted.emit(section.id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._tree.viewport().mapToGlobal(at))

    def _drop(self, on: Section | None, drop: Drop, unfolded: bool) -> None:
        chosen = self._tree.chosen()
        if chosen and not self._editing.refuses():
            self._editing.move(chosen, dropped(self._sections.tree, chosen, on, drop, unfolded=unfolded))
