"""Who sees to a lesson, and by when."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QFormLayout, QLineEdit, QWidget

from zzpreader.model.records import Standing
from zzpreader.ui.dialogs.choices import Choices

_STORED = "yyyy-MM-dd"


class OwnerDialog(QDialog):
    """Starts with what all of the standings have in common."""

    def __init__(self, standings: Sequence[Standing | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Owner and date"))
        self._owner = QLineEdit(_shared([one.owner if one else "" for one in standings]))
        self._owner.setPlaceholderText(self.tr("Team or person"))
        known = QDate.fromString(_shared([one.date if one else "" for one in standings]), _STORED)
        self._has_date = QCheckBox(self.tr("Date"))
        self._has_date.setChecked(known.isValid())
        self._date = QDateEdit(known if known.isValid() else QDate.currentDate())
        self._date.setCalendarPopup(True)
        self._date.setEnabled(known.isValid())
        self._date.setAccessibleName(self.tr("Date"))
        self._has_date.toggled.connect(self._date.setEnabled)
        form = QFormLayout(self)
        form.addRow(self.tr("Owner"), self._owner)
        form.addRow(self._has_date, self._date)
        form.addRow(Choices(self))
        self.setMinimumWidth(360)

    @property
    def owner(self) -> str:
        return self._owner.text()

    @property
    def date(self) -> str:
        """`YYYY-MM-DD`, "" for none."""
        return self._date.date().toString(_STORED) if self._has_date.isChecked() else ""


def _shared(values: Sequence[str]) -> str:
    return values[0] if len(set(values)) == 1 else ""
