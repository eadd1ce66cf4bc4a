"""What refers to something on the pages of a view."""

from PySide6.QtCore import QRect

from zzpreader.model.geometry import Rect
from zzpreader.model.links import Inside
from zzpreader.model.pages import Place
from zzpreader.model.selection import code_point_at
from zzpreader.session.session import Session
from zzpreader.ui.preview.ground import Ground, Origin, origin_in, origins_on
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.page_view import PageView
from zzpreader.ui.view.pointer import Under


class PagesGround(Ground):
    def __init__(self, session: Session, view: PageView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.widget = view
        view.moved.connect(self.moved)

    def under(self, under: Under | None) -> Origin | None:
        """What the pointer is over."""
        if under is None:
            return None
        if under.link and isinstance(under.link.target, Inside):
            return Origin(under.page, under.link.box, under.link.target)
        text = self._session.texts.get(under.page)
        offset = code_point_at(text, under.point) if text and under.is_text else None
        return origin_in(under.page, text, offset) if text and offset is not None else None

    def seen(self) -> list[tuple[QRect, Origin]]:
        found: list[tuple[QRect, Origin]] = []
        view = self._view.viewport().rect()
        for leaf in self._view.leaves_seen():
            text, links = self._session.texts.get(leaf.page), self._session.links.get(leaf.page)
            for origin in origins_on(leaf.page, text, links):
                box = _shown(leaf, origin.box)
                if leaf.shows(origin.box) and view.contains(box.center()):
                    found.append((box, origin))
        return sorted(found, key=lambda one: (one[0].top(), one[0].left()))

    def where(self, origin: Origin) -> QRect | None:
        leaves = (leaf for leaf in self._view.leaves_seen() if leaf.page == origin.page and leaf.shows(origin.box))
        leaf = next(leaves, None)
        return _shown(leaf, origin.box) if leaf else None

    def go_to(self, place: Place) -> None:
        self._view.go_to(place)


def _shown(leaf: Leaf, box: Rect) -> QRect:
    shown = leaf.rect_to_layout(box)
    return QRect(round(shown.left), round(shown.top), round(shown.width), round(shown.height))
