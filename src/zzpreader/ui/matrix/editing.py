"""How a cell of the overview of lessons is changed in its place."""

from PySide6.QtCore import QAbstractItemModel, QDate, QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zzpreader.model.records import Status
from zzpreader.ui.buttons import LEAST_PX
from zzpreader.ui.icons import icon
from zzpreader.ui.lessons.words import PICTURES, status_words
from zzpreader.ui.matrix.model import Column
from zzpreader.ui.rows import keep_apart

Index = QModelIndex | QPersistentModelIndex
_LONGEST_OWNER = 200
_CENTURY = 2000


class CellDelegate(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        keep_apart(option)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), max(LEAST_PX, option.fontMetrics.height() + 10))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == Column.STATUS:
            box = QComboBox(parent)
            box.setAccessibleName(self.tr("Status"))
            for status in Status:
                box.addItem(icon(PICTURES[status]), status_words(status), status.value)
            box.activated.connect(lambda: (self.commitData.emit(box), self.closeEditor.emit(box)))
            return box
        line = QLineEdit(parent)
        line.setMaxLength(_LONGEST_OWNER)
        if index.column() == Column.DATE:
            line.setAccessibleName(self.tr("Date"))
            today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.ShortFormat)
            line.setPlaceholderText(today)
        else:
            line.setAccessibleName(self.tr("Owner"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value = editor.currentData() if isinstance(editor, QComboBox) else ""
        if isinstance(editor, QLineEdit):
            value = editor.text()
        if value != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, value)


def date_typed(words: str) -> str | None:
    """`YYYY-MM-DD`, "" for nothing typed, None for what is no date."""
    words = words.strip()
    if not words:
        return ""
    locale = QLocale()
    for form in (locale.dateFormat(QLocale.FormatType.ShortFormat), "yyyy-M-d", "d-M-yyyy", "d-M-yy", "d/M/yyyy"):
        date = locale.toDate(words, form, _CENTURY)
        if date.isValid():
            return date.toString("yyyy-MM-dd")
    return None
