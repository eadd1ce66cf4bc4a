"""The hits of the library as a tree: publications, sections, passages and notes."""

from itertools import groupby

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from zzpreader.session.library_search import Answer, LibraryHit, PublicationHits
from zzpreader.session.search import Hit
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.find.model import Role
from zzpreader.ui.rows import heading

FOUND = Qt.ItemDataRole.UserRole + 20
"""(PublicationHits, LibraryHit) of a row that leads somewhere."""

MORE = FOUND + 1
"""(id, number of hits that are shown) of the row of a publication, and of the one for what is not shown of it yet."""


class LibraryModel(QStandardItemModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def show_answer(self, answer: Answer) -> None:
        self.clear()
        for one in answer.publications:
            self.appendRow(self._publication(one))

    def headerData(self, _section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return heading(self.tr("Hit"), orientation, role)

    def show_publication(self, one: PublicationHits) -> QModelIndex:
        """In the place of what was shown of it. Returns: where; not valid if it is not among the hits."""
        for row in range(self.rowCount()):
            item = self.item(row)
            if item.data(MORE)[0] == one.id:
                item.removeRows(0, item.rowCount())
                self._fill(item, one)
                return item.index()
        return QModelIndex()

    def _publication(self, one: PublicationHits) -> QStandardItem:
        item = self._group(one.title, one.total)
        self._fill(item, one)
        return item

    def _fill(self, item: QStandardItem, one: PublicationHits) -> None:
        item.setData((one.id, len(one.hits)), MORE)
        for title, hits in groupby(one.hits, key=lambda hit: hit.section_title):
            rows = [self._hit(one, hit) for hit in hits]
            if title:
                section = self._group(title, len(rows))
                section.appendRows(rows)
                item.appendRow(section)
            else:
                item.appendRows(rows)
        if one.undescribed:
            words = self.tr("Show %Ln more page(s) and notes", "", one.undescribed)
            rest = QStandardItem(words if one.hits else self.tr("Looking for the passages…"))
            rest.setEditable(False)
            rest.setData((one.id, len(one.hits)), MORE)
            item.appendRow(rest)

    def _group(self, title: str, count: int) -> QStandardItem:
        item = QStandardItem(" ".join(title.split()))
        item.setEditable(False)
        item.setToolTip(as_tooltip(title))
        item.setData(count, Role.COUNT)
        hits = self.tr("%n hit(s)", "", count)
        item.setData(f"{title}, {hits}", Qt.ItemDataRole.AccessibleTextRole)
        return item

    def _hit(self, one: PublicationHits, hit: LibraryHit) -> QStandardItem:
        words = f"{hit.before}{hit.match}{hit.after}"
        item = QStandardItem(words)
        item.setEditable(False)
        item.setToolTip(as_tooltip(words))
        where = self._where(hit)
        item.setData(Hit(hit.page or 0, hit.start, hit.start + 1, hit.before, hit.match, hit.after), Role.HIT)
        item.setData(where, Role.PAGE)
        item.setData(f"{words}, {where}", Qt.ItemDataRole.AccessibleTextRole)
        item.setData((one, hit), FOUND)
        return item

    def _where(self, hit: LibraryHit) -> str:
        page = hit.label or ("" if hit.page is None else str(hit.page + 1))
        if not hit.note:
            return page
        note = self.tr("note")
        return f"{note} {page}".strip()
