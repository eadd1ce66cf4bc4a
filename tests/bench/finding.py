"""How fast words are found in an open publication that is in no index, beside `pdfgrep -c` in the same run.

python tests/bench/finding.py PDF [--runs 3] [--alone]       a long text PDF; needs no screen

Searches go through the session as the find bar's do. A word is taken that stands ten pages after the page in view for
the first time from there on, another that stands on the last page alone, and one that is nowhere.
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from zzpreader.engine.blocking import Reader
from zzpreader.engine.nursery import Nursery
from zzpreader.session.session import Session
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.wire import PlainRead, ReadPlain
from zzpreader.worker.door import serve

NOWHERE = "qwervaxzoiq"
_LONGEST_S = 300
_REST_MS = 1000
_WORD = re.compile(r"[a-z]{6,14}")
_NEAR = 10


class Timed:
    """One search: milliseconds until there is a current hit, and until all pages are searched."""

    def __init__(self, session: Session, words: str, page: int) -> None:
        search, self.first_ms = session.search, 0.0
        search.current_changed.connect(self._note)
        self._began = time.perf_counter()
        search.start(words, whole_words=True, from_page=page)
        until(lambda: not search.is_running)
        self.whole_ms = self._since()
        search.current_changed.disconnect(self._note)
        self.hits, self.unread = len(search.hits), search.unread_pages
        search.clear()

    def _note(self) -> None:
        self.first_ms = self.first_ms or self._since()

    def _since(self) -> float:
        return 1000 * (time.perf_counter() - self._began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="without pdfgrep, which takes half a minute each time")
    options = parser.parse_args()
    nursery = Nursery(serve)
    application = QCoreApplication([])
    texts = texts_of(options.file)
    here = len(texts) // 3
    near, last = only_later(texts, here), only_on_last(texts)
    print(f"{len(texts)} pages, page {here + 1} in view, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print("\n| the publication | word ten pages on: first hit | word on the last page | on no page | asked again |")
    print("|---|---|---|---|---|")
    for said, is_seen, is_settled, rest_ms in (
        ("has just been opened for the first time", False, False, 0),
        ("was opened for the first time a second ago", False, False, _REST_MS),
        ("was read through for the first time", False, True, 0),
        ("was read through, and was before", True, True, 0),
    ):
        rows = []
        for _ in range(options.runs):
            row = []
            for words, from_page in ((near, here), (last, 0), (NOWHERE, here)):
                with opened(options.file, nursery, is_seen=is_seen, is_settled=is_settled, rest_ms=rest_ms) as session:
                    row.append(Timed(session, words, from_page))
                    if words == NOWHERE:
                        row.append(Timed(session, last, 0))
            rows.append(row)
        one, two, three, four = zip(*rows, strict=True)
        cells = ((each.first_ms for each in one), (each.first_ms for each in two), (each.whole_ms for each in three))
        values = [median(cell) for cell in cells] + [median(each.whole_ms for each in four)]
        print(f"| {said} | " + " | ".join(f"{value:,.0f} ms" for value in values) + " |", flush=True)
    if not options.alone:
        beside_pdfgrep(options.file, nursery, options.runs)
    nursery.close()
    del application


def beside_pdfgrep(file: Path, nursery: Nursery, runs: int) -> None:
    """In turns: the whole, from the moment the publication is open, and pdfgrep's own wall time."""
    if not shutil.which("pdfgrep"):
        print("pdfgrep is not here")
        return
    ours, theirs, our_cpu, their_cpu = [], [], [], []
    for _ in range(runs):
        with opened(file, nursery, is_seen=True, is_settled=True) as session:
            before = processor_ms(session)
            ours.append(Timed(session, NOWHERE, 0).whole_ms)
            our_cpu.append(processor_ms(session) - before)
        began, used = time.perf_counter(), os.times()
        subprocess.run(["pdfgrep", "-i", "-c", NOWHERE, str(file)], capture_output=True, check=False)
        theirs.append(1000 * (time.perf_counter() - began))
        now = os.times()
        their_cpu.append(1000 * (now.children_user + now.children_system - used.children_user - used.children_system))
    wall, cpu = (f"{median(a):,.0f} and {median(b):,.0f} ms" for a, b in ((ours, theirs), (our_cpu, their_cpu)))
    ratios = f"{median(ours) / median(theirs):.2f} and {median(our_cpu) / median(their_cpu):.2f}"
    print(f"\nThe whole, here and by pdfgrep -i -c in turns: wall {wall}, processor time {cpu}: {ratios} of pdfgrep's")
    print(f"load {os.getloadavg()[0]:.1f}")


def processor_ms(session: Session) -> float:
    """Of this process and of the workers that are there now."""
    ticks = 0
    for pid in (one.pid for one in session._engine.workers):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return 1000 * (time.process_time() + ticks / os.sysconf("SC_CLK_TCK"))


@contextmanager
def opened(file: Path, nursery: Nursery, *, is_seen: bool, is_settled: bool, rest_ms: int = 0) -> Generator[Session]:
    """
    Args:
        is_seen: it was open before, so that its pages need not be read to know it.
        is_settled: sections and printed numbers have been read, and notes can be made.
        rest_ms: so long it has been in view, in which a reader asks for the find bar and types.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        home.prepare()
        for n in range(2 if is_seen else 1):
            thread = StoreThread()
            session = Session(file, thread=thread, home=home, start=nursery.spawn)
            session.open()
            is_last = n == is_seen
            until(lambda: session.pages.count > 0)  # noqa: B023 - it ends within this turn
            if not is_last or is_settled:
                until(lambda: session.publication is not None and session.sections.is_settled)  # noqa: B023
                rest(_REST_MS)
            if is_last:
                rest(rest_ms)
                yield session
            session.close()
            session.deleteLater()
            thread.close()


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _LONGEST_S
    while not is_so():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if time.monotonic() > end:
            raise TimeoutError


def rest(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def texts_of(file: Path) -> list[set[str]]:
    """The words of every page."""
    with Reader(file) as reader:
        every: list[set[str]] = []
        while len(every) < reader.opened.pages:
            answer = reader.ask(ReadPlain(len(every), min(32, reader.opened.pages - len(every))))
            assert isinstance(answer, PlainRead)
            every += (set(_WORD.findall(page.text)) for page in answer.pages)
    return every


def only_later(texts: list[set[str]], here: int) -> str:
    """A word that from page `here` on stands some ten pages later first."""
    before = set().union(*texts[here : here + _NEAR])
    later = (word for page in texts[here + _NEAR : here + 2 * _NEAR] for word in sorted(page - before))
    return next(word for word in later if len(word) > 7)


def only_on_last(texts: list[set[str]]) -> str:
    """A word of the last page with words that stands on no other."""
    pages = Counter(word for page in texts for word in page)
    return next(word for page in reversed(texts) for word in sorted(page) if pages[word] == 1)


if __name__ == "__main__":
    main()
