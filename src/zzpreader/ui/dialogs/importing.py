"""What notes of other programs would bring, before they are taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from zzpreader.imports.anchoring import How
from zzpreader.model.displayed import one_line
from zzpreader.session.importing import Offer
from zzpreader.ui.counting import KindCounts

_LONGEST = 300
_MOST_ROWS = 6


class ImportDialog(QDialog):
    """It is accepted to take them; where there is nothing new it only says so."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import notes"))
        self._offer = offer
        self._sentence = _plain(self._told())
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._sentence)
        if lost := offer.proposal.lost:
            column.addWidget(_plain(self.tr("Not found here; they come as notes with these words:")))
            column.addWidget(self._list([one.quote or one.annotation.body.value for one in lost]))
        if not offer.proposal.is_empty:
            column.addWidget(_plain(self.tr("You can undo this as one step. What they come from is not changed.")))
        column.addWidget(self._buttons())
        self.setMinimumWidth(520)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        if not self._offer.proposal.is_empty:
            take = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
            take.setDefault(True)
            buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _list(self, words: list[str]) -> QListWidget:
        rows = QListWidget()
        rows.setAccessibleName(self.tr("Not found"))
        rows.setWordWrap(True)
        rows.addItems([one_line(one, _LONGEST) for one in words])
        line = rows.fontMetrics().height() + 8
        rows.setFixedHeight(line * min(len(words), _MOST_ROWS) + 12)
        return rows

    def _told(self) -> str:
        proposal = self._offer.proposal
        name = f"“{one_line(self._offer.name)}”"
        if proposal.is_empty:
            found = proposal.here or proposal.skipped
            words = self.tr("%1 has nothing that is not here already.") if found else self.tr("%1 has no marks.")
            return "\n".join(filter(None, (words.replace("%1", name), *map(_listed, self._rest()))))
        lines = [*self._kinds(), *self._ways(), *self._rest()]
        return "\n".join([self.tr("%1 brings:").replace("%1", name), *map(_listed, filter(None, lines))])

    def _kinds(self) -> list[str]:
        others = len(self._offer.proposal.records)
        return [
            *KindCounts().told(self._offer.proposal.kinds),
            self.tr("%n status, link or correction(s) of the contents", "", others) if others else "",
        ]

    def _ways(self) -> list[str]:
        ways = self._offer.proposal.ways
        words, alike = ways.get(How.WORDS, 0), ways.get(How.ALIKE, 0)
        return [
            self.tr("%n of them found by their words", "", words) if words else "",
            self.tr("%n of them found by similar words; look whether they are right", "", alike) if alike else "",
        ]

    def _rest(self) -> list[str]:
        proposal = self._offer.proposal
        return [
            self.tr("%n already here", "", proposal.here) if proposal.here else "",
            self.tr("%n left out: drawings without words", "", proposal.skipped) if proposal.skipped else "",
        ]


def _listed(line: str) -> str:
    return f"•  {line}" if line else ""


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
