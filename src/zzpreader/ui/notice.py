"""A slim bar below the page that says one sentence and offers what can be done; never modal.

What only informs goes by itself when it has been there long enough to be read twice, but never under the pointer.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from zzpreader.ui.acting import doing
from zzpreader.ui.announcing import announce
from zzpreader.ui.icons import icon

_LEAST_MS, _MS_A_LETTER = 4000, 80


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
        self._buttons = QHBoxLayout()
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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)
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
        self._goes = not (offers or warning or stays)
        self._leave.stop()
        self.show()
        self._begin_to_leave()
        announce(self, sentence)

    def go_on(self, begun: str, sentence: str) -> None:
        """The same goes on: `sentence` in the place of the one that began with `begun`, if that is still shown."""
        if self.isVisible() and self.sentence.startswith(begun):
            self._sentence.setText(sentence)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._leave.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._begin_to_leave()

    def _begin_to_leave(self) -> None:
        if self._goes and self.isVisible() and not self.underMouse():
            self._leave.start(_LEAST_MS + _MS_A_LETTER * len(self.sentence))
