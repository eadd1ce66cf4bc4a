"""What the walls around a worker cost, and how soon one is there.

    make walls PDF=file.pdf

Locking in is measured inside forked workers; the rest from outside, by turns, each start with its first page drawn.
"""

import ctypes
import mmap
import os
import statistics
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

from zzpreader.engine.blocking import Reader
from zzpreader.engine.nursery import Nursery
from zzpreader.engine.spawn import Source, Spawned, spawn
from zzpreader.wire import BLOCK_BYTES, SHARED_BYTES, Draw, Drawn
from zzpreader.worker.confine import confine
from zzpreader.worker.door import serve
from zzpreader.worker.warm import get_ready

LOCKS, STARTS = 200, 15
PAGE = Draw(0, 0, 1.0, 0, 0, 600, 800)


def lock_in() -> list[float]:
    """Milliseconds of many forked processes."""
    took: list[float] = []
    for _ in range(LOCKS):
        receive, send = os.pipe()
        if os.fork() == 0:
            shared = mmap.mmap(-1, SHARED_BYTES)
            slot = ctypes.addressof(ctypes.c_char.from_buffer(shared)) + BLOCK_BYTES
            begin = time.perf_counter()
            confine(0, slot)
            os.write(send, struct.pack("d", (time.perf_counter() - begin) * 1000))
            os._exit(0)
        os.wait()
        took.append(struct.unpack("d", os.read(receive, 8))[0])
        os.close(receive)
        os.close(send)
    return took


def to_first_page(file: Path, start: Callable[[Source], Spawned]) -> float:
    begin = time.perf_counter()
    with Reader(file, start=start) as reader:
        assert isinstance(reader.ask(PAGE), Drawn)
        return (time.perf_counter() - begin) * 1000


def to_replacement(file: Path, start: Callable[[Source], Spawned]) -> float:
    """From the end of a worker until the next one has drawn the page."""
    with Reader(file, start=start) as reader:
        reader.ask(PAGE)
        begin = time.perf_counter()
        reader._dismiss()
        assert isinstance(reader.ask(PAGE), Drawn)
        return (time.perf_counter() - begin) * 1000


def cold(file: Path) -> float:
    """With a nursery that is begun for it, as the first worker of the window has one."""
    begin = time.perf_counter()
    nursery = Nursery(serve)
    with Reader(file, start=nursery.spawn) as reader:
        assert isinstance(reader.ask(PAGE), Drawn)
        took = (time.perf_counter() - begin) * 1000
    nursery.close()
    return took


def say(what: str, took: list[float]) -> None:
    inner = statistics.quantiles(took, n=20)
    print(f"| {what} | {min(took):.2f} | {statistics.median(took):.2f} | {inner[-1]:.2f} |")


def main() -> int:
    file = Path(sys.argv[1])
    get_ready()
    print("| ms | least | median | p95 |\n|---|---|---|---|")
    say("locking in", lock_in())
    warm = Nursery(serve)
    to_first_page(file, warm.spawn)
    program: list[float] = []
    begun: list[float] = []
    forked: list[float] = []
    replaced: list[float] = []
    for _ in range(STARTS):
        program.append(to_first_page(file, spawn))
        begun.append(cold(file))
        forked.append(to_first_page(file, warm.spawn))
        replaced.append(to_replacement(file, warm.spawn))
    warm.close()
    say("first page, worker started as a program", program)
    say("first page, nursery begun for it", begun)
    say("first page, nursery was there", forked)
    say("killed, gone, replaced, page drawn again", replaced)
    return 0


if __name__ == "__main__":
    sys.exit(main())
