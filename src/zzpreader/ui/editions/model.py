"""What has become of the marks of another edition, as rows below the four kinds of news."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from zzpreader.model.anchoring import Found, Status
from zzpreader.model.annotation import Annotation
from zzpreader.model.displayed import shortened
from zzpreader.ui.rows import heading as column_heading

ID = Qt.ItemDataRole.UserRole

ORDER = (Status.TEXT_CHANGED, Status.GONE, Status.MOVED, Status.UNCHANGED)
"""What the reader should look at comes first."""

_LONGEST = 160


def heading(status: Status, count: int) -> str:
    words = {
        Status.UNCHANGED: QCoreApplication.translate("Editions", "Unchanged"),
        Status.MOVED: QCoreApplication.translate("Editions", "On another page"),
        Status.TEXT_CHANGED: QCoreApplication.translate("Editions", "Text has changed"),
        Status.GONE: QCoreApplication.translate("Editions", "Not found any more"),
    }
    return f"{words[status]} ({count})"


class FoundModel(QStandardItemModel):
    """Rows bear the annotation's id; those that can be taken over have a box, checked where there is no doubt."""

    def show(self, found: Sequence[Found], annotations: Mapping[str, Annotation]) -> None:
        self.clear()
        for status in ORDER:
            those = [one for one in found if one.status is status and one.id in annotations]
            if not those:
                continue
            group = QStandardItem(heading(status, len(those)))
            group.setEditable(False)
            group.setSelectable(False)
            font = group.font()
            font.setBold(True)
            group.setFont(font)
            group.appendRows([self._row(one, annotations[one.id]) for one in those])
            self.appendRow(group)

    def headerData(self, _section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_heading(self.tr("Note"), orientation, role)

    def chosen(self) -> list[str]:
        """Those whose box is checked, and those that are gone: they stay listed with their words."""
        return [
            str(row.data(ID))
            for row in self._rows()
            if not row.isCheckable() or row.checkState() is Qt.CheckState.Checked
        ]

    def _rows(self) -> list[QStandardItem]:
        groups = [self.item(n) for n in range(self.rowCount())]
        return [group.child(row) for group in groups for row in range(group.rowCount())]

    def _row(self, found: Found, annotation: Annotation) -> QStandardItem:
        row = QStandardItem(
            shortened(_called(found, annotation), _LONGEST)
            or QCoreApplication.translate("Editions", "Note without text")
        )
        row.setEditable(False)
        row.setData(found.id, ID)
        if found.status is not Status.GONE:
            row.setCheckable(True)
            row.setCheckState(Qt.CheckState.Checked if found.is_sure else Qt.CheckState.Unchecked)
        return row


def _called(found: Found, annotation: Annotation) -> str:
    """What was marked; of a spot or an area what the reader wrote there, rather than the text beside or in it."""
    body = annotation.body
    own = "" if annotation.quote or not annotation.rects else body.value or body.description
    return own or found.old_words or annotation.quote or body.value
