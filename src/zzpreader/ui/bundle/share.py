"""What the page of a shared section map says, asked before it is written."""

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.about import About
from zzpreader.ui.dialogs.choices import Choices

_LONGEST = 500
_LONGEST_PROSE = 20_000


class ShareDialog(QDialog):
    """
    Args:
        about: as far as it is known.
    """

    def __init__(self, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Share the section map"))
        words = QLabel(
            self.tr(
                "The bundle holds titles, pages and marks by which another copy is recognised: no text of the "
                "publication and none of your notes."
            )
        )
        words.setWordWrap(True)
        self._title, self._publisher = QLineEdit(about.title), QLineEdit(about.publisher or about.author)
        for line in (self._title, self._publisher):
            line.setMaxLength(_LONGEST)
        known = QDate.fromString(about.issued + "-01-01"[len(about.issued) - 4 :], "yyyy-MM-dd")
        self._issued = QDateEdit(known if known.isValid() else QDate.currentDate())
        self._issued.setCalendarPopup(True)
        self._language = QComboBox()
        for code, name in (("nl", "Nederlands"), ("en", "English")):
            self._language.addItem(name, code)
        self._language.setCurrentIndex(0 if QLocale().language() == QLocale.Language.Dutch else 1)
        said = self.tr("The sections and lessons of “%1”, as a map for your own copy.")
        self._introduction = QPlainTextEdit(said.replace("%1", about.title))
        self._introduction.setTabChangesFocus(True)
        self._introduction.setFixedHeight(6 * self.fontMetrics().lineSpacing())
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Title:"), self._title)
        form.addRow(self.tr("&Publisher:"), self._publisher)
        form.addRow(self.tr("&Date of issue:"), self._issued)
        form.addRow(self.tr("&Language of the page:"), self._language)
        form.addRow(self.tr("&Introduction:"), self._introduction)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(Choices(self))
        self.setMinimumWidth(520)

    @property
    def about(self) -> About:
        title = self._title.text().strip() or self.tr("Section map")
        publisher = self._publisher.text().strip() or self.tr("Unknown")
        return About(title=title, publisher=publisher, issued=self._issued.date().toString("yyyy-MM-dd"))

    @property
    def language(self) -> str:
        return str(self._language.currentData())

    @property
    def introduction(self) -> str:
        return self._introduction.toPlainText().strip()[:_LONGEST_PROSE] or self.about.title
