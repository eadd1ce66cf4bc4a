"""Previews of links and references where one reads: after a short rest of the pointer, or by key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QToolTip

from zzpreader.model.links import Inside
from zzpreader.model.pages import Place
from zzpreader.model.references import Reference
from zzpreader.session.pictures import Paper
from zzpreader.session.references import Target
from zzpreader.session.session import Session
from zzpreader.ui.preview.ground import Ground, Origin
from zzpreader.ui.preview.popup import Preview

_REST_MS = 450
_LEAVE_MS = 250


class PreviewDesk(QObject):
    """
    Args:
        ground: where one reads.
        paper: as the pages are shown, asked whenever a preview opens.
    """

    def __init__(self, session: Session, ground: Ground, paper: Callable[[], Paper]) -> None:
        super().__init__(ground)
        self._session, self._ground, self._paper = session, ground, paper
        self._origin: Origin | None = None
        self._target: Target | None = None
        self.popup = Preview(session.pages, session.pictures, ground.widget)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._leave = QTimer(self, singleShot=True, interval=_LEAVE_MS)
        self._rest.timeout.connect(self._open)
        self._leave.timeout.connect(self.close)
        self.popup.wanted.connect(self._go)
        self.popup.turned.connect(self.turn)
        self.popup.closed.connect(self._let_go)
        self.popup.entered.connect(self._leave.stop)
        self.popup.left.connect(self._leave.start)
        ground.moved.connect(self.close)

    def hover(self, origin: Origin | None) -> None:
        """The pointer is over this now."""
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
        """With the keys: the next of those in view, round and round."""
        seen = [origin for _, origin in self._ground.seen()]
        if not seen:
            words = self.tr("No link or reference is in view.")
            self._say(self._ground.widget.rect().center(), words)
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
            self._ground.widget.setFocus()

    def _let_go(self) -> None:
        if self.popup.isVisible():
            self.close()

    def _go(self) -> None:
        target = self._target
        self.close()
        self._ground.widget.setFocus()
        if target:
            self._ground.go_to(target.place)

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
        at = self._ground.where(origin)
        if at is None:
            return
        if target is None:
            if with_keys and isinstance(origin.refers, Reference):
                words = self.tr("“%1” was not found in this publication.").replace("%1", origin.refers.words)
                self._say(at.bottomLeft(), words)
            return
        self._target = target
        self.popup.paper = self._paper()
        self.popup.show_target(target, self._title(target.place), at)
        if with_keys:
            self.popup.setFocus()

    def _title(self, place: Place) -> str:
        page = self.tr("p. %1").replace("%1", self._session.pages.labels.shown(place.page, place.half))
        section = self._session.sections.at(place)
        return f"{page} · {section.title}"[:90] if section else page

    def _say(self, at: QPoint, words: str) -> None:
        QToolTip.showText(self._ground.widget.mapToGlobal(at), words)
