"""Settings in groups, of which a word that is typed leaves the rows that speak of it."""

from PySide6.QtWidgets import QFormLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from zzpreader.ui.filtering import filter_for


class Group(QGroupBox):
    """Rows under a title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._form = QFormLayout(self)
        self._form.setVerticalSpacing(10)
        self._words: list[str] = []

    def add(self, label: str, widget: QWidget, words: str = "") -> None:
        """One row. Args: label: empty for a widget over the whole width; words: by which it is found as well."""
        if label:
            self._form.addRow(label, widget)
        else:
            self._form.addRow(widget)
        self._words.append(f"{self.title()} {label} {words}".replace("&", ""))

    def show_found(self, typed: str) -> bool:
        """Hide the rows that lack one of the words; whether any is left."""
        fits = filter_for(typed)
        shown = [fits is None or fits(words) for words in self._words]
        for row, is_shown in enumerate(shown):
            self._form.setRowVisible(row, is_shown)
        self.setVisible(any(shown))
        return any(shown)


class Groups(QWidget):
    """One below the other, with a sentence where nothing is found."""

    def __init__(self, groups: list[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = groups
        self._nothing = QLabel(self.tr("No setting speaks of that."))
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        column.addWidget(self._nothing)
        for group in groups:
            column.addWidget(group)
        column.addStretch(1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing speaks of what was typed."""
        return not self._nothing.isHidden()

    def show_found(self, typed: str) -> None:
        found = [group.show_found(typed) for group in self._groups]
        self._nothing.setVisible(not any(found))
