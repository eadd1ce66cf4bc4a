"""How fast words are found: in a library that is indexed, in a publication that is not, and how fast it is indexed.

python tests/bench/search.py /usr/share/doc      all PDFs below a folder, the 200 with most pages

With --home what was gathered and indexed is kept there, so that the questions can be asked by themselves on a machine
at rest: --home KEPT --only index, and then --home KEPT --only questions.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path
from statistics import median

import msgspec

from zzpreader.engine.blocking import Reader, Unopened
from zzpreader.engine.lines import line
from zzpreader.fulltext.messages import Answer, Ask, Progress
from zzpreader.model.publication import Edition
from zzpreader.model.query import read_query
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.synonyms import read_synonyms
from zzpreader.wire import Find, Found

WORDS = (
    "zzp'er",
    "table",
    "document",
    "package OR command",
    '"the following"',
    '"user interface"',
    '"e.g. the"',
    "option -package",
    "colour page",
    "the",
    "the of and",
    "t…",
    "pro…",
    "xyzzy",
)
"""What ends in "…" is still being typed: the last word may be a beginning."""

_TIMES = 5
ZZPREADER = [sys.executable, "-P", "-m", "zzpreader"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=200)
    parser.add_argument("--home", type=Path, help="a data folder that is kept, instead of one that goes at the end")
    parser.add_argument("--only", choices=("index", "questions", "publication"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = options.home or Path(folder)
        os.environ["ZZPREADER_HOME"] = str(kept)
        home = Home()
        home.prepare()
        files = gathered(options.folder, kept / "pdfs", options.most)
        pages = sum(count for _, count in files)
        print(f"{len(files)} publications, {pages} pages, {os.cpu_count()} cores")
        if options.only in (None, "index"):
            known_to(home, files)
            fill(pages)
        if options.only in (None, "questions"):
            search(home)
        if options.only in (None, "publication"):
            find_in(*max(files, key=lambda one: one[1]))


def gathered(folder: Path, target: Path, most: int) -> list[tuple[Path, int]]:
    """The largest PDFs, unpacked, and how many pages they have; those of the last time, if there was one."""
    said = target / "pages.json"
    if said.exists():
        return [
            (target / name, pages)
            for name, pages in msgspec.json.decode(said.read_bytes(), type=dict[str, int]).items()
        ]
    target.mkdir()
    found: list[tuple[Path, int]] = []
    paths = [path for path in folder.rglob("*.pdf*") if path.suffix in (".pdf", ".gz") and path.is_file()]
    for n, path in enumerate(sorted(paths, key=lambda path: -path.stat().st_size)):
        file = target / f"{n} {path.name.removesuffix('.gz')}"
        data = path.read_bytes()
        file.write_bytes(zlib.decompress(data, 31) if path.suffix == ".gz" else data)
        try:
            with Reader(file) as reader:
                found.append((file, reader.opened.pages))
        except Unopened:
            file.unlink()
        if len(found) == most:
            break
    said.write_bytes(msgspec.json.encode({file.name: pages for file, pages in found}))
    return found


def known_to(home: Home, files: list[tuple[Path, int]]) -> None:
    """As if each had been opened once."""
    for file, count in files:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        Library(home).opened(Edition(sha256=digest, pages=count, size=file.stat().st_size), file, title=file.stem)


def fill(pages: int) -> None:
    began = time.perf_counter()
    process = subprocess.Popen([*ZZPREADER, "--fill-index"], stdout=subprocess.PIPE)
    assert process.stdout
    most_mb, last = 0.0, Progress(done=0, pages=0)
    for told in process.stdout:
        last = msgspec.json.decode(told, type=Progress)
        most_mb = max(most_mb, memory_mb(process.pid))
    seconds = time.perf_counter() - began
    before = os.times()
    assert process.wait() == 0, process.returncode
    after = os.times()
    own = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"indexed: {last.done} of {pages} pages in {seconds:.1f} s: {last.done / seconds:.0f} pages/s")
    print(f"processor time: {own:.1f} s: {2 * last.done / own:.0f} pages/s on two cores that do nothing else")
    print(f"memory of the indexing processes together, at most: {most_mb:.0f} MB")


def search(home: Home) -> None:
    process = subprocess.Popen([*ZZPREADER, "--search-index"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    synonyms = read_synonyms(home)
    print("\n| words | publications | pages and notes | first hits ms | complete ms | processor time ms |")
    print("|---|---:|---:|---:|---:|---:|")
    for n, words in enumerate(("warm up", *WORDS)):
        firsts, wholes, answer = [], [], Answer(number=n)
        before = processor_s(process.pid)
        query = read_query(words.rstrip("…"), synonyms, typing=words.endswith("…"))
        for _ in range(_TIMES):
            began, first = time.perf_counter(), 0.0
            process.stdin.write(line(Ask(number=n, query=query)))
            process.stdin.flush()
            while True:
                answer = msgspec.json.decode(process.stdout.readline(), type=Answer)
                first = first or time.perf_counter() - began
                if answer.is_complete:
                    break
            firsts.append(first)
            wholes.append(time.perf_counter() - began)
        total = sum(one.total for one in answer.publications)
        if n:
            row = f"{len(answer.publications)} | {total} | {1000 * median(firsts):.0f} | {1000 * median(wholes):.0f}"
            print(f"| {words} | {row} | {1000 * (processor_s(process.pid) - before) / _TIMES:.0f} |")
    print(f"memory of the searching process: {memory_mb(process.pid):.0f} MB")
    process.stdin.close()
    process.wait()


def find_in(file: Path, pages: int) -> None:
    """One publication that is not indexed, in turns with pdfgrep."""
    print(f"\none publication of {pages} pages, words on nearly all pages and on none:")
    for words in ("the", "xyzzy"):
        ours, first = wholly(file, pages, words)
        theirs = pdfgrep(file, words)
        said = f"pdfgrep -c {theirs:.2f} s" if theirs else "pdfgrep is not here"
        print(f"- {words}: first batch {1000 * first:.0f} ms after the question, whole {ours:.2f} s; {said}")


def wholly(file: Path, pages: int, words: str) -> tuple[float, float]:
    """As the command line does it: one worker, from the start of the process on."""
    query = read_query(words, together=True)
    began = time.perf_counter()
    with Reader(file) as reader:
        opened = time.perf_counter()
        first = 0.0
        for page in range(0, pages, 8):
            assert isinstance(reader.ask(Find(page, 8, query)), Found)
            first = first or time.perf_counter() - opened
        return time.perf_counter() - began, first


def pdfgrep(file: Path, words: str) -> float:
    if not shutil.which("pdfgrep"):
        return 0.0
    began = time.perf_counter()
    subprocess.run(["pdfgrep", "-i", "-c", words, str(file)], stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def processor_s(pid: int) -> float:
    """What a process has used so far, which says more than wall time where others are busy; 0 where nobody tells."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid: int) -> float:
    """Proportional memory of a process and those below it; 0 where the system does not tell."""
    total = 0
    try:
        for line_ in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line_.startswith("Pss:"):
                total += int(line_.split()[1])
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                total += int(memory_mb(int(child)) * 1024)
    except OSError:
        pass
    return total / 1024


if __name__ == "__main__":
    main()
