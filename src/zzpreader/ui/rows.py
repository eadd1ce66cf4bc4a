"""What the rows of the lists beside the page have in common: their ground, a number in a pill, a text at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from zzpreader.ui.buttons import LEAST_PX
from zzpreader.ui.palette import hover_colour, mixed, outlined, soft_selection
from zzpreader.ui.sizes import grown

_LEAST_WIDE_PX = 180


def heading(words: str, orientation: Qt.Orientation, role: int) -> str | None:
    """Of a model's only column: a header that is hidden is still read out, as "1" if it says nothing."""
    is_asked = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
    return words if is_asked else None


class RowDelegate(QStyledItemDelegate):
    """Rows high enough to be hit; a subclass paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), max(LEAST_PX, option.fontMetrics.height() + 10))


def focus_rows(view: QAbstractItemView) -> bool:
    """The keyboard on the current row, else on the first: where it is must be seen. Whether there are rows to see."""
    if not view.isVisibleTo(view.window()):
        return False
    if not view.currentIndex().isValid():
        rows = (view.model().index(row, 0) for row in range(view.model().rowCount()))
        view.setCurrentIndex(next((row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable), QModelIndex()))
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return True


def lead_down(box: QLineEdit, view: QAbstractItemView) -> None:
    """The arrow goes from the box into the rows that it filters."""
    down = QShortcut(QKeySequence(Qt.Key.Key_Down), box, context=Qt.ShortcutContext.WidgetShortcut)
    down.activated.connect(lambda: focus_rows(view))


class RowTable(QTreeView):
    """A tree of several columns: where the keyboard comes, that is chosen, for the style marks it faintly.

    Attributes:
        wide: the column that takes the room that the others leave; where that is little, all can be scrolled.
    """

    wide = 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header, least_px = self.header(), grown(_LEAST_WIDE_PX, self)
        is_narrow = self.viewport().width() - (header.length() - header.sectionSize(self.wide)) < least_px
        mode = QHeaderView.ResizeMode.Interactive if is_narrow else QHeaderView.ResizeMode.Stretch
        if header.count() and header.sectionResizeMode(self.wide) is not mode:
            header.setSectionResizeMode(self.wide, mode)
        if is_narrow:
            header.resizeSection(self.wide, least_px)


def keep_apart(option: QStyleOptionViewItem) -> None:
    """A number at the right of its column does not touch what begins the next one."""
    if option.displayAlignment & Qt.AlignmentFlag.AlignRight:  # pyright: ignore[reportAttributeAccessIssue] - the stub lacks it
        option.text = apart(option.text)  # pyright: ignore[reportAttributeAccessIssue]


def apart(words: str) -> str:
    """As `keep_apart`, for the heading of such a column."""
    return words + "\u2002"


def column_heading(words: str, orientation: Qt.Orientation, role: int, *, at_right: bool) -> object:
    """Of one of a model's columns."""
    if orientation is not Qt.Orientation.Horizontal:
        return None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return column_side(at_right=at_right)
    if role != Qt.ItemDataRole.DisplayRole:
        return None
    return apart(words) if at_right else words


def column_side(*, at_right: bool) -> Qt.AlignmentFlag:
    """Where the words of a column stand: numbers at the right."""
    return (Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


class BoxDelegate(QStyledItemDelegate):
    """Rows with a box to check, whose outline can be seen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.palette = outlined(option.palette)  # pyright: ignore[reportAttributeAccessIssue] - the stub lacks it


class RowTree(QTreeView):
    """A tree of one column whose delegate paints the whole row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        # The style has painted a block of selection here, apart from the row's own ground.
        painter.fillRect(rect, self.palette().color(QPalette.ColorRole.Base))
        super().drawBranches(painter, rect, index)


def is_strong(option: QStyleOptionViewItem) -> bool:
    """Whether the row is chosen in the list that has the focus."""
    state = option.state
    return bool(state & QStyle.StateFlag.State_Selected and option.widget and option.widget.hasFocus())


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> QColor:
    """The row's ground by its state; returns the colour of text on it."""
    palette = option.palette
    ink = palette.color(QPalette.ColorRole.Text)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_strong(option):
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        ink = palette.color(QPalette.ColorRole.HighlightedText)
    elif option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(soft_selection(palette))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(hover_colour(palette))
    else:
        return ink
    painter.drawRoundedRect(option.rect.adjusted(0, 1, -1, -1), 4, 4)
    return ink


def paint_right(painter: QPainter, inner: QRect, text: str, ink: QColor, font: QFont) -> QRect:
    """Right-aligned text; what is left of the row."""
    width = QFontMetrics(font).horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return inner.adjusted(0, 0, -width - 8, 0)


def paint_badge(painter: QPainter, inner: QRect, text: str, option: QStyleOptionViewItem, ink: QColor) -> QRect:
    """A number in a pill at the right; what is left of the row."""
    font = QFont(option.font)
    font.setPointSizeF(max(font.pointSizeF() * 0.85, 1.0))
    metrics = QFontMetrics(font)
    height = metrics.height() + 2
    width = max(metrics.horizontalAdvance(text) + 10, height)
    pill = QRect(inner.right() - width + 1, inner.center().y() - height // 2, width, height)
    ground = option.palette.color(QPalette.ColorRole.Highlight if is_strong(option) else QPalette.ColorRole.Base)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(ink, ground, 0.14))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    return inner.adjusted(0, 0, -width - 8, 0)
