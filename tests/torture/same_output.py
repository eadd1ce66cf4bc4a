"""Does a locked worker say the same as one without walls? Both are asked the same about the same pages.

make same-output PDFS=/folder/of/pdfs
"""

import hashlib
import mmap
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from zzpreader import wire
from zzpreader.engine.blocking import Reader, Unopened
from zzpreader.engine.nursery import Nursery
from zzpreader.wire import Answer, Drawn, Failed, Reason, Request
from zzpreader.worker.door import serve

PAGES = 4
SLOW = (Reason.TIMEOUT, Reason.MEMORY, Reason.CRASHED)


def requests(pages: int) -> Iterator[Request]:
    yield wire.ReadOutline()
    yield wire.ReadPages(0, min(pages, 100))
    yield wire.ReadStructure(min(pages, 20))
    for page in range(min(pages, PAGES)):
        yield wire.Draw(page, 0, 1.5, 0, 0, 900, 1200)
        yield wire.Draw(page, 90, 0.7, 0, 0, 600, 600, wire.Paper.DARK)
        yield wire.ReadText(page)
        yield wire.ReadFlow(page)
        yield wire.ReadPrinted(page, 1)
        yield wire.ReadLinks(page)
        yield wire.ReadMarks(page)


def digest(answer: Answer, block: mmap.mmap) -> str:
    """Of the answer, with the pixels if it has some."""
    told = hashlib.sha256(wire.frame(answer))
    if isinstance(answer, Drawn):
        told.update(block[: answer.stride * answer.height])
    return told.hexdigest()


def unlocked(file: Path, asked: list[Request], password: str) -> list[str]:
    """In a forked process without walls, but with the clock of the other side."""
    from zzpreader.worker.answers import Answers

    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        block = mmap.mmap(-1, wire.SHARED_BYTES)
        with file.open("rb") as opened:
            data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        answers = Answers(data, block)
        answers.answer(wire.Open(password))
        for request in asked:
            os.write(send, digest(answers.answer(request), block).encode())
        os._exit(0)
    os.close(send)
    with os.fdopen(receive) as said:
        whole = said.read()
    os.waitpid(child, 0)
    return [whole[n : n + 64] for n in range(0, len(whole), 64)]


def compare(file: Path, nursery: Nursery) -> tuple[int, int, list[str]]:
    """Answers that are equal, those that took too long in either, and what differs."""
    try:
        reader = Reader(file, start=nursery.spawn).open()
    except Unopened:
        return 0, 0, []
    with closing(reader):
        asked: list[Request] = []
        said: list[str] = []
        late = 0
        for request in requests(reader.opened.pages):
            answer = reader.ask(request)
            if isinstance(answer, Failed) and answer.reason in SLOW:
                late += 1
                continue
            asked.append(request)
            assert reader._spawned
            said.append(digest(answer, reader._spawned.block))
    others = unlocked(file, asked, "")
    differing = [str(request) for request, one, other in zip(asked, said, others, strict=False) if one != other]
    if len(others) < len(asked):
        differing.append("the worker without walls died")
    return len(asked) - len(differing), late, differing


def main() -> int:
    nursery = Nursery(serve)
    files = sorted({path for given in sys.argv[1:] for path in Path(given).glob("**/*.pdf")})
    from zzpreader.worker.warm import get_ready

    get_ready()
    equal = late = opened = wrong = 0
    for file in files:
        same, slow, differing = compare(file, nursery)
        opened += bool(same or slow)
        equal += same
        late += slow
        wrong += len(differing)
        for one in differing:
            print(f"{file.name}: {one}", flush=True)
    nursery.close()
    print(f"{len(files)} files, {opened} opened; {equal} answers equal, {wrong} different, {late} over their limit")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
