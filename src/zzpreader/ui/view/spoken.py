"""The pages in view for screen readers: headings and text in reading order, as what stands in the view.

Qt for Python cannot give a widget a text interface of its own (overriding `interface_cast` ends in a crash, seen with
6.12). So there are real widgets for the text, which paint nothing, lie where the words are and let the pointer
through; they are made only while a screen reader or another tool of that kind listens.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from zzpreader.model.spoken import Run, runs
from zzpreader.session.session import Session
from zzpreader.ui.announcing import announce
from zzpreader.ui.roles import give_role
from zzpreader.ui.view.laid_out import LaidOutPages
from zzpreader.ui.view.leaf import Leaf

_QUIET_MS = 200
"""How long pages stand still before they are put into words."""

_MOST_LETTERS = 100_000
"""Of one run."""


class SpokenHeading(QLabel):
    def paintEvent(self, event: QPaintEvent) -> None:
        pass


class SpokenText(QPlainTextEdit):
    def paintEvent(self, event: QPaintEvent) -> None:
        pass


class Spoken(QObject):
    """What a view says of itself, and the words on its pages."""

    def __init__(self, view: LaidOutPages, session: Session) -> None:
        super().__init__(view)
        self._view = view
        self._pages, self._texts, self._sections = session.pages, session.texts, session.sections
        self._shown: dict[int, tuple[tuple[Run, ...], list[QWidget]]] = {}
        self._said = ""
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._settle)
        for signal in (view.moved, self._texts.ready, self._sections.changed):
            signal.connect(self._look_soon)
        give_role(LaidOutPages, QAccessible.Role.Document)
        give_role(SpokenHeading, QAccessible.Role.Heading)

    def _look_soon(self) -> None:
        if QAccessible.isActive():
            self._quiet.start()

    def _settle(self) -> None:
        self._arrange()
        self._say_page()

    def _arrange(self) -> None:
        """Put words where the pages are now."""
        leaves = {leaf.page: leaf for leaf in reversed(self._view.leaves_seen())}
        is_new = False
        for gone in self._shown.keys() - leaves.keys():
            self._let_go(gone)
        for page, leaf in sorted(leaves.items()):
            text = self._texts.get(page)
            if text is None:
                continue
            starting = [one for one in self._sections.tree if one.page == page and one.confidence > 0]
            found = runs(text, starting, leaf.size.width)
            if page not in self._shown or self._shown[page][0] != found:
                self._let_go(page)
                self._shown[page] = found, self._make(page, found)
                is_new = True
            self._place(leaf, *self._shown[page])
        if is_new:
            self._put_in_order()

    def _say_page(self) -> None:
        """Once for every page that one comes to, when the pages have come to rest."""
        words = self._view.accessibleDescription()
        if words != self._said:
            self._said = words
            announce(self._view, words)

    def _make(self, page: int, found: Sequence[Run]) -> list[QWidget]:
        name = self.tr("Text of page %1").replace("%1", self._pages.labels.shown(page))
        made: list[QWidget] = []
        for run in found:
            widget = self._heading(run) if run.level else _text(run, name)
            widget.setParent(self._view.viewport())
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.append(widget)
        return made

    def _heading(self, run: Run) -> QWidget:
        heading = SpokenHeading(run.text)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setAccessibleName(run.text)
        heading.setAccessibleDescription(self.tr("Level %1").replace("%1", str(run.level)))
        return heading

    def _place(self, leaf: Leaf, found: Sequence[Run], made: Sequence[QWidget]) -> None:
        for run, widget in zip(found, made, strict=True):
            box = leaf.rect_to_layout(run.box)
            widget.setGeometry(round(box.left), round(box.top), max(round(box.width), 1), max(round(box.height), 1))
            widget.show()

    def _put_in_order(self) -> None:
        """Who stands lower is read first; the cards and bars of the view stay above all."""
        for page in sorted(self._shown, reverse=True):
            for widget in reversed(self._shown[page][1]):
                widget.lower()

    def _let_go(self, page: int) -> None:
        _, made = self._shown.pop(page, ((), ()))
        for widget in made:
            widget.setParent(None)  # at once: two pages must never be read as one
            widget.deleteLater()


def _text(run: Run, name: str) -> QWidget:
    text = SpokenText(run.text[:_MOST_LETTERS])
    text.setReadOnly(True)
    text.setAccessibleName(name)
    return text
