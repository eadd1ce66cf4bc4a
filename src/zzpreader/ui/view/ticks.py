"""Ticks beside the scroll bar's handle: where marks and hits lie in the whole publication."""

from collections.abc import Iterator
from time import perf_counter

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionSlider, QToolTip, QWidget

from zzpreader.model.annotation import Annotation
from zzpreader.model.displayed import one_line
from zzpreader.model.legend import colour
from zzpreader.model.pages import Place
from zzpreader.session.session import Session
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.palette import is_dark
from zzpreader.ui.view import inks
from zzpreader.ui.view.page_view import PageView

_QUIET_MS = 150
_SLICE_SECONDS = 0.005
_HEIGHT_PX = 3
_NEAR_PX = 3
_SHARE = 0.42
"""Of the width of the bar: marks at the left, hits at the right."""


class Tick(Struct, frozen=True):
    """
    Args:
        y: in pixels of the bar.
        annotation: id of the mark; "" for a hit.
    """

    y: int
    ink: QColor
    words: str
    place: Place
    x: float
    annotation: str = ""


class Ticks(QWidget):
    """Lies over the scroll bar of a view and lets the pointer through; a click near a tick goes there."""

    def __init__(self, session: Session, view: PageView) -> None:
        super().__init__(view.verticalScrollBar())
        self._session, self._view = session, view
        self._bar = view.verticalScrollBar()
        self._ticks: dict[tuple[int, bool], Tick] = {}
        self._coming: dict[tuple[int, bool], Tick] = {}
        self._work: Iterator[None] = iter(())
        self._places: dict[str, tuple[Annotation, Place | None, float]] = {}
        """Where each mark starts: after every edit all are gone through, of which most are as they were."""
        self._soon = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._soon.timeout.connect(self._begin)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for signal in (
            session.marks.loaded,
            session.marks.edited,
            session.search.found,
            session.pages.changed,
            view.zoom_changed,
        ):
            signal.connect(self._soon.start)
        self._bar.installEventFilter(self)
        self._fit()
        self._soon.start()

    @property
    def ticks(self) -> list[Tick]:
        """From top to bottom, marks before hits."""
        return [self._ticks[key] for key in sorted(self._ticks)]

    # which there are

    def _begin(self) -> None:
        self._coming = {}
        self._work = self._every()
        self._slices.start()

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        for _ in self._work:
            if perf_counter() > until:
                return
        self._slices.stop()
        self._ticks = self._coming
        self.setVisible(bool(self._ticks))
        self.update()

    def _every(self) -> Iterator[None]:
        """Of what lies at one height the first is shown, and nothing is made of the others: a bar has some hundred."""
        groove = self._groove()
        dark = is_dark(self.palette())
        marks, before = self._session.marks, self._places
        self._places = places = {}
        for one in list(marks.notebook):
            known = before.get(one.id)
            _, place, left = places[one.id] = known if known and known[0] is one else (one, one.place, one.left)
            if place and not marks.is_elsewhere(one) and (key := self._free(groove, place, left, is_hit=False)):
                legend = colour(one.body.color)
                ink = QColor(legend.fill if dark else legend.edge)
                words = one_line(one.body.value or one.quote, 200)
                self._coming[key] = Tick(key[0], ink, words, place, left, one.id)
            yield
        for hit in list(self._session.search.hits):
            place = self._session.search.place(hit)
            if key := self._free(groove, place, hit.x, is_hit=True):
                ink = inks.HIT if dark else inks.HIT_EDGE
                self._coming[key] = Tick(key[0], ink, f"{hit.before}{hit.match}{hit.after}", place, hit.x)
            yield

    def _free(self, groove: QRect, place: Place, x: float, *, is_hit: bool) -> tuple[int, bool] | None:
        """Where it is to be shown; None if something else stands there, or before there are pages."""
        share = self._view.share_of(place, x)
        key = (_at(groove, share), is_hit) if share is not None else None
        return key if key not in self._coming else None

    def _groove(self) -> QRect:
        option = QStyleOptionSlider()
        self._bar.initStyleOption(option)
        return self._bar.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarGroove, self._bar
        )

    def _near(self, y: int) -> Tick | None:
        found = [tick for tick in self._ticks.values() if abs(tick.y - y) <= _NEAR_PX]
        return min(found, key=lambda tick: abs(tick.y - y), default=None)

    def _fit(self) -> None:
        self.setGeometry(self._bar.rect())

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = round(self.width() * _SHARE)
        for tick in self.ticks:
            left = 1 if tick.annotation else self.width() - wide - 1
            painter.fillRect(left, tick.y - 1, wide, _HEIGHT_PX, tick.ink)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Resize | QEvent.Type.Show:
                self._fit()
                self._soon.start()
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                if tick := self._near(event.pos().y()):
                    page = self._session.pages.labels.shown(tick.place.page, tick.place.half)
                    words = self.tr("p. %1").replace("%1", page)
                    QToolTip.showText(event.globalPos(), as_tooltip(words, tick.words), self._bar)
                    return True
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                if event.button() == Qt.MouseButton.LeftButton and self._go(round(event.position().y())):
                    return True
            case _:
                pass
        return super().eventFilter(watched, event)

    def _go(self, y: int) -> bool:
        """To the tick there; not where the handle is, for that is meant to be dragged."""
        option = QStyleOptionSlider()
        self._bar.initStyleOption(option)
        handle = self._bar.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self._bar
        )
        tick = self._near(y)
        if tick is None or handle.top() <= y <= handle.bottom():
            return False
        if tick.annotation:
            self._view.flash(tick.annotation)
        else:
            self._view.go_to(tick.place)
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._soon.start()


def _at(groove: QRect, share: float) -> int:
    return groove.top() + round(min(max(share, 0.0), 1.0) * max(groove.height() - _HEIGHT_PX, 1)) + 1
