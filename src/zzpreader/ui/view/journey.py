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
from zzpreader.ui.view.trail import Trail


class JourneyView(PageCanvas):
    """Signals: history_changed() `can_go_back` or `can_go_forward` may be another."""

    history_changed = Signal()

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
        self._follow(self._trail.back)

    def forward(self) -> None:
        self._follow(self._trail.forward)

    def _follow(self, step: Callable[[Anchor], Anchor | None]) -> None:
        if self._layout and (anchor := step(self._anchor())):
            self._is_at_hit = False
            self._scroll_to(anchor)
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
