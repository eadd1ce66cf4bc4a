"""The start with a publication: its page is shown first, and the rest of the program is made behind it, in slices.

While that lasts, what the reader presses waits in Qt's queue, and is answered when there is somebody to answer.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from zzpreader.engine.cradle import Cradle, end_glance
from zzpreader.engine.glancing import Glance
from zzpreader.glance import Piece, Spot, first_spots
from zzpreader.model.theme import Theme
from zzpreader.program.application import new_application
from zzpreader.store.home import Home
from zzpreader.store.seen import Seen
from zzpreader.ui.palette import Appearance, is_dark
from zzpreader.ui.window.front import Front
from zzpreader.unread import SELDOM_USED, left_unread

if TYPE_CHECKING:
    from zzpreader.engine.nursery import Nursery
    from zzpreader.program.run import Program
    from zzpreader.session.pictures import Pictures

_PARTS = (
    "msgspec",
    "zzpreader.wire",
    "zzpreader.log",
    "zzpreader.model.annotation",
    "zzpreader.engine.engine",
    "zzpreader.store.notebooks",
    "zzpreader.session.marks",
    "zzpreader.session.session",
    "zzpreader.ui.view.page_view",
    "zzpreader.ui.notes.pane",
    "zzpreader.ui.window.left",
    "zzpreader.ui.window.tab",
    "zzpreader.ui.window.main_window",
    "zzpreader.program.run",
)
"""What is loaded before the window can be built, in pieces: between two of them Qt can be heard."""

_LONGEST_MS = 2000
"""Then what is there is shown, whatever it waits for."""


def open_behind_glance(home: Home, files: list[Path], glance: Glance, seen: Seen, cradle: Cradle) -> int:
    """Show the window and stay until it is closed. Returns the exit status."""
    app = new_application()
    opening = Opening(app, home, files, glance, seen, cradle)
    try:
        opening.show()
        # Keys and clicks stay in the queue until this loop has ended.
        opening.loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        opening.attend()
        app.exec()
    finally:
        opening.end()
    return 0


class Opening(QObject):
    """
    Attributes:
        loop: ends when the window is whole.
    """

    def __init__(
        self, app: QApplication, home: Home, files: list[Path], glance: Glance, seen: Seen, cradle: Cradle
    ) -> None:
        super().__init__(app)
        self._app, self._home, self._files = app, home, files
        self._glance, self._seen, self._cradle = glance, seen, cradle
        self._appearance = Appearance(app, _first_look(app, seen.theme))
        sight = seen.sight(glance.file)
        title = sight.title if sight else glance.file.stem
        self.front = Front(f"{title} – zzpreader", seen.geometry, seen.margins)
        self.loop = QEventLoop(self)
        self._pictures: dict[Piece, QImage] = {}
        self._shelf: Pictures | None = None
        self._is_painted = False
        self._program: Program | None = None
        self._steps = self._build()
        self._between = _BetweenModules(self._look)
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._step)
        self._heard = QSocketNotifier(glance.descriptor, QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._listen)

    def show(self) -> None:
        self._place()
        self.front.painted.connect(self._go_on)
        self.front.show()
        self._listen()

    def _go_on(self) -> None:
        """The window is seen; now its processor is free for the rest."""
        self._is_painted = True
        if self._glance.is_over:
            end_glance(self._cradle)
        self._next.start()

    # the glance

    def _place(self) -> None:
        """Where what was asked for beforehand will stand, if the window is as it was."""
        view, ratio = self.front.view, self.front.devicePixelRatioF()
        sight = self._seen.sight(self._glance.file)
        if sight and (sight.view, sight.ratio) == ((view.width(), view.height()), ratio):
            self.front.curtain.spots = sight.spots

    def _listen(self) -> None:
        glance = self._glance
        glance.listen()
        if glance.page and not glance.asked and not glance.is_over:
            self._ask_first_page()
            glance.listen()
        if self._take():
            self.front.curtain.pictures = self._pictures
            self.front.curtain.update()
        self._pass_on()
        if glance.is_over:
            self._end_glance()

    def _look(self) -> None:
        """As `_listen`, in the middle of something: what has come is painted at once."""
        before = len(self._pictures)
        if not self._glance.is_over:
            self._listen()
        if len(self._pictures) > before:
            self.front.curtain.repaint()

    def _end_glance(self) -> None:
        self._heard.setEnabled(False)
        self._glance.close()
        if self._is_painted:  # until then nothing else is loaded: two processors have enough to do
            end_glance(self._cradle)
        if self._shelf:
            self._shelf.expect(())
        self._let_go()

    def _let_go(self) -> None:
        """What the curtain showed, as soon as the page has its own view, which keeps of it what it needs."""
        if self._glance.is_over and self.front.is_revealed:
            self._pictures.clear()

    def _take(self) -> bool:
        """Whether there is more to be seen. The block goes before its pictures, so these are copies."""
        before = len(self._pictures)
        for piece, pixels in self._glance.drawn():
            if piece not in self._pictures:
                shared = QImage(pixels, piece.width, piece.height, 4 * piece.width, QImage.Format.Format_RGB32)
                self._pictures[piece] = shared.copy()
        return len(self._pictures) > before

    def _ask_first_page(self) -> None:
        view, ratio = self.front.view, self.front.devicePixelRatioF()
        page = self._glance.page
        assert page
        spots: list[Spot] = first_spots(page, view.width(), view.height(), ratio, self._seen.paper)
        self.front.curtain.spots = spots
        self.front.curtain.update()
        self._glance.ask([spot.piece for spot in spots])

    def _pass_on(self) -> None:
        """What was drawn is not drawn once more, and what is being drawn neither."""
        if self._shelf:
            from zzpreader.session.pictures import tile_of

            for piece, picture in self._pictures.items():
                self._shelf.bring(tile_of(piece), picture)
            self._shelf.expect(map(tile_of, self._glance.waiting))

    # the rest

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._next.stop()

    def _build(self) -> Iterator[str]:
        for part in _PARTS:
            yield part
            with self._between, left_unread(*SELDOM_USED):
                import_module(part)
        from zzpreader.log import start_log
        from zzpreader.program.run import Program
        from zzpreader.store.problems import HomeNotWritable

        with suppress(HomeNotWritable):  # one can still read; every publication says that nothing can be kept
            self._home.prepare()
        start_log(self._home.folder)
        self._program = program = Program(
            self._app, self._home, None, self.nursery, front=self.front, appearance=self._appearance
        )
        yield "window"
        program.begin(self._files, "")
        if tab := program.window.current:
            if tab.file == self._glance.file:
                self._shelf = tab.session.pictures
                self._pass_on()
            for told in (tab.ready, tab.session.failed, tab.session.locked):
                told.connect(self._reveal_soon)
            QTimer.singleShot(_LONGEST_MS, self, self._reveal)
        else:
            self._reveal_soon()

    def _reveal_soon(self) -> None:
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        if not self.loop.isRunning():
            return
        self.loop.quit()
        gc.freeze()  # what a window needs lives as long as the window

    def attend(self) -> None:
        """When the window is whole: it is shown, and later starts are heard."""
        assert self._program
        self.front.reveal()
        self._let_go()
        self._program.attend()

    @cached_property
    def nursery(self) -> "Nursery":
        from zzpreader.engine.nursery import Nursery

        return Nursery(cradle=self._cradle)

    def end(self) -> None:
        """Whatever has happened: all is on the disk, and no process is left."""
        try:
            if self._program:
                self._program.end()
        finally:
            self._glance.close()
            self.nursery.close()


class _BetweenModules:
    """As long as it is entered, `act` is called before each module that is imported: there are hundreds, and a picture
    that has come would else wait for all of them.
    """

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def __enter__(self) -> None:
        sys.meta_path.insert(0, self)

    def __exit__(self, *_: object) -> None:
        sys.meta_path.remove(self)

    def find_spec(self, _name: str, _path: object = None, _target: object = None) -> None:
        self._act()


def _first_look(app: QApplication, worn: str) -> Theme:
    """What was worn last; the first time, as the system's palette is. What it prefers beyond that is asked behind."""
    known = next((theme for theme in Theme if theme.value == worn), Theme.SYSTEM)
    if known is not Theme.SYSTEM:
        return known
    return Theme.DARK if is_dark(app.palette()) else Theme.LIGHT
