"""What the reader says of a publication, in place of what its PDF and its bundle say."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from zzpreader.model.about import About, date_of, tidy
from zzpreader.model.library import PublicationRow
from zzpreader.model.typed import tidy_tags
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.dialogs.choices import Choices

_LONGEST = 500


class DetailsDialog(QDialog):
    """
    Args:
        collections, tags: those that are in use.
    """

    def __init__(
        self, row: PublicationRow, collections: Sequence[str], tags: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details of the publication"))
        self._row = row
        about = row.about
        self._title = self._field(about.title)
        self._author = self._field(about.author, self.tr("With ; between several"))
        self._issued = self._field(about.issued, self.tr("Year, or year-month-day"))
        self._publisher = self._field(about.publisher)
        self._doi = self._field(about.doi)
        self._collections = self._field(", ".join(row.collections), _proposed(collections))
        self._tags = self._field(", ".join(row.tags), _proposed(tags))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Title:"), self._title)
        form.addRow(self.tr("&Author:"), self._author)
        form.addRow(self.tr("&Date:"), self._issued)
        form.addRow(self.tr("&Publisher:"), self._publisher)
        form.addRow("D&OI:", self._doi)
        form.addRow(self.tr("&Collections:"), self._collections)
        form.addRow(self.tr("&Tags:"), self._tags)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(Choices(self))
        self.setMinimumWidth(520)

    @property
    def about(self) -> About:
        """As it is to be shown. An empty field stands for what the PDF and the bundle say."""
        return tidy(
            About(
                title=self._title.text(),
                author=self._author.text(),
                issued=self._issued.text(),
                publisher=self._publisher.text(),
                doi=self._doi.text(),
            )
        )

    @property
    def collections(self) -> tuple[str, ...]:
        return tidy_tags(self._collections.text().split(","))

    @property
    def tags(self) -> tuple[str, ...]:
        return tidy_tags(self._tags.text().split(","))

    def accept(self) -> None:
        issued = self._issued.text().strip()
        if issued and not date_of(issued):
            self._problem.setText(self.tr("The date has to begin with a year of four digits, such as 2012-04-19."))
            self._problem.show()
            self._issued.setFocus()
            return
        super().accept()

    def _field(self, text: str, hint: str = "") -> QLineEdit:
        line = QLineEdit(text)
        line.setMaxLength(_LONGEST)
        line.setPlaceholderText(hint)
        line.setToolTip(as_tooltip(hint))
        return line


def _proposed(names: Sequence[str]) -> str:
    return ", ".join(names[:12])
