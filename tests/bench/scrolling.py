"""Scroll through a PDF in the real window, and tell how smoothly that goes.

    python tests/bench/scrolling.py FILE.pdf [FILE.pdf ...] [--seconds 8] [--at-rest]

At reading speed (300 pixels a second) and flinging (6,000) the paper moves every 16.7 ms. Printed is one JSON object
for each file and speed: `within`, the share of frames that were on the screen within 16.7 ms of when they were due,
whatever held them up (after a late one those that it left no time for count as well); `p50` and `p95` of that in ms;
`cpu_p95` of the window's own processor time, also for what comes between two frames;
`blank`, frames in which some of a page was nothing but paper, and `blank_most`, the largest share of the view that was;
`coarse`, frames in which some of it was missing or stretched from another zoom. It begins when the page in view is
drawn, with `--at-rest` when contents and notes are there as well. Without a screen it runs off screen; the reader's own
data folder is left alone.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zzpreader.program.run import Program
    from zzpreader.session.pictures import Pictures
    from zzpreader.ui.view.page_view import PageView

FRAME_MS = 1000 / 60
SPEEDS = {"reading": 300, "flinging": 6_000}
"""Pixels a second."""

_OPEN_SECONDS, _REST_MS = 60, 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--at-rest", action="store_true")
    options = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    from PySide6.QtWidgets import QApplication

    from zzpreader.program.run import Program
    from zzpreader.store.home import Home

    home = Home()
    home.prepare()
    app = QApplication(sys.argv[:1])
    program = Program(app, home)
    program.begin(options.files[:1], "")
    program.window.resize(1600, 1000)
    program.window.show()
    for file in options.files:
        program.open_file(file)
        view, pictures = _opened(program, at_rest=options.at_rest)
        for name, speed in SPEEDS.items():
            scroll = _Scroll(view, pictures, speed, int(options.seconds * 1000 / FRAME_MS))
            print(json.dumps({"file": file.stem, "speed": name, **scroll.run()}), flush=True)
    program.window.close()
    program.end()


def _opened(program: "Program", *, at_rest: bool) -> "tuple[PageView, Pictures]":
    from PySide6.QtTest import QTest

    tab = program.window.current
    assert tab
    until = perf_counter() + _OPEN_SECONDS
    while not (tab.is_settled if at_rest else tab.view.is_drawn):
        if perf_counter() > until:
            raise SystemExit("it does not open")
        QTest.qWait(20)
    QTest.qWait(_REST_MS)
    return tab.view, tab.session.pictures


class _Scroll:
    """The paper moves down, and back up from the end."""

    def __init__(self, view: "PageView", pictures: "Pictures", speed: float, frames: int) -> None:
        self._view, self._pictures = view, pictures
        self._step, self._frames = speed * FRAME_MS / 1000, frames
        self._late: list[float] = []
        self._work: list[float] = []
        self._blank: list[float] = []
        self._coarse, self._missed = 0, 0

    def run(self) -> dict[str, object]:
        from PySide6.QtTest import QTest

        bar = self._view.verticalScrollBar()
        at, began, frame = float(bar.value()), perf_counter(), 0
        worked = process_time()
        while frame < self._frames:
            due = began + frame * FRAME_MS / 1000
            while perf_counter() < due:
                QTest.qWait(1)
            bar.setValue(round(at))
            missing = list(self._missing())
            self._view.viewport().repaint()
            shown = perf_counter()
            self._late.append(1000 * (shown - due))
            worked, before = process_time(), worked
            self._work.append(1000 * (worked - before))
            self._blank.append(sum(share for share, is_blank in missing if is_blank))
            self._coarse += bool(missing)
            passed = 1 + int(1000 * max(shown - due, 0.0) / FRAME_MS)
            self._missed += passed - 1
            frame += passed
            if not bar.minimum() <= at + passed * self._step <= bar.maximum():
                self._step = -self._step
            at += passed * self._step
        return self._told()

    def _missing(self) -> Iterator[tuple[float, bool]]:
        """What is not sharp: its share of the view, and whether nothing at all is there."""
        from PySide6.QtCore import QRectF

        from zzpreader.session.pictures import tile_of

        view, viewport = self._view, self._view.viewport()
        seen, pictures = viewport.rect().toRectF(), self._pictures
        for spot in view.spots():
            tile, ratio = tile_of(spot.piece), view.devicePixelRatioF()
            if pictures.get(tile) is None:
                box = QRectF(spot.x, spot.y, tile.width / ratio, tile.height / ratio).intersected(seen)
                area = box.width() * box.height() / (seen.width() * seen.height())
                yield area, not pictures.nearest(tile)

    def _told(self) -> dict[str, object]:
        return {
            "within": round(sum(one <= FRAME_MS for one in self._late) / (len(self._late) + self._missed), 3),
            "p50": round(_part(self._late, 0.5), 1),
            "p95": round(_part(self._late, 0.95), 1),
            "cpu_p95": round(_part(self._work, 0.95), 1),
            "blank": sum(share > 0 for share in self._blank),
            "blank_most": round(max(self._blank), 2),
            "coarse": self._coarse,
            "frames": len(self._late),
        }


def _part(found: list[float], part: float) -> float:
    return sorted(found)[min(int(part * len(found)), len(found) - 1)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ZZPREADER_HOME"] = folder
        main()
