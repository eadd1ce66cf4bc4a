"""The ring around the annotation that is chosen; around one that the reader was led to it blinks first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter

from zzpreader.model.annotation import Annotation
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.mark_painting import paint_ring

_BLINK_MS = 1400
_STRENGTHS = ((0.0, 0.0), (0.15, 1.0), (0.4, 0.25), (0.6, 1.0), (1.0, 0.0))
"""Calmly in and out twice: share of the time, share of the ink."""


class Ring(QObject):
    """
    Attributes:
        around: the id of the annotation that is chosen, perhaps of one that was deleted; None for none.

    Signals:
        changed(): it looks different now.
        moved(str): around another annotation; "" for none.
    """

    changed = Signal()
    moved = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.around: str | None = None
        self._blinking: str | None = None
        self._blink = QVariantAnimation(self)
        self._blink.setDuration(_BLINK_MS)
        for at, strength in _STRENGTHS:
            self._blink.setKeyValueAt(at, strength)
        self._blink.valueChanged.connect(self.changed)
        self._blink.finished.connect(self._end_blink)

    def put(self, annotation_id: str | None) -> None:
        if annotation_id != self.around:
            self.around = annotation_id
            self.changed.emit()
            self.moved.emit(annotation_id or "")

    def blink(self, annotation_id: str) -> None:
        self._blinking = annotation_id
        self._blink.stop()
        self._blink.start()

    def next_of(self, ids: Sequence[str]) -> str:
        """Of several that overlap, the one after that which is chosen."""
        return ids[(ids.index(self.around) + 1) % len(ids)] if self.around in ids else ids[0]

    def paint(self, painter: QPainter, leaf: Leaf, annotations: Sequence[Annotation], ink: QColor) -> None:
        """If it is around one of these, which are on the leaf."""
        for annotation in annotations:
            if annotation.id == self._blinking:
                paint_ring(painter, leaf, annotation, ink, float(self._blink.currentValue() or 0.0))
            elif annotation.id == self.around:
                paint_ring(painter, leaf, annotation, ink)

    def _end_blink(self) -> None:
        self._blinking = None
        self.changed.emit()
