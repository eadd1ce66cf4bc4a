"""Odd, broken and hostile PDFs, and mutations of them, opened one by one in the real window, without a screen.

    make hostile PDFS=/folder/of/pdfs MUTATIONS=10000

A heartbeat of the window's thread is measured: how long it was away, and how much processor time it spent meanwhile. On
a machine that does other work as well only the second says something about the program. The window runs in a process of
its own; should that die, the file is named and the next process goes on behind it. Workers have a fifth of their time
for a mutation, and the window has six seconds: each of the many that never end costs seconds instead of a minute.
"late" is what was still being read then.
"""

import argparse
import faulthandler
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

HERE = Path(__file__)
LARGEST = 3_000_000
"""Bytes of a file that is mutated."""

WORDS = b"/Length /Kids /Count /Parent /Type obj endobj stream endstream << >>".split()
NUMBERS = b"0 -1 1 65535 2147483647 -2147483648 4294967296 99999999999999999999 0.0001".split()
LONGEST_S, LONGEST_IN_A_HURRY_S = 45.0, 6.0
HURRY = 5
"""Limits of time are divided by this for mutations, except that of opening."""

STALL_MS = 100
SUSPECT_MS = 70
"""Processor time at one go after which it is noted what the window's thread is doing."""


class Seen(NamedTuple):
    """What became of one file."""

    name: str
    end: str
    wall_ms: float
    busy_ms: float
    doing: str = ""


class Heart:
    """Beats in the window's thread: how long it was away since the last beat, and how much processor time it spent.

    Another thread looks on, by the clock of processor time of this one, and notes what it does for so long.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._thread = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._thread)
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self.beat)
        self._timer.start()
        self._last = self._now()
        self.begin()
        threading.Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        """All before is forgotten."""
        self._last = self._now()
        self.away_s = self.busy_s = 0.0
        self.doing = ""

    def beat(self) -> None:
        away, busy = self._now()
        self.away_s, self.busy_s = max(self.away_s, away - self._last[0]), max(self.busy_s, busy - self._last[1])
        self._last = away, busy

    def _now(self) -> tuple[float, float]:
        return time.perf_counter(), time.clock_gettime(self._clock)

    def _look(self) -> None:
        while True:
            time.sleep(0.01)
            if not self.doing and (self._now()[1] - self._last[1]) * 1000 > SUSPECT_MS:
                self.doing = self._steps()

    def _steps(self) -> str:
        """Without a reference to what it is doing, or this thread would be the one that ends Qt's objects."""
        with tempfile.TemporaryFile("w+") as told:
            faulthandler.dump_traceback(told)
            told.seek(0)
            _, _, mine = told.read().partition(f"{self._thread:#018x}")
        steps = re.findall(r'File ".*?([^/"]+)\.py", line (\d+) in (\S+)', mine.partition("\n\n")[0])
        return " < ".join(f"{name}:{file}:{line}" for file, line, name in steps[:6])


def mutation(seed: int, originals: list[Path]) -> tuple[str, bytes]:
    """The same seed gives the same file."""
    chance = random.Random(seed)
    original = chance.choice(originals)
    data = bytearray(original.read_bytes())
    for _ in range(chance.choice((1, 1, 2, 4, 8, 32))):
        _mutate(data, chance)
    return f"{seed}-{original.name}", bytes(data)


def _mutate(data: bytearray, chance: random.Random) -> None:
    if not data:
        return
    at = chance.randrange(len(data))
    size = chance.choice((1, 4, 64, 512))
    match chance.randrange(8):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            data[at : at + size] = chance.randbytes(size)
        case 2:
            data[at : at + size] = bytes(size)
        case 3:
            del data[at : at + size]
        case 4:
            data[at:at] = data[chance.randrange(len(data)) :][:size]
        case 5:
            data[at:at] = chance.choice(WORDS)
        case 6:
            start = next((n for n in range(at, min(at + 2000, len(data))) if 48 <= data[n] <= 57), at)
            end = next((n for n in range(start, min(start + 20, len(data))) if not 48 <= data[n] <= 57), start + 1)
            data[start:end] = chance.choice(NUMBERS)
        case _:
            if not chance.randrange(8):
                del data[at:]


def _hurry() -> None:
    from zzpreader import wire
    from zzpreader.engine import limits

    limits._SECONDS = {kind: most if kind is wire.Open else most / HURRY for kind, most in limits._SECONDS.items()}


