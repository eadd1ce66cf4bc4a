"""A slim bar below the page that says one sentence and offers what can be done; never modal.

What only informs goes by itself when it has been there long enough to be read twice, but never under the pointer.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QEnterEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from zzpreader.ui.acting import doing
from zzpreader.ui.announcing import announce
from zzpreader.ui.flow import FlowLayout
from zzpreader.ui.icons import icon

_LEAST_MS, _MS_A_LETTER = 4000, 80
_LEAST_LETTERS = 42
"""Of a line of the sentence; with less room than that, what is offered stands below it."""


class Notice(QFrame):
    """One sentence at a time, the newest wins; hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._picture = QLabel()
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offers = QWidget()
        self._buttons = FlowLayout(self._offers)
        self._goes = False
        self._over: QMetaObject.Connection | None = None
        self._leave = QTimer(self, singleShot=True)
        self._leave.timeout.connect(self.hide)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(28, 28)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 6, 6)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._picture, 0, 0)
        self._grid.addWidget(self._sentence, 0, 1)
        self._grid.addWidget(self._offers, 0, 2)
        self._grid.addWidget(self._close, 0, 3)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def say(
        self,
        sentence: str,
        *offers: tuple[str, Callable[[], object]],
        warning: bool = False,
        stays: bool = False,
        until: SignalInstance | None = None,
    ) -> None:
        """Show `sentence` with a button for every offer (its verb and what it does; it closes the bar).

        Args:
            stays: until it is closed; so does what warns, or offers anything.
            until: a signal after which it no longer holds.
        """
        if self._over:
            QObject.disconnect(self._over)
        self._over = until.connect(self.hide) if until else None
        self._picture.setPixmap(icon("triangle-alert" if warning else "info").pixmap(18, 18))
        self._close.setIcon(icon("x"))
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        while item := self._buttons.takeAt(0):
            if button := item.widget():
                button.hide()
                button.deleteLater()
        for verb, act in offers:
            button = QPushButton(verb)
            button.clicked.connect(self.hide)
            button.clicked.connect(doing(act))
            self._buttons.addWidget(button)
        first = self._buttons.itemAt(0)
        self.setFocusProxy((first.widget() if first else None) or self._close)
        self._offers.setVisible(bool(offers))
        self._place_offers()
        self._goes = not (offers or warning or stays)
        self._leave.stop()
        self.show()
        self._begin_to_leave()
        announce(self, sentence)

    def go_on(self, begun: str, sentence: str) -> None:
        """The same goes on: `sentence` in the place of the one that began with `begun`, if that is still shown."""
        if self.isVisible() and self.sentence.startswith(begun):
            self._sentence.setText(sentence)

    def _place_offers(self) -> None:
        """Beside the sentence, if that leaves room for it."""
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        is_wide = self.width() - self._buttons.sizeHint().width() >= least
        self._grid.removeWidget(self._offers)
        self._grid.addWidget(self._offers, *((0, 2) if is_wide else (1, 1, 1, 3)))
        policy = QSizePolicy.Policy.Minimum if is_wide else QSizePolicy.Policy.Preferred
        self._offers.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_offers()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._leave.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._begin_to_leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """With the keyboard in it: that goes back to what the message is about, not to whatever comes next."""
        super().hideEvent(event)
        focused = self.window().focusWidget()
        if self.isHidden() and focused and self.isAncestorOf(focused):
            above = self.parentWidget()
            while above and above.focusProxy() is None:
                above = above.parentWidget()
            if above:
                above.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_to_leave(self) -> None:
        if self._goes and self.isVisible() and not self.underMouse():
            self._leave.start(_LEAST_MS + _MS_A_LETTER * len(self.sentence))
