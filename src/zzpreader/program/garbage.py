"""Python's search for garbage, on the window's thread and at moments that nobody notices.

Left to itself Python looks for it on whatever thread makes an object. On the store's thread that would end Qt objects
which live on the window's, and a large search in the middle of a key or a page is felt.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_LOOK_MS = 1000
_FEW, _MANY = 2_000, 50_000
"""Objects more than at the last look. Fewer are not worth one; more, as when a large notebook comes, would be felt (a
millisecond for some thousand), and are taken for what stays until everything is looked at."""

_MIDDLE_EVERY, _BEHIND_EVERY, _ALL_EVERY = 10, 60, 1800
"""Of so many looks one goes back further, one over all that came since the last such, which is then taken for what
stays, and one over everything, should the reader never go elsewhere."""

_AFTER_CLOSING_MS = 2000


class Garbage(QObject):
    """From its beginning to `close` nothing else looks for garbage in this process."""

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._looks = 0
        self._is_closed = False
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        # Whenever there is nothing to do for now; so in a program at rest no timer runs.
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._look_if_worth_it)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_CLOSING_MS)
        self._soon.timeout.connect(self.look_everywhere)
        app.applicationStateChanged.connect(self._state_changed)

    def _look_if_worth_it(self) -> None:
        if (gc.get_count()[0] >= _FEW or gc.isenabled()) and not self._timer.isActive() and not self._is_closed:
            self._timer.start()

    def look(self) -> None:
        """Among what was made lately."""
        gc.disable()  # whoever needed it on for a while may have left it so
        more = gc.get_count()[0]
        if more < _FEW:
            return
        self._looks += 1
        if self._looks >= _ALL_EVERY:
            self.look_everywhere()
        elif more > _MANY:
            gc.freeze()
        elif self._looks % _BEHIND_EVERY == 0:
            gc.collect()
            gc.freeze()
        else:
            gc.collect(1 if self._looks % _MIDDLE_EVERY == 0 else 0)

    def look_everywhere(self) -> None:
        self._looks = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def look_soon(self) -> None:
        """Something large was closed, such as a publication with its pictures."""
        self._soon.start()

    def close(self) -> None:
        """What is frozen may be looked at again, by whoever goes on in this process."""
        self._is_closed = True
        self._timer.stop()
        self._soon.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        """The reader has gone to another window: nobody waits for this one."""
        if state is not Qt.ApplicationState.ApplicationActive and self._looks and not self._is_closed:
            self.look_everywhere()
