"""The sections of a publication with a box and its notes for each; one that is checked stands for all below it."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from zzpreader.model.sections import SectionTree
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.rows import BoxDelegate
from zzpreader.ui.sizes import grown

_ID = Qt.ItemDataRole.UserRole
_ROW_PX = 24
_BOX = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate


class SectionBoxes(QTreeWidget):
    """Signals: changed(): others are checked.

    Args:
        notes: how many notes a section holds with all below it, by its id; what holds some is unfolded.
    """

    changed = Signal()

    def __init__(
        self, tree: SectionTree, checked: Iterable[str], notes: Callable[[str], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notes = notes
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setHeaderLabels([self.tr("Section"), self.tr("Notes")])  # they are read out all the same
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("Sections and lessons"))
        self.setItemDelegate(BoxDelegate(self))
        self._fill(tree, set(checked))
        self.itemChanged.connect(self.changed)

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(_chosen(self.invisibleRootItem()))

    def _fill(self, tree: SectionTree, checked: set[str]) -> None:
        items: dict[str, QTreeWidgetItem] = {}
        unfolded: list[QTreeWidgetItem] = []
        for section in tree:
            path = tree.path(section)
            above = items[path[-2].id] if len(path) > 1 else self.invisibleRootItem()
            item = QTreeWidgetItem(above, [section.title])
            item.setData(0, _ID, section.id)
            item.setFlags(item.flags() | _BOX)
            item.setToolTip(0, as_tooltip(section.title))
            item.setCheckState(0, Qt.CheckState.Unchecked)
            item.setSizeHint(0, QSize(0, grown(_ROW_PX, self)))
            if count := self._notes(section.id):
                item.setText(1, str(count))
                unfolded.append(above)
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            items[section.id] = item
        for name in checked & items.keys():
            items[name].setCheckState(0, Qt.CheckState.Checked)
        self.expandToDepth(0)
        for item in unfolded:
            item.setExpanded(True)


def _chosen(item: QTreeWidgetItem) -> Iterator[str]:
    for child in filter(None, (item.child(n) for n in range(item.childCount()))):
        if child.checkState(0) is Qt.CheckState.Checked:
            yield str(child.data(0, _ID))
        else:
            yield from _chosen(child)
