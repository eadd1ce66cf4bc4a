"""Which cards are shown and in which order: of this section or of all, by words, colour, kind, tag and section."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from zzpreader.model.order import Order
from zzpreader.model.sections import SectionTree
from zzpreader.model.wanted import Wanted
from zzpreader.ui.buttons import IconButton
from zzpreader.ui.notes.drawer import FilterDrawer
from zzpreader.ui.tabs import TabBar

_QUIET_MS = 150


class FilterBar(QWidget):
    """
    Signals:
        changed(): another question.
        order_changed(): another order.
        words_awaited(): the keyboard is where words are typed.
    """

    changed = Signal()
    order_changed = Signal()
    words_awaited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = TabBar()
        self._places.addTab(self.tr("This section"))
        self._places.addTab(self.tr("Whole publication"))
        for n in range(2):
            self._places.setTabToolTip(n, self._places.tabText(n))
        self._places.setExpanding(True)
        self._places.setUsesScrollButtons(False)
        self._places.setElideMode(Qt.TextElideMode.ElideRight)
        self._places.setAccessibleName(self.tr("Which notes are shown"))
        self._places.currentChanged.connect(self._tell)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Filter notes"))
        self._words.setAccessibleName(self.tr("Filter notes"))
        self._words.setClearButtonEnabled(True)
        self._words.installEventFilter(self)
        self._order = Order.PLACE
        self._orders = QActionGroup(self)
        self._sort = IconButton("arrow-up-down", self.tr("Sort"))
        self._fill_orders()
        self._more = IconButton("filter", self.tr("Filter by colour, kind, tag and section"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_more)
        self._drawer = FilterDrawer()
        self._drawer.hide()
        self._lay_out()
        quiet = QTimer(self)
        quiet.setSingleShot(True)
        quiet.setInterval(_QUIET_MS)
        quiet.timeout.connect(self.changed)
        self._words.textChanged.connect(quiet.start)
        self._drawer.changed.connect(self.changed)

    @property
    def whole(self) -> bool:
        """Whether all sections are shown."""
        return self._places.currentIndex() == 1

    def show_whole(self) -> None:
        self._places.setCurrentIndex(1)

    @property
    def order(self) -> Order:
        return self._order

    def sort_by(self, order: Order) -> None:
        if order is not self._order:
            self._order = order
            for action in self._orders.actions():
                action.setChecked(action.data() == order.value)
            self.order_changed.emit()

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def wanted(self) -> Wanted:
        """All but place, section and words."""
        return self._drawer.wanted

    @property
    def section_id(self) -> str:
        """A section that is chosen instead of the one being read; "" for none."""
        return self._drawer.section_id

    @property
    def asks(self) -> bool:
        """Whether anything is filtered but the place."""
        return self.wanted.asks or bool(self.section_id or self.words.strip())

    @property
    def summary(self) -> str:
        """What is chosen in the drawer, in words."""
        return self._drawer.words

    def clear(self) -> None:
        """Ask nothing any more but the place."""
        self._words.clear()
        self._more.setChecked(False)
        self._drawer.clear()

    def show_tags(self, tags: Sequence[str]) -> None:
        self._drawer.show_tags(tags)

    def show_sections(self, tree: SectionTree) -> None:
        self._drawer.show_sections(tree)

    def show_meanings(self, meanings: Mapping[str, str]) -> None:
        self._drawer.show_meanings(meanings)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.words_awaited.emit()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self.changed.emit()

    def _fill_orders(self) -> None:
        menu = QMenu(self._sort)
        orders = (
            (Order.PLACE, self.tr("By &place in the publication")),
            (Order.DATE, self.tr("By &date, last changed first")),
            (Order.COLOUR, self.tr("By &colour")),
        )
        for order, words in orders:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(order is self._order)
            action.setData(order.value)
            self._orders.addAction(action)
            action.triggered.connect(lambda _on=False, order=order: self.sort_by(order))
        self._sort.setMenu(menu)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words, 1)
        words.addWidget(self._sort)
        words.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._places)
        column.addLayout(words)
        column.addWidget(self._drawer)

    def _show_more(self, on: bool) -> None:
        self._drawer.setVisible(on)
        if not on:
            self._drawer.clear()
