"""Pages that are pictures: what was recognised in them before, and having them read by a process beside the window."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QProcess, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.spawn import program
from zzpreader.model.decoding import learnt
from zzpreader.model.refused import Obstacle
from zzpreader.session.deliver import deliver
from zzpreader.session.processes import let_go
from zzpreader.session.texts import Texts
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.wire import PackedPage, TakeTexts, told_of

if TYPE_CHECKING:  # the first page does not wait for what is needed when a picture is read
    from zzpreader.ocr.messages import Step  # noqa: TC004 - widgets take its name from here

__all__ = ["Scans", "Step"]


class Scans(QObject):
    """
    Signals:
        progressed(Step): a page was read, or none at the beginning; the last step is finished or has an obstacle.
        settled(): it is known what was recognised before, and whether more can be.
        recognised(): pages have another text now; whoever asks gets it.
    """

    progressed = Signal(object)
    settled = Signal()
    recognised = Signal()
    _kept = Signal(object)

    def __init__(
        self, engine: Engine, texts: Texts, thread: StoreThread, home: Home, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._texts, self._thread, self._home = engine, texts, thread, home
        self._file = Path()
        self._edition = self._password = ""
        self._process: QProcess | None = None
        self._new: set[int] = set()
        self.languages = ""
        """In which to read, as Tesseract calls them; "" leaves it to the publication."""
        self.is_possible = False
        self.is_settled = False
        self._kept.connect(self._take_kept)
        engine.told.connect(self._renew)

    @property
    def is_reading(self) -> bool:
        return self._process is not None

    def use(self, file: Path, edition: str, password: str) -> None:
        """It is known which file is open: what was recognised in it before is taken up."""
        self._file, self._edition, self._password = file, edition, password
        home = self._home

        def look() -> None:
            from zzpreader.ocr.tesseract import find_tesseract  # noqa: PLC0415
            from zzpreader.store.recognised import kept_pages  # noqa: PLC0415

            deliver(self, "_kept", (kept_pages(home, edition), find_tesseract() is not None))

        self._thread.submit(look)

    def read(self, pages: tuple[int, ...] | None, start: int = 0) -> None:
        """Have these pages read, or all that are pictures, from page `start` on; unless that is being done."""
        from zzpreader.engine.lines import line  # noqa: PLC0415
        from zzpreader.ocr.messages import Job, Step  # noqa: PLC0415

        if self._process or not self._edition:
            return
        job = Job(
            file=str(self._file),
            password=self._password,
            edition=self._edition,
            pages=pages,
            start=start,
            languages=self.languages,
        )
        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._take)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        self._process = process
        first, *others = program()
        process.start(first, [*others, "--read-pictures"])
        process.write(line(job))
        self.progressed.emit(Step())

    def stop(self) -> None:
        """What has been read is kept."""
        if process := self._process:
            self._let_go()
            process.kill()

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process:
            let_go(process)

    def _take(self) -> None:
        from zzpreader.ocr.messages import Step  # noqa: PLC0415

        while self._process and self._process.canReadLine():
            step = msgspec.json.decode(bytes(self._process.readLine().data()), type=learnt(Step))
            if step.page:
                self._tell([step.page])
            if step.is_finished or step.obstacle:
                self._let_go()
            self.progressed.emit(step)

    def _ended(self) -> None:
        from zzpreader.ocr.messages import Step  # noqa: PLC0415

        self._take()
        if self._process:  # it said nothing of an end
            self._let_go()
            self.progressed.emit(Step(obstacle=Obstacle.UNOPENED))

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._ended()

    def _take_kept(self, found: tuple[dict[int, bytes], bool]) -> None:
        pages, self.is_possible = found
        if pages:
            self._new.update(pages)
            self._engine.tell(told_of(pages))
        else:
            self._settle()

    def _settle(self) -> None:
        self.is_settled = True
        self.settled.emit()

    def _tell(self, pages: list[PackedPage]) -> None:
        self._new.update(one.page for one in pages)
        self._engine.tell([TakeTexts(tuple(pages))])

    def _renew(self) -> None:
        """All workers know: what was read before is read again."""
        if self._new:
            new, self._new = self._new, set()
            self._texts.read_again(new)
            self.recognised.emit()
        if not self.is_settled:
            self._settle()
