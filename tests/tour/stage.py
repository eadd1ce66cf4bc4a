"""The program on a stage: brought into a state as a reader would, and looked at."""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from zzpreader.model.annotation import Highlight
from zzpreader.model.selectors import Segment, find_quotes
from zzpreader.model.settings import Settings
from zzpreader.model.text import PageText
from zzpreader.program.run import Program
from zzpreader.store.home import Home
from zzpreader.store.settings import SettingsFile
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab

LONGEST_S = 120
_STEADY_LOOKS = 3

Shot = Callable[[str, QWidget], object]
"""What is done with each state: its name, and the window or dialog in which it is seen."""

Of = TypeVar("Of", bound=QWidget)


class Stage:
    """One run of the program.

    Args:
        folder: data folder and publications of this run; nothing of it is kept by the stage.
        size_px: of the window.
        shoot: called in every state.
    """

    def __init__(
        self, app: QApplication, folder: Path, settings: Settings, size_px: tuple[int, int], shoot: Shot
    ) -> None:
        self.folder = folder
        self._app, self._size_px, self._shoot = app, size_px, shoot
        self._font = app.font()
        self.home = Home(folder / "home")
        self.home.prepare()
        os.environ["ZZPREADER_HOME"] = str(self.home.folder)  # for the processes that are started from here
        SettingsFile(self.home).save(settings)
        self.program = self._begin()

    def _begin(self, *files: Path) -> Program:
        program = Program(self._app, self.home)
        program.begin(files, "")
        program.window.resize(*self._size_px)
        return program

    @property
    def window(self) -> MainWindow:
        return self.program.window

    def restart(self, *files: Path) -> None:
        self.end()
        self.program = self._begin(*files)

    def end(self) -> None:
        window = self.window
        window.close()
        self.wait(lambda: not window.isVisible())
        self.program.end()
        window.deleteLater()
        self.program.deleteLater()
        self._app.setFont(self._font)
        QTest.qWait(20)

    def wait(self, until: Callable[[], object], what: str = "what was waited for") -> None:
        """Raises: TimeoutError: it did not come."""
        end = time.monotonic() + LONGEST_S
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(f"{what} did not come")
            QTest.qWait(20)

    def rest(self) -> None:
        """Until nothing is missing in the tab in front."""
        tab = self.window.current
        for _ in range(_STEADY_LOOKS):
            self.wait(lambda: tab is None or not tab.isVisible() or tab.is_settled)
            QTest.qWait(40)

    def see(self, name: str, widget: QWidget | None = None) -> None:
        """The state that there is now, in the whole window unless another one is named."""
        self.rest()
        self._shoot(name, widget or self.window)

    def do(self, command: str) -> None:
        self.window.commands[command].trigger()
        QTest.qWait(20)

    def dialog(self, name: str, ask: Callable[[], object], then: Callable[[QWidget], object] | None = None) -> None:
        """See the dialog that `ask` opens, after `then` has been done in it, and leave it again."""
        seen: list[QWidget] = []
        looks = QTimer(interval=60)

        def look() -> None:
            found = QApplication.activeModalWidget()
            if found is None or not found.isVisible():
                return
            looks.stop()
            if then:
                then(found)
            QTest.qWait(120)
            self._shoot(name, found)
            seen.append(found)
            found.close()

        looks.timeout.connect(look)
        looks.start()
        ask()
        self.wait(lambda: seen and QApplication.activeModalWidget() is None, f"the dialog “{name}”")

    # what a reader does

    def open(self, *files: Path) -> ReadingTab:
        self.program.open_files(files)
        tab = self.window.current
        assert tab
        self.wait(lambda: tab.is_settled)
        return tab

    def close_tabs(self) -> None:
        while tab := self.window.tabs.currentWidget():
            self.window.close_tab(tab)
            self.wait(lambda tab=tab: self.window.tabs.indexOf(tab) < 0)

    def text(self, tab: ReadingTab, page: int) -> PageText:
        texts: list[PageText] = []
        tab.session.texts.collect([page], texts.extend)
        self.wait(lambda: texts)
        return texts[0]

    def mark(
        self, tab: ReadingTab, page: int, words: str, color: str, comment: str = "", tags: Sequence[str] = ()
    ) -> str:
        """The first place where the words stand on the page."""
        self.wait(lambda: tab.session.marks.writable)
        text = self.text(tab, page)
        start, end = next(iter(find_quotes(text, words)))
        made = tab.session.marks.add_mark(Highlight.SOLID, color, [Segment(page, start, end, text)])
        assert made
        if comment:
            tab.session.marks.write_comment(made, comment)
            tab.session.marks.finish_typing()
        if tags:
            tab.session.marks.set_tags([made], tags)
        return made

    def change(self, **fields: object) -> None:
        self.window.settings_changed.emit(fields)


def one(parent: QWidget, kind: type[Of]) -> Of:
    found = parent.findChildren(kind)
    assert found, kind.__name__
    return next((widget for widget in found if widget.isVisible()), found[0])


def with_settings(**fields: object) -> Settings:
    return msgspec.structs.replace(Settings(), **fields)
