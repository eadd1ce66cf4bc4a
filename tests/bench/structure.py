"""How good and how fast the section trees, labels and lessons are, on PDFs of your own.

    python tests/bench/structure.py FOLDER

FOLDER holds PDFs that have bookmarks. Their bookmarks are the truth: each PDF is read as if it had none (nor page
labels, nor links), and what is found is compared with them. A PDF's /PageLabels are the truth of its labels, where it
has any.

Figures, in percent: `found`, bookmarks for which the tree has a node on the same page with like words; `right`, nodes
of the tree that are bookmarks (deeper nodes than the bookmarks have are not counted); `level`, found ones with the
same level; `labels`, pages with the right printed label. Times: CPU seconds for 100 pages, and the milliseconds after
which a first tree can be shown (25 pages read).
"""

import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import pymupdf

from zzpreader.model.outline import Bookmark
from zzpreader.model.sections import Section
from zzpreader.structure.numbering import split_number
from zzpreader.structure.sections import Structure, derive
from zzpreader.structure.titles import ENOUGH, fold, likeness
from zzpreader.worker.document import Document
from zzpreader.worker.lines import read_lines

FIRST_PAGES = 25


class Score(NamedTuple):
    found: float
    right: float
    level: float
    labels: float | None


def bookmarks_of(document: pymupdf.Document) -> list[Bookmark]:
    return [Bookmark(level, title, page - 1, 0.0) for level, title, page in document.get_toc() if page > 0]


def score(truth: list[Bookmark], structure: Structure, labels: list[str]) -> Score:
    deepest = max(one.level for one in truth)
    left = list(structure.sections)
    pairs: list[tuple[Bookmark, Section]] = []
    for one in truth:
        if match := next((section for section in left if _same(one, section)), None):
            left.remove(match)
            pairs.append((one, match))
    counted = len(pairs) + sum(section.level <= deepest for section in left)
    agreeing = [names[:1] == (label,) for names, label in zip(structure.labels, labels, strict=True) if label]
    return Score(
        found=100 * len(pairs) / len(truth),
        right=100 * len(pairs) / max(1, counted),
        level=100 * sum(one.level == section.level for one, section in pairs) / max(1, len(pairs)),
        labels=100 * sum(agreeing) / len(agreeing) if agreeing else None,
    )


def _same(one: Bookmark, section: Section) -> bool:
    if one.page != section.page:
        return False
    wanted, said = ([fold(title), fold(split_number(title)[1])] for title in (one.title, section.title))
    return any(likeness(a, b) >= ENOUGH for a in wanted for b in said)


def opened(file: Path) -> Document:
    document = Document(file.read_bytes())
    document.open("")
    return document


def main(folder: Path) -> None:
    print(f"{'document':50} pages found right level labels  s/100p  first")
    for file in sorted(folder.rglob("*.pdf")):
        with pymupdf.open(file) as document:
            if document.needs_pass or len(truth := bookmarks_of(document)) < 5:
                continue
            labels = [page.get_label() for page in document] if document.get_page_labels() else [""] * len(document)
            start = perf_counter()
            pages = opened(file)
            derive([read_lines(pages, n) for n in range(min(FIRST_PAGES, len(document)))])
            first_ms = 1000 * (perf_counter() - start)
            start = process_time()
            pages = opened(file)
            structure = derive([read_lines(pages, n) for n in range(len(document))])
            seconds = 100 * (process_time() - start) / len(document)
            got = score(truth, structure, labels)
            shown = "     -" if got.labels is None else f"{got.labels:6.1f}"
            print(
                f"{file.stem[:50]:50} {len(document):5} {got.found:5.1f} {got.right:5.1f} {got.level:5.1f} {shown}",
                end=" ",
            )
            print(f"{seconds:7.2f} {first_ms:4.0f} ms")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    pymupdf.TOOLS.mupdf_display_errors(False)
    main(Path(sys.argv[1]))
