"""The hits of the library as a tree: publications, sections, passages and notes."""

from itertools import groupby

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from zzpreader.session.library_search import Answer, LibraryHit, PublicationHits
from zzpreader.session.search import Hit
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.find.model import Role
from zzpreader.ui.rows import heading

_SHOWN = Qt.ItemDataRole.UserRole + 19
"""PublicationHits of the row of a publication."""

FOUND = _SHOWN + 1
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

    def renew(self, answer: Answer) -> int:
        """The same question, answered again: what is shown stays where it is, and what is new comes below it.

        So nothing moves under the pointer of who reads the hits while the library is being read; in order of rank they
        come with the next question. Returns: the first new row.
        """
        new = {one.id: one for one in answer.publications}
        for row in reversed(range(self.rowCount())):
            item = self.item(row)
            one = new.pop(_shown(item).id, None)
            if one is None:
                self.removeRow(row)
            elif one != _shown(item):
                self._renew(item, one)
        first = self.rowCount()
        for one in new.values():
            self.appendRow(self._publication(one))
        return first

    def show_publication(self, one: PublicationHits) -> QModelIndex:
        """In the place of what was shown of it. Returns: where; not valid if it is not among the hits."""
        for row in range(self.rowCount()):
            item = self.item(row)
            if _shown(item).id == one.id:
                item.removeRows(0, item.rowCount())
                self._fill(item, one)
                return item.index()
        return QModelIndex()

    def _renew(self, item: QStandardItem, one: PublicationHits) -> None:
        hits = _shown(item).hits
        self._count(item, one.title, one.total)
        if not hits and one.hits:
            item.removeRows(0, item.rowCount())
            self._fill(item, one)
        else:
            one = replace(one, hits=hits)
            item.setData(one, _SHOWN)
            self._say_rest(item, one)

    def _publication(self, one: PublicationHits) -> QStandardItem:
        item = self._group(one.title)
        self._count(item, one.title, one.total)
        self._fill(item, one)
        return item

    def _fill(self, item: QStandardItem, one: PublicationHits) -> None:
        item.setData(one, _SHOWN)
        item.setData((one.id, len(one.hits)), MORE)
        for title, hits in groupby(one.hits, key=lambda hit: hit.section_title):
            rows = [self._hit(one, hit) for hit in hits]
            if title:
                section = self._group(title)
                section.appendRows(rows)
                item.appendRow(section)
            else:
                item.appendRows(rows)
        self._say_rest(item, one)

    def _say_rest(self, item: QStandardItem, one: PublicationHits) -> None:
        """The last row: what is not shown of it yet. As long as there is such, sections have as many hits at least."""
        last = item.child(item.rowCount() - 1) if item.rowCount() else None
        rest = last if last and last.data(MORE) else None
        if one.undescribed and rest is None:
            rest = QStandardItem()
            rest.setEditable(False)
            rest.setData((one.id, len(one.hits)), MORE)
            item.appendRow(rest)
        if one.undescribed and rest:
            words = self.tr("Show %Ln more page(s) and notes", "", one.undescribed)
            rest.setText(words if one.hits else self.tr("Looking for the passages…"))
        elif rest:
            item.removeRow(rest.row())
        for section in map(item.child, range(item.rowCount())):
            if section.hasChildren():
                self._count(section, section.text(), _pages_below(section), is_all=not one.undescribed)

    def _group(self, title: str) -> QStandardItem:
        item = QStandardItem(" ".join(title.split()))
        item.setEditable(False)
        item.setToolTip(as_tooltip(title))
        return item

    def _count(self, item: QStandardItem, title: str, count: int, *, is_all: bool = True) -> None:
        item.setData(count if is_all else f"{count}+", Role.COUNT)
        hits = self.tr("%n hit(s)", "", count) if is_all else self.tr("at least %n hit(s)", "", count)
        item.setData(f"{title}, {hits}", Qt.ItemDataRole.AccessibleTextRole)

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
        return self.tr("note, p. %1").replace("%1", page) if page else self.tr("note")


def _shown(item: QStandardItem) -> PublicationHits:
    return item.data(_SHOWN)


def _pages_below(section: QStandardItem) -> int:
    """Pages and notes, as they are counted of a publication: several passages of a page are one."""
    hits = [section.child(n).data(FOUND)[1] for n in range(section.rowCount())]
    return len({(hit.page, hit.note) for hit in hits})
