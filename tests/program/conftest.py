"""The whole program in this process, without a screen."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication

from zzpreader.program.run import Program
from zzpreader.store.home import Home
from zzpreader.ui.window.tab import ReadingTab


class Desk:
    """One run after another over the same data folder, as a reader has them."""

    def __init__(self, app: QApplication, folder: Path, qtbot) -> None:
        self._app, self._qtbot = app, qtbot
        self.home = Home(folder)
        self.home.prepare()
        self._running: Program | None = None

    def start(self, *files: Path, page: str = "") -> Program:
        self.quit()
        program = Program(self._app, self.home)
        program.begin(files, page)
        self._running = program
        return program

    def open(self, *files: Path, page: str = "") -> ReadingTab:
        """The tab in front, with page, notes and sections; what is seen of the page can be marked."""
        tab = self.start(*files, page=page).window.current
        assert tab
        self.wait(lambda: tab.is_settled)
        self.wait(lambda: not tab.is_open or tab.session.texts.get(tab.view.current_page))
        return tab

    def wait(self, until: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(until()))

    @contextmanager
    def slow_disk(self) -> Generator[None]:
        """What is asked of it now is answered when this ends."""
        goes_on, answered, thread = Event(), Event(), self.running._thread
        thread.submit(goes_on.wait)
        try:
            yield
        finally:
            goes_on.set()
        thread.submit(answered.set)
        self.wait(answered.is_set)
        self._app.processEvents()

    @property
    def running(self) -> Program:
        assert self._running
        return self._running

    def quit(self) -> None:
        if self._running:
            window = self._running.window
            if window.isVisible():  # a question about notes that are not saved would wait for a reader
                self.wait(lambda: not any(tab.session.marks.trouble for tab in window.reading_tabs()))
            window.close()
            self.wait(lambda: not window.isVisible())  # it stays until all notes are saved
            self._running.end()
            window.deleteLater()
            self._running.deleteLater()  # what comes too late comes to nobody
            self._running = None


@pytest.fixture
def desk(qapp: QApplication, zzpreader_home: Path, qtbot) -> Iterator[Desk]:
    desk = Desk(qapp, zzpreader_home, qtbot)
    yield desk
    desk.quit()
