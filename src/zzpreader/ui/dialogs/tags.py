"""The tags of several notes at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from zzpreader.ui.dialogs.choices import Choices
from zzpreader.ui.notes.tags_editor import TagsEditor

_MOST_HIGH_PX = 260


class TagsDialog(QDialog):
    """A box for every tag that one of them has, filled half where others lack it; and a line for new ones.

    Args:
        tags: those of each note.
        proposed: what can be chosen while one types.
    """

    def __init__(self, tags: Sequence[Sequence[str]], proposed: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        explained = QLabel(self.tr("Tags of the %n notes that are chosen:", "", len(tags)))
        explained.setWordWrap(True)
        boxes = QWidget()
        inside = QVBoxLayout(boxes)
        inside.setContentsMargins(4, 4, 4, 4)
        self._boxes: list[tuple[str, Qt.CheckState, QCheckBox]] = []
        for tag, state in _states(tags):
            box = QCheckBox(f"#{tag}".replace("&", "&&"))
            box.setTristate(state is Qt.CheckState.PartiallyChecked)
            box.setCheckState(state)
            inside.addWidget(box)
            self._boxes.append((tag, state, box))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(boxes)
        scroll.setMaximumHeight(min(_MOST_HIGH_PX, boxes.sizeHint().height() + 8))
        scroll.setVisible(bool(self._boxes))
        self._line = TagsEditor((), proposed)
        self._line.setPlaceholderText(self.tr("New tags, with commas between them"))
        self._line.setAccessibleName(self.tr("New tags, with commas between them"))
        self._line.finished.connect(self.accept)
        self._line.cancelled.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (explained, scroll, self._line, Choices(self)):
            column.addWidget(part)
        self.setMinimumWidth(380)
        self._line.setFocus()

    @property
    def added(self) -> list[str]:
        """What each of them has to have."""
        on = Qt.CheckState.Checked
        return [*(tag for tag, was, box in self._boxes if box.checkState() is on and was is not on), *self._line.tags]

    @property
    def removed(self) -> list[str]:
        """What none of them may keep."""
        off = Qt.CheckState.Unchecked
        return [tag for tag, _, box in self._boxes if box.checkState() is off]


def _states(tags: Sequence[Sequence[str]]) -> list[tuple[str, Qt.CheckState]]:
    every = [{tag.casefold() for tag in those} for those in tags]
    known = {tag.casefold(): tag for those in tags for tag in those}
    part, full = Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked
    return [(known[key], full if all(key in those for those in every) else part) for key in sorted(known)]