def run_window(folder: Path, names: list[str], longest_s: float) -> None:
    """In the child: a line of JSON for every file, as it ends."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from zzpreader.engine.nursery import Nursery
    from zzpreader.program.run import Program
    from zzpreader.store.home import Home
    from zzpreader.ui.dialogs.password import PasswordDialog
    from zzpreader.worker.door import serve

    faulthandler.enable()
    nursery = Nursery(serve)
    app = QApplication(sys.argv[:1])
    home = Home(folder / "home")
    home.prepare()
    program = Program(app, home, nursery=nursery)
    program.window.resize(1200, 800)
    program.window.show()
    heart = Heart()

    def wait(until: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(int(until * 1000), loop.quit)
        loop.exec()

    wait(1.0)
    for name in names:
        heart.begin()
        program.open_file(folder / "files" / name)
        tab = program.window.current
        end, ends = "late", time.monotonic() + longest_s
        while time.monotonic() < ends:
            wait(0.02)
            dialogs = [one for one in tab.findChildren(PasswordDialog) if one.isVisible()]
            if dialogs:
                dialogs[0].reject()
            if tab.is_settled and not dialogs:
                end = "refused" if tab.failure.isVisible() else "page failed" if _failed(tab) else "shown"
                break
        program.window.close_tab(tab)
        wait(0.02)
        heart.beat()
        seen = Seen(name, end, heart.away_s * 1000, heart.busy_s * 1000, heart.doing)
        print(msgspec.json.encode(seen).decode(), flush=True)
    program.window.close()
    program.end()
    nursery.close()


def _failed(tab: Any) -> bool:
    return bool(tab.session.pictures._failures)


def watched(folder: Path, names: list[str], *, hurry: bool) -> Iterator[Seen]:
    """All files, whatever becomes of the window."""
    waiting = list(names)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ZZPREADER_HOME": str(folder / "home")}
    while waiting:
        command = [sys.executable, str(HERE), "--child", str(folder), *["--hurry"] * hurry, *waiting[:200]]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert child.stdout
        for line in child.stdout:
            seen = msgspec.json.decode(line, type=Seen)
            waiting.remove(seen.name)
            yield seen
        if child.wait() != 0 and waiting:
            yield Seen(waiting.pop(0), f"WINDOW DIED ({child.returncode})", 0.0, 0.0)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--child", type=Path)
    options.add_argument("--hurry", action="store_true")
    options.add_argument("--mutations", type=int, default=0)
    options.add_argument("--first", type=int, default=0, help="number of the first mutation")
    options.add_argument("files", nargs="*")
    chosen = options.parse_args()
    if chosen.child:
        if chosen.hurry:
            _hurry()
        run_window(chosen.child, chosen.files, LONGEST_IN_A_HURRY_S if chosen.hurry else LONGEST_S)
        return 0
    originals = sorted(path for given in chosen.files for path in _pdfs(Path(given)))
    small = [path for path in originals if path.stat().st_size <= LARGEST]
    counts: Counter[str] = Counter()
    worst: list[Seen] = []
    with tempfile.TemporaryDirectory(prefix="zzpreader-") as folder:
        files = Path(folder, "files")
        files.mkdir()
        names: list[str] = []
        if not chosen.first:
            for path in originals:
                (files / path.name).symlink_to(path.resolve())
                names.append(path.name)
        _look(Path(folder), names, counts, worst, hurry=False)
        for start in range(chosen.first, chosen.first + chosen.mutations, 200):
            names = []
            for seed in range(start, min(start + 200, chosen.first + chosen.mutations)):
                name, data = mutation(seed, small)
                (files / name).write_bytes(data)
                names.append(name)
            _look(Path(folder), names, counts, worst, hurry=True)
            print(f"{counts.total()} files: {counts}, {max(seen.busy_ms for seen in worst):.0f} ms at most", flush=True)
    total = counts.total()
    print(f"{total} files: " + ", ".join(f"{count} {end}" for end, count in counts.most_common()))
    stalls = [seen for seen in worst if seen.busy_ms > STALL_MS]
    away = [seen for seen in worst if seen.wall_ms > STALL_MS]
    print(f"window's thread busy over {STALL_MS} ms: {len(stalls)}; away so long (other work counts): {len(away)}")
    for seen in sorted(worst, key=lambda one: -one.busy_ms)[:5]:
        print(f"  {seen.busy_ms:6.0f} ms busy, {seen.wall_ms:6.0f} ms away: {seen.name} ({seen.end}) {seen.doing}")
    return sum(count for end, count in counts.items() if end.startswith("WINDOW")) or len(stalls) > 0


def _look(folder: Path, names: list[str], counts: "Counter[str]", worst: list[Seen], *, hurry: bool) -> None:
    for seen in watched(folder, names, hurry=hurry):
        counts[seen.end] += 1
        worst.append(seen)
        if seen.end.startswith("WINDOW") or seen.busy_ms > STALL_MS or (seen.end == "late" and not hurry):
            print(f"{seen.end}: {seen.name}, {seen.busy_ms:.0f} ms busy: {seen.doing}", flush=True)
        else:
            (folder / "files" / seen.name).unlink(missing_ok=True)


def _pdfs(given: Path) -> list[Path]:
    return sorted(given.glob("**/*.pdf")) if given.is_dir() else [given]


if __name__ == "__main__":
    sys.exit(main())
