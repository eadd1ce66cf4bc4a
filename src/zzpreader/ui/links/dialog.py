"""To what something is to be linked, and how."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.records import Relation
from zzpreader.ui.buttons import name_box
from zzpreader.ui.filtering import filter_for
from zzpreader.ui.icons import icon
from zzpreader.ui.links.targets import Target
from zzpreader.ui.links.words import relation_words
from zzpreader.ui.sizes import resize_grown

_PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class LinkDialog(QDialog):
    """One types a few words, goes through the list with the arrow keys while typing, and takes a row with Enter.

    Args:
        name: what the start of the link is called.
        offered: what it can lead to.
        relation: the only one that is meant; None: it is asked.
        proposed: the address of what is most likely meant, as long as nothing is typed; "" for the first.
    """

    def __init__(
        self,
        name: str,
        offered: Iterable[Target],
        relation: Relation | None = None,
        *,
        proposed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link to…") if relation is None else self.tr("Pin as evidence"))
        self._targets = list(offered)
        self._shown: list[int] = []
        self._proposed = proposed
        self._relation = QComboBox()
        name_box(self._relation, self.tr("How they are related"))
        for one in Relation if relation is None else (relation,):
            self._relation.addItem(relation_words(one), one)
        self._relation.setEnabled(relation is None)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Type words of the title or the note"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show)
        self._filter.installEventFilter(self)
        self._list = QListWidget()
        self._list.setIconSize(QSize(18, 18))
        self._list.setAccessibleName(self.tr("What it can be linked to"))
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self.accept)
        self._list.currentItemChanged.connect(self._allow)
        self._buttons = QDialogButtonBox()
        words = self.tr("Link") if relation is None else self.tr("Pin")
        self._take = self._buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        start = QLabel(name)
        start.setTextFormat(Qt.TextFormat.PlainText)
        start.setWordWrap(True)
        form = QFormLayout()
        form.addRow(start)
        form.addRow(self._relation)
        column = QVBoxLayout(self)
        column.addLayout(form)
        for part in (self._filter, self._list, self._buttons):
            column.addWidget(part)
        resize_grown(self, 520, 480)
        self._filter.setFocus()
        self._show()

    @property
    def relation(self) -> Relation:
        return Relation(self._relation.currentData())  # Qt gives back a plain string

    @property
    def target(self) -> Target | None:
        row = self._list.currentRow()
        return self._targets[self._shown[row]] if row >= 0 else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _PASSED_ON:
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        if self.target:
            super().accept()

    def _show(self) -> None:
        wanted = filter_for(self._filter.text())
        self._list.clear()
        self._shown.clear()
        for number, target in enumerate(self._targets):
            if wanted is None or wanted(target.title):
                page = self.tr("p. %1").replace("%1", target.page) if target.page else ""
                item = QListWidgetItem(icon(target.picture), " · ".join(part for part in (page, target.title) if part))
                self._shown.append(number)
                self._list.addItem(item)
        likely = 0
        if wanted is None:
            addresses = [self._targets[number].address for number in self._shown]
            likely = addresses.index(self._proposed) if self._proposed in addresses else 0
        self._list.setCurrentRow(likely)
        self._allow()

    def _allow(self) -> None:
        self._take.setEnabled(self._list.currentRow() >= 0)
