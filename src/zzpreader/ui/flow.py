"""Widgets beside each other as long as there is room, then on the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Args: centred: every line stands in the middle."""

    def __init__(self, parent: QWidget | None = None, *, gap_px: int = 8, centred: bool = False) -> None:
        super().__init__(parent)
        self._gap_px, self._centred = gap_px, centred
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - Qt asks until there is none
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._height(line) for line in self._lines(width)) + self._gap_px * (len(self._lines(width)) - 1)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap_px * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """One below the other."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((one.width() for one in sizes), default=0), max((one.height() for one in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.top()
        for line in self._lines(rect.width()):
            used = sum(self._width(item, rect.width()) for item in line) + self._gap_px * (len(line) - 1)
            x = rect.left() + ((rect.width() - used) // 2 if self._centred else 0)
            for item in line:
                width = self._width(item, rect.width())
                item.setGeometry(QRect(QPoint(x, y), QSize(width, self._height(line))))
                x += width + self._gap_px
            y += self._height(line) + self._gap_px

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = self._width(item, width)
            if lines and used + self._gap_px + wide <= width:
                lines[-1].append(item)
                used += self._gap_px + wide
            else:
                lines.append([item])
                used = wide
        return lines

    def _width(self, item: QLayoutItem, most: int) -> int:
        return max(min(item.sizeHint().width(), most), item.minimumSize().width())

    def _height(self, line: list[QLayoutItem]) -> int:
        return max(item.sizeHint().height() for item in line)
