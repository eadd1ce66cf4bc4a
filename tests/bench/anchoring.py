"""How well marks are found again in revised editions of PDFs.

    python tests/bench/anchoring.py [--seed N] [PDF ...]

Without PDFs: the tests' stand-in for a publication and the built-in reading guide. `tests` must be on PYTHONPATH, as it
is in `make anchoring PDFS="one.pdf other.pdf"`. Of each PDF (its first 150 pages) two revisions are made:

* corrected: the same pages, with two inserted, and with paragraphs reworded, deleted and moved in place;
* set anew: all its paragraphs in another font on smaller pages; some reworded, deleted, moved; new ones in between.

In each 40 passages are marked (half untouched; reworded, moved, deleted), of a few words or of whole paragraphs.
They are looked for twice: with the old edition's texts, and with the quotes alone. Where they should be is known from
the making, never from looking for words.

Figures: `found`, untouched passages taken without asking, at the right place; `asked`, those at the right place that
would be asked about; `lost`. `wrong`: marks of any kind taken without asking onto anything else. `doubt`: asked about,
with a proposal that is not right. Then how many of the reworded, moved and deleted ones are listed as such.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pymupdf
import stand_in
from bench.revisions import Edition, Fate, Mark, Revision, Where, corrected, marks_in, paragraphs_of, read, set_anew
from steps import outcome

from zzpreader.model.anchoring import After, Before, Found, Status, reanchor
from zzpreader.model.annotation import (
    PdfRectsSelector,
)
from zzpreader.model.geometry import Rect
from zzpreader.resources import resource_path

MOST_PAGES = 150

RIGHT_STATUS = {
    Fate.UNTOUCHED: Status.UNCHANGED,
    Fate.REWORDED: Status.TEXT_CHANGED,
    Fate.MOVED: Status.MOVED,
    Fate.DELETED: Status.GONE,
}


def is_right(found: Found, where: Where) -> bool:
    """Whether the middle of nearly all that was found lies in what is right, and nearly all lines of that are in it."""
    rects = [one for one in found.selector if isinstance(one, PdfRectsSelector)]
    lines = [(one.page, quad.bounds) for one in rects for quad in one.quads]
    inside = [_covered(page, line, where) for page, line in lines]
    return bool(lines) and sum(inside) / len(inside) >= 0.6 and {page for page, _ in lines} <= {p for p, _ in where}


def _covered(page: int, line: Rect, where: Where) -> float:
    """The share of the line's width that lies in rectangles at its height."""
    middle = (line.top + line.bottom) / 2
    spans = sorted(
        (max(line.left, rect.left), min(line.right, rect.right))
        for p, rect in where
        if p == page and rect.top - 2 <= middle <= rect.bottom + 2
    )
    width = sum(max(0.0, right - left) for left, right in spans)
    return min(1.0, width / max(1.0, line.right - line.left))


class Tally(Counter[str]):
    def take(self, mark: Mark, found: Found, where: Where) -> str:
        """Counts one answer; what is worth a look is described."""
        is_gone, right = found.status is Status.GONE, is_right(found, where)
        fate = mark.fate
        self[f"{fate}"] += 1
        if fate is Fate.UNTOUCHED:
            self["found" if right and found.is_sure else "asked" if right else "lost"] += 1
        as_such = found.status is RIGHT_STATUS[fate]
        self[f"{fate} right"] += as_such and (right or is_gone)
        if is_gone or right:
            is_wrong = False
        else:
            is_wrong = True
            self["wrong" if found.is_sure else "doubt"] += 1
        if is_wrong or (fate is Fate.UNTOUCHED and not (right and found.is_sure)) or not as_such:
            was = found.old_words[:60]
            return f"    {fate} -> {found.status} {found.score:.2f} right={right} {was!r} -> {found.new_words[:60]!r}"
        return ""


def row(name: str, pages: int, tally: Counter[str], seconds: float) -> str:
    fates = "  ".join(f"{tally[f'{fate} right']:3}/{tally[fate]:<3}" for fate in list(Fate)[1:])
    return (
        f"{name:58} {pages:5} {tally['untouched']:4} {tally['found']:5} {tally['asked']:5} {tally['lost']:4} "
        f"{tally['wrong']:5} {tally['doubt']:5}   {fates}   {seconds:6.2f}"
    )


def revisions(file: Path, folder: Path, seed: int) -> Iterator[tuple[str, Edition, Revision, Path]]:
    source = folder / "old.pdf"
    with pymupdf.open(file) as document:
        if document.needs_pass:
            return
        if len(document) > MOST_PAGES:
            document.select(range(MOST_PAGES))
        document.save(source, encryption=1)
    edition = read(source)
    paragraphs = paragraphs_of(edition.texts)
    for name in ("corrected", "set anew"):
        dice = random.Random(f"{seed} {name}")
        revision = Revision(edition, paragraphs, marks_in(edition, paragraphs, dice), dice)
        to = folder / f"{name}.pdf"
        if name == "corrected":
            corrected(revision, source, to)
        else:
            set_anew(revision, to)
        yield name, edition, revision, to


def measure(file: Path, seed: int, totals: dict[str, Counter[str]], *, verbose: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, old, revision, to in revisions(file, Path(folder), seed):
            new = read(to)
            annotations = [mark.annotation for mark in revision.marks]
            for knows, texts in (("texts", old.texts), ("quotes", [])):
                start = perf_counter()
                found = outcome(reanchor(annotations, Before(old.tree, texts), After(new.tree, new.texts, new.paper)))
                seconds = perf_counter() - start
                tally = Tally()
                notes = [
                    tally.take(mark, one, revision.where.get(mark.annotation.id, []))
                    for mark, one in zip(revision.marks, found, strict=True)
                ]
                totals.setdefault(f"{name}, {knows}", Counter()).update(tally)
                print(row(f"{file.stem[:36]}, {name}, {knows}", len(new.texts), tally, seconds), flush=True)
                if verbose:
                    print("\n".join(filter(None, notes)))


def default_files(folder: Path) -> list[Path]:
    publication = folder / "stand-in.pdf"
    stand_in.make_stand_in(publication)
    return [publication, *sorted(resource_path("bundles").rglob("*.pdf"))]


def main(arguments: list[str]) -> None:
    verbose = "--verbose" in arguments
    seed = int(arguments[arguments.index("--seed") + 1]) if "--seed" in arguments else 1
    files = [Path(argument) for argument in arguments if argument.endswith(".pdf")]
    print(f"{'':58} pages marks found asked lost wrong doubt   reworded moved  deleted  seconds")
    totals: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for file in files or default_files(Path(folder)):
            measure(file, seed, totals, verbose=verbose)
    for name, tally in totals.items():
        print(row(f"all, {name}", 0, tally, 0.0))


if __name__ == "__main__":
    pymupdf.TOOLS.mupdf_display_errors(False)
    main(sys.argv[1:])
