"""Jumps over the pages, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zzpreader.model.geometry import Point
from zzpreader.model.pages import Place
from zzpreader.session.pages import Pages
from zzpreader.session.pictures import Pictures
from zzpreader.session.search import Hit
from zzpreader.ui.view.anchor import Anchor
from zzpreader.ui.view.canvas import PageCanvas
from zzpreader.ui.view.trail import Elsewhere, Trail


class JourneyView(PageCanvas):
    """
    Signals:
        history_changed(): `can_go_back` or `can_go_forward` may be another.
        led_back(goal), led_forward(goal): the way leads out of this view, to where it was said to come from or to go.
    """

    history_changed = Signal()
    led_back = Signal(object)
    led_forward = Signal(object)

    def __init__(self, pages: Pages, pictures: Pictures, parent: QWidget | None = None) -> None:
        self._trail: Trail[Anchor] = Trail()
        self._is_at_hit = False
        super().__init__(pages, pictures, parent)

    def go_to(self, place: Place, *, history: bool = True, flash: bool = False) -> None:
        """
        Args:
            history: whether one can go back to where one is now.
            flash: point at the goal for a moment.
        """
        if history:
            self._leave()
        self._is_at_hit = False
        self.bring(place)
        if flash:
            self.point_at(place)

    def go_to_hit(self, hit: Hit) -> None:
        """Into the middle of the view, if it is not well in view already."""
        if not self._is_at_hit:
            self._leave()
        self._bring_middle(Place(hit.page, hit.y), hit.x)
        self._is_at_hit = True
        self.viewport().update()

    def point_at(self, place: Place) -> None:
        """Show for a moment what lies at the place; for a subclass."""

    @property
    def can_go_back(self) -> bool:
        return self._trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self._trail.can_go_forward

    def back(self) -> None:
        """To where the last jump started."""
        self._follow(self._trail.back, self.led_back.emit)

    def forward(self) -> None:
        self._follow(self._trail.forward, self.led_forward.emit)

    def came_from(self, goal: object) -> None:
        """The way back from here leads out of this view, by `led_back`."""
        self._trail.leave(Elsewhere(goal))
        self.history_changed.emit()

    def came_back_from(self, goal: object) -> None:
        """The way forward from here leads out of this view, by `led_forward`."""
        self._trail.lead_on(Elsewhere(goal))
        self.history_changed.emit()

    def _follow(self, step: Callable[[Anchor], Anchor | Elsewhere | None], lead: Callable[[object], None]) -> None:
        if not self._layout or not (stop := step(self._anchor())):
            return
        if isinstance(stop, Elsewhere):
            lead(stop.goal)
        else:
            self._is_at_hit = False
            self._scroll_to(stop)
        self.history_changed.emit()

    def _leave(self) -> None:
        if self._layout:
            self._trail.leave(self._anchor())
            self.history_changed.emit()

    def _bring_middle(self, place: Place, x: float) -> None:
        if self._is_well_in_view(place, x):
            return
        width, height = self._shape.width, self._shape.height
        self.bring(place, x=x, at=Point(width / 2, height * 0.4))

    def _is_well_in_view(self, place: Place, x: float) -> bool:
        leaf = self.leaf_seen(place.page, x)
        if leaf is None:
            return False
        spot = leaf.to_layout(Point(x, place.y))
        height = self._shape.height
        return 0 <= spot.x < self._shape.width * 0.95 and height * 0.05 <= spot.y <= height * 0.85
