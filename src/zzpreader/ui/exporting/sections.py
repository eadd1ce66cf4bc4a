"""The sections of a publication with a box for each; one that is checked stands for all below it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from zzpreader.model.sections import SectionTree
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.rows import BoxDelegate

_ID = Qt.ItemDataRole.UserRole
_BOX = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate


class SectionBoxes(QTreeWidget):
    """Signals: changed(): others are checked."""

    changed = Signal()

    def __init__(self, tree: SectionTree, checked: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setHeaderLabel(self.tr("Section"))  # it is read out all the same
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
        for section in tree:
            path = tree.path(section)
            above = items[path[-2].id] if len(path) > 1 else self.invisibleRootItem()
            item = QTreeWidgetItem(above, [section.title])
            item.setData(0, _ID, section.id)
            item.setFlags(item.flags() | _BOX)
            item.setToolTip(0, as_tooltip(section.title))
            item.setCheckState(0, Qt.CheckState.Unchecked)
            items[section.id] = item
        for name in checked & items.keys():
            items[name].setCheckState(0, Qt.CheckState.Checked)
        self.expandToDepth(0)


def _chosen(item: QTreeWidgetItem) -> Iterator[str]:
    for child in filter(None, (item.child(n) for n in range(item.childCount()))):
        if child.checkState(0) is Qt.CheckState.Checked:
            yield str(child.data(0, _ID))
        else:
            yield from _chosen(child)
