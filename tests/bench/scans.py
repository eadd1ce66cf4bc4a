"""How well the words of a scan are recognised: `python tests/bench/scans.py [PDF] [--pages 4]`, else of the guide.

Pages with text are made into pictures as scanners make them, read, and compared with that text, word by word.
"""

import argparse
import random
import re
import tempfile
import time
from collections import Counter
from pathlib import Path

import pymupdf

from zzpreader.engine.blocking import Reader
from zzpreader.model.recognised import text_of, unpack
from zzpreader.ocr.messages import Job, Step
from zzpreader.ocr.recognising import recognise
from zzpreader.resources import resource_path
from zzpreader.store.home import Home
from zzpreader.wire import PagesRead, ReadPages

WAYS = (
    ("300 dpi", 300, 0, 0.0, 0),
    ("200 dpi", 200, 0, 0.0, 0),
    ("150 dpi", 150, 0, 0.0, 0),
    ("100 dpi", 100, 0, 0.0, 0),
    ("200 dpi, with specks on 2 % of the paper", 200, 0, 0.02, 0),
    ("200 dpi, askew by 1 degree", 200, 1, 0.0, 0),
    ("200 dpi, on its side", 200, 90, 0.0, 0),
    ("200 dpi, turned by the PDF", 200, 0, 0.0, 90),
)


def scanned(source: Path, pages: int, dpi: int, turn: int, specks: float, rotation: int) -> bytes:
    chance = random.Random(1)
    with pymupdf.open(source) as document, pymupdf.open() as scan:
        for page in document.pages(0, min(pages, document.page_count)):
            matrix = pymupdf.Matrix(dpi / 72, dpi / 72).prerotate(turn)
            pixels = page.get_pixmap(matrix=matrix, colorspace="gray")
            for _ in range(int(specks * pixels.width * pixels.height / 4)):
                x, y = chance.randrange(pixels.width - 2), chance.randrange(pixels.height - 2)
                pixels.set_rect(pymupdf.IRect(x, y, x + 2, y + 2), (chance.choice((0, 110, 255)),))
            width, height = pixels.width * 72 / dpi, pixels.height * 72 / dpi
            sheet = scan.new_page(width=width, height=height)
            sheet.insert_image(sheet.rect, stream=pixels.tobytes("jpeg", jpg_quality=80))
            sheet.set_rotation(rotation)
        return scan.tobytes()


def words_of(text: str) -> Counter[str]:
    """As they are searched: hyphens at line ends joined, case and kinds of quotes without a difference."""
    joined = re.sub(r"-\n", "", text.lower().replace("’", "'").replace("\xad", ""))
    return Counter(re.findall(r"\w[\w']*", joined))


def measure(source: Path, pages: int, home: Home, way: tuple[str, int, int, float, int]) -> str:
    name, *how = way
    file = home.folder / "scan.pdf"
    file.write_bytes(scanned(source, pages, *how))
    steps: list[Step] = []
    with Reader(file) as reader:
        begun = time.perf_counter()
        recognise(reader, Job(file=str(file), languages="nld"), home, steps.append)
        seconds = time.perf_counter() - begun
        read = Counter[str]()
        for step in steps:
            if step.page and (found := unpack(step.page.packed)):
                answer = reader.ask(ReadPages(step.page.page, 1))
                assert isinstance(answer, PagesRead)
                read += words_of(text_of(found, answer.pages[0].size).text)
    with pymupdf.open(source) as document:
        wanted = sum((words_of(page.get_text()) for page in document.pages(0, pages)), Counter[str]())
    right = (wanted & read).total()
    done = max(1, steps[-1].done)
    return (
        f"| {name} | {100 * right / wanted.total():.1f} % of {wanted.total()} | "
        f"{100 * right / max(1, read.total()):.1f} % | {seconds / done:.1f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    guide = resource_path("bundles", "zzp-en-de-stad", "leeswijzer.pdf")
    parser.add_argument("pdf", nargs="?", type=Path, default=guide)
    parser.add_argument("--pages", type=int, default=4)
    options = parser.parse_args()
    print("| scan | words found | words that are right | s a page |\n|---|---|---|---|")
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(options.pdf, options.pages, Home(Path(folder)), way), flush=True)


if __name__ == "__main__":
    main()
