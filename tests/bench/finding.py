"""How fast words are found in an open publication that is in no index, beside `pdfgrep -c` in the same run.

python tests/bench/finding.py PDF [--runs 7] [--cases 1-6] [--turns 3] [--alone]    a long text PDF; needs no screen

Searches go through the session as the find bar's do. First a word that stands ten pages after the page in view for the
first time from there on, in each of the states in which a reader may ask for it; then, in turns with pdfgrep, a word
that is nowhere, and after it one that stands on the last page alone.
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

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
    """One search: milliseconds until there is a current hit, and until all pages are searched.

    Args:
        is_whole: the search goes on to its end.
    """

    def __init__(self, session: Session, words: str, page: int, *, is_whole: bool = True) -> None:
        search, self.first_ms = session.search, 0.0
        search.current_changed.connect(self._note)
        self._began = time.perf_counter()
        search.start(words, whole_words=True, from_page=page)
        until(lambda: not search.is_running or (self.first_ms > 0 and not is_whole))
        self.whole_ms = self._since()
        search.current_changed.disconnect(self._note)
        search.clear()

    def _note(self) -> None:
        self.first_ms = self.first_ms or self._since()

    def _since(self) -> float:
        return 1000 * (time.perf_counter() - self._began)


class Case(NamedTuple):
    """
    Args:
        is_seen: it was open before, so that its pages need not be read to know it.
        rest_ms: so long it has been in view before the find bar opens.
        typing_ms: from then on until there are words.
    """

    said: str
    is_seen: bool = False
    rest_ms: int = 0
    typing_ms: int | None = None


CASES = (
    Case("opened for the first time, at once"),
    Case("a second later", rest_ms=1000),
    Case("a second later, typed in half a second", rest_ms=1000, typing_ms=500),
    Case("ten seconds later", rest_ms=10_000),
    Case("opened before, at once", is_seen=True),
    Case("opened before, a second later", is_seen=True, rest_ms=1000),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--cases", default=f"1-{len(CASES)}", help="some of them, such as 2-3; 0 for none")
    parser.add_argument("--alone", action="store_true", help="without pdfgrep, which takes half a minute each time")
    parser.add_argument("--turns", type=int, default=3, help="with pdfgrep")
    options = parser.parse_args()
    nursery = Nursery(serve)
    application = QCoreApplication([])
    texts = texts_of(options.file)
    here = len(texts) // 3
    near, last = only_later(texts, here), only_on_last(texts)
    print(f"{len(texts)} pages, page {here + 1} in view, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    first_case, _, last_case = options.cases.partition("-")
    chosen = CASES[max(0, int(first_case) - 1) : int(last_case or first_case)]
    if chosen:
        print("\n| a word ten pages on: the first hit after | middle | p95 | all |\n|---|---|---|---|")
    for case in chosen:
        found = sorted(near_hits(options.file, nursery, case, near, here, options.runs))
        middle, late = median(found), found[max(0, -(-95 * len(found) // 100) - 1)]
        every = ", ".join(f"{ms:,.0f}" for ms in found)
        print(f"| {case.said} | {middle:,.0f} ms | {late:,.0f} ms | {every} |", flush=True)
    if not options.alone:
        beside_pdfgrep(options.file, nursery, last, options.turns)
    print(f"\nload {os.getloadavg()[0]:.1f}")
    nursery.close()
    del application


def near_hits(file: Path, nursery: Nursery, case: Case, words: str, page: int, runs: int) -> Iterator[float]:
    """Milliseconds, of each run."""
    with ExitStack() as kept:
        known = kept.enter_context(new_home()) if case.is_seen else None
        if known:
            with opened(file, nursery, known) as session:
                until(lambda: session.publication is not None and session.sections.is_settled)
                rest(_REST_MS)
        for _ in range(runs):
            with ExitStack() as once, opened(file, nursery, known or once.enter_context(new_home())) as session:
                rest(case.rest_ms)
                if case.typing_ms is not None:
                    session.search.prepare(page)
                    rest(case.typing_ms)
                yield Timed(session, words, page, is_whole=False).first_ms


def beside_pdfgrep(file: Path, nursery: Nursery, last: str, runs: int) -> None:
    """In turns: the whole, from the moment the publication is open, and pdfgrep's own wall time."""
    ours: list[float] = []
    theirs: list[float] = []
    our_cpu: list[float] = []
    their_cpu: list[float] = []
    after: list[float] = []
    again: list[float] = []
    for _ in range(runs):
        with new_home() as home:
            with opened(file, nursery, home) as session:
                before = processor_ms(session)
                ours.append(Timed(session, NOWHERE, 0).whole_ms)
                our_cpu.append(processor_ms(session) - before)
                after.append(Timed(session, last, 0).first_ms)
                until(lambda: session.publication is not None)
                Timed(session, last, 0)
            with opened(file, nursery, home) as session:
                rest(_REST_MS)
                again.append(Timed(session, last, 0).first_ms)
        if not shutil.which("pdfgrep"):
            continue
        began, used = time.perf_counter(), os.times()
        subprocess.run(["pdfgrep", "-i", "-c", NOWHERE, str(file)], capture_output=True, check=False)
        theirs.append(1000 * (time.perf_counter() - began))
        now = os.times()
        their_cpu.append(1000 * (now.children_user + now.children_system - used.children_user - used.children_system))
    print("\n| a word that is on no page | wall | processor time |\n|---|---|---|")
    print(f"| right after a first opening | {median(ours):,.0f} ms | {median(our_cpu):,.0f} ms |")
    if theirs:
        print(f"| `pdfgrep -i -c`, in turns | {median(theirs):,.0f} ms | {median(their_cpu):,.0f} ms |")
        print(f"| ratio | {median(ours) / median(theirs):.2f} | {median(our_cpu) / median(their_cpu):.2f} |")
    else:
        print("\npdfgrep is not here")
    print(f"\nThen the word of the last page: {median(after):,.0f} ms until the first hit")
    print(f"The same a second after the file was opened again: {median(again):,.0f} ms")


def processor_ms(session: Session) -> float:
    """Of this process and of the workers that are there now."""
    ticks = 0
    for pid in (one.pid for one in session._engine.workers):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return 1000 * (time.process_time() + ticks / os.sysconf("SC_CLK_TCK"))


@contextmanager
def new_home() -> Generator[Home]:
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        home.prepare()
        yield home


@contextmanager
def opened(file: Path, nursery: Nursery, home: Home) -> Generator[Session]:
    """From the moment on in which it is known how many pages there are."""
    thread = StoreThread()
    session = Session(file, thread=thread, home=home, start=nursery.spawn)
    session.open()
    until(lambda: session.pages.count > 0)
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
