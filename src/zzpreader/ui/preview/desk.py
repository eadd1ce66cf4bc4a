"""Previews of links and references in one page view: after a short rest of the pointer, or by key."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QToolTip

from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.links import Inside
from zzpreader.model.pages import Place
from zzpreader.model.references import Reference, reference_at, references
from zzpreader.model.selection import code_point_at
from zzpreader.session.pictures import Paper
from zzpreader.session.references import Target
from zzpreader.session.session import Session
from zzpreader.ui.preview.popup import Preview
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.page_view import PageView
from zzpreader.ui.view.pointer import Under

_REST_MS = 450
_LEAVE_MS = 250


class Origin(Struct, frozen=True):
    """What refers to something: a link, or words of the text; and the box of it on the page."""

    page: int
    box: Rect
    refers: Inside | Reference


class PreviewDesk(QObject):
    """Args: paper: as the pages are shown, asked whenever a preview opens."""

    def __init__(self, session: Session, view: PageView, paper: Callable[[], Paper]) -> None:
        super().__init__(view)
        self._session, self._view, self._paper = session, view, paper
        self._origin: Origin | None = None
        self._target: Target | None = None
        self.popup = Preview(session.pages, session.pictures, view)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._leave = QTimer(self, singleShot=True, interval=_LEAVE_MS)
        self._rest.timeout.connect(self._open)
        self._leave.timeout.connect(self.close)
        self.popup.wanted.connect(self._go)
        self.popup.turned.connect(self.turn)
        self.popup.closed.connect(self._let_go)
        self.popup.entered.connect(self._leave.stop)
        self.popup.left.connect(self._leave.start)
        view.moved.connect(self.close)

    def hover(self, under: Under | None) -> None:
        """The pointer is over this now."""
        origin = self._origin_under(under) if under else None
        if origin is None:
            self._rest.stop()
            if self.popup.isVisible() and not self.popup.hasFocus():
                self._leave.start()
        elif origin != self._origin or not self.popup.isVisible():
            self._origin = origin
            self._rest.start()
        else:
            self._leave.stop()

    def turn(self, step: int) -> None:
        """With the keys: the next of those in view, round and round; the first is that at the text cursor, if any."""
        seen = self._seen()
        if not seen:
            words = self.tr("No link or reference is in view.")
            QToolTip.showText(self._view.viewport().mapToGlobal(self._view.viewport().rect().center()), words)
            return
        index = seen.index(self._origin) + step if self._origin in seen and self.popup.isVisible() else 0
        self._origin = seen[index % len(seen)]
        self._rest.stop()
        self._open(with_keys=True)

    def close(self) -> None:
        self._rest.stop()
        self._leave.stop()
        had_focus = self.popup.hasFocus()
        self.popup.close_quietly()
        if had_focus:
            self._view.setFocus()

    def _let_go(self) -> None:
        if self.popup.isVisible():
            self.close()

    def _go(self) -> None:
        target = self._target
        self.close()
        self._view.setFocus()
        if target:
            self._view.go_to(target.place)

    # what refers to something

    def _origin_under(self, under: Under) -> Origin | None:
        if under.link and isinstance(under.link.target, Inside):
            return Origin(under.page, under.link.box, under.link.target)
        text = self._session.texts.get(under.page)
        offset = code_point_at(text, under.point) if text and under.is_text else None
        reference = reference_at(text, offset) if text and offset is not None else None
        if text is None or reference is None:
            return None
        return _words_origin(under.page, reference, text.quads(reference.start, reference.end))

    def _seen(self) -> list[Origin]:
        """In view, from top to bottom."""
        found: list[tuple[float, float, Origin]] = []
        view = self._view.viewport().rect()
        for leaf in self._view.leaves_seen():
            for origin in self._on(leaf.page):
                box = _shown(leaf, origin.box)
                if leaf.shows(origin.box) and view.contains(box.center()):
                    found.append((box.top(), box.left(), origin))
        return [origin for _, _, origin in sorted(found, key=lambda one: one[:2])]

    def _on(self, page: int) -> list[Origin]:
        links = [
            Origin(page, one.box, one.target) for one in self._session.links.get(page) if isinstance(one.target, Inside)
        ]
        text = self._session.texts.get(page)
        found = [_words_origin(page, one, text.quads(one.start, one.end)) for one in references(text)] if text else []
        return [*links, *(one for one in found if one and not any(link.box.meets(one.box) for link in links))]

    # where it leads

    def _open(self, *, with_keys: bool = False) -> None:
        origin = self._origin
        if origin is None:
            return
        show = partial(self._show, origin, with_keys=with_keys)
        if isinstance(origin.refers, Inside):
            place = origin.refers.place
            half = self._session.pages.paper.half_of(place.page, origin.refers.x)
            show(Target(Place(place.page, place.y, half)))
        else:
            self._session.references.resolve(origin.refers, origin.page, show, lambda: self._origin is not origin)

    def _show(self, origin: Origin, target: Target | None, *, with_keys: bool) -> None:
        leaf = next(
            (one for one in self._view.leaves_seen() if one.page == origin.page and one.shows(origin.box)), None
        )
        if leaf is None:
            return
        if target is None:
            if with_keys and isinstance(origin.refers, Reference):
                words = self.tr("“%1” was not found in this publication.").replace("%1", origin.refers.words)
                QToolTip.showText(self._view.viewport().mapToGlobal(_shown(leaf, origin.box).bottomLeft()), words)
            return
        self._target = target
        self.popup.paper = self._paper()
        self.popup.show_target(target, self._title(target.place), _shown(leaf, origin.box))
        if with_keys:
            self.popup.setFocus()

    def _title(self, place: Place) -> str:
        page = self.tr("p. %1").replace("%1", self._session.pages.labels.shown(place.page, place.half))
        section = self._session.sections.at(place)
        return f"{page} · {section.title}"[:90] if section else page


def _words_origin(page: int, reference: Reference, quads: tuple[Quad, ...]) -> Origin | None:
    return Origin(page, quads[0].bounds, reference) if quads else None


def _shown(leaf: Leaf, box: Rect) -> QRect:
    shown = leaf.rect_to_layout(box)
    return QRect(round(shown.left), round(shown.top), round(shown.width), round(shown.height))
