"""The reader's own shortcuts."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.shortcuts import Keys, chosen, given, holder, is_alone, is_dead
from zzpreader.ui.filtering import filter_for
from zzpreader.ui.roles import give_role

_NAME = Qt.ItemDataRole.UserRole
_HIGH_PX = 230


class KeyedCommand(NamedTuple):
    """Attributes: is_single: only such a command may have a letter alone."""

    name: str
    words: str
    is_single: bool


class KeysEditor(QWidget):
    """
    Args:
        commands: all that can have a key, in the order of the menus.
        original: the keys that are given; own: those that the reader chose instead.
    """

    def __init__(
        self, commands: Sequence[KeyedCommand], original: Keys, own: Keys, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._commands = {command.name: command for command in commands}
        self._original = {name: tuple(original.get(name, ())) for name in self._commands}
        self._keys: Mapping[str, tuple[str, ...]] = self._original | {
            name: keys for name, keys in own.items() if name in self._commands
        }
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Find a command"))
        self._filter.setClearButtonEnabled(True)
        self._list = QTreeWidget()
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self._list.setAccessibleName(self.tr("Commands and their keys"))
        self._list.setFixedHeight(_HIGH_PX)
        give_role(QKeySequenceEdit, QAccessible.Role.HotkeyField)
        self._key = QKeySequenceEdit()
        self._key.setMaximumSequenceLength(1)
        self._key.setAccessibleName(self.tr("New key: press it"))
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._set = QPushButton(self.tr("Use this &key"))
        self._remove = QPushButton(self.tr("No ke&y"))
        self._back = QPushButton(self.tr("Ori&ginal keys"))
        self._fill()
        self._lay_out()
        self._filter.textChanged.connect(self._show_found)
        self._list.currentItemChanged.connect(self._judge)
        self._key.keySequenceChanged.connect(self._judge)
        self._set.clicked.connect(self._use)
        self._remove.clicked.connect(lambda: self._give(None))
        self._back.clicked.connect(self._restore)
        self._judge()

    @property
    def own(self) -> dict[str, tuple[str, ...]]:
        """Only what differs from the original keys."""
        return chosen(self._keys, self._original)

    @property
    def said(self) -> str:
        """What the key that was pressed would do, or why it cannot be one."""
        return self._said.text()

    def choose(self, name: str) -> None:
        """The row of this command."""
        self._list.setCurrentItem(self._items[name])

    def press(self, key: str) -> None:
        """As if the reader pressed it."""
        self._key.setKeySequence(QKeySequence(key))

    def _fill(self) -> None:
        self._items: dict[str, QTreeWidgetItem] = {}
        for command in self._commands.values():
            item = QTreeWidgetItem(self._list, [command.words, ""])
            item.setData(0, _NAME, command.name)
            self._items[command.name] = item
        self._show_keys()
        self._list.resizeColumnToContents(0)
        if first := self._list.topLevelItem(0):
            self._list.setCurrentItem(first)

    def _show_keys(self) -> None:
        for name, item in self._items.items():
            words = ", ".join(_shown(key) for key in self._keys[name])
            item.setText(1, words)
            font = item.font(1)
            font.setBold(self._keys[name] != self._original[name])
            item.setFont(1, font)

    def _show_found(self, typed: str) -> None:
        fits = filter_for(typed)
        for item in self._items.values():
            item.setHidden(bool(fits) and not fits(f"{item.text(0)} {item.text(1)}"))

    @property
    def _current(self) -> KeyedCommand | None:
        item = self._list.currentItem()
        return self._commands[str(item.data(0, _NAME))] if item else None

    def _judge(self) -> None:
        command, key = self._current, self._key.keySequence().toString()
        self._said.clear()
        self._set.setEnabled(False)
        self._remove.setEnabled(bool(command and self._keys[command.name]))
        if not command or not key:
            return
        if is_dead(key):
            self._said.setText(self.tr("On many keyboards that key waits for a letter; choose another one."))
            return
        if is_alone(key) and not command.is_single:
            self._said.setText(self.tr("A letter, digit or sign alone is also typed; add Ctrl or Alt."))
            return
        has_it = holder(key, self._keys)
        if has_it == command.name:
            self._said.setText(self.tr("That is its key already."))
            return
        if has_it:
            words = self.tr("%1 is the key of “%2”, which then has it no more.")
            self._said.setText(words.replace("%1", _shown(key)).replace("%2", self._commands[has_it].words))
        self._set.setEnabled(True)

    def _use(self) -> None:
        self._give(self._key.keySequence().toString())

    def _give(self, key: str | None) -> None:
        if command := self._current:
            self._keys = given(command.name, key, self._keys)
            self._key.clear()
            self._show_keys()
            self._judge()

    def _restore(self) -> None:
        self._keys = self._original
        self._show_keys()
        self._judge()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._key, 1)
        for button in (self._set, self._remove, self._back):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._filter, self._list):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self._said)


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
