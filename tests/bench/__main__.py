"""The project's own benchmarks: engine, tiles, text, structure, store, search, start.

    make bench                               all, and docs/benchmarks.md is renewed between its two marks
    make bench BENCH="store search"          some; nothing is written
    make bench PDFS="one.pdf other.pdf"      of these publications instead of the tests' stand-in; nothing is written
    make bench QUICK=1                       every step once, in seconds: does it still run?

pyperf times each step in several new processes, after one round that is not counted.
"""

import argparse
import atexit
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from time import perf_counter

import pyperf
from bench.steps import BENCHES, FAMILIES, Bench, Place, Step, stand_in
from bench.table import Row, renewed, table

DOCUMENT = Path(__file__).parents[2] / "docs" / "benchmarks.md"
PROCESSES, VALUES, ROUND_S = 3, 3, 0.1


def main() -> None:
    runner = pyperf.Runner(
        processes=PROCESSES,
        values=VALUES,
        warmups=1,
        min_time=ROUND_S,
        add_cmdline_args=_pass_on,
        program_args=("-m", "bench"),
    )
    options = runner.argparser
    options.add_argument("--only", nargs="*", choices=FAMILIES, default=[], help="the families that are timed")
    options.add_argument("--pdfs", nargs="*", type=Path, default=[], help="instead of the stand-in")
    options.add_argument("--once", action="store_true", help="every step once, in this process")
    args = runner.parse_args()
    args.quiet = True
    args.inherit_environ = ["PYTHONPATH", *(args.inherit_environ or ())]
    with tempfile.TemporaryDirectory() as folder:
        is_whole = not args.only and not args.pdfs
        args.pdfs = args.pdfs or [stand_in(Path(folder))]
        chosen = list(_chosen(args.only, args.pdfs))
        if args.once:
            print(table([Row(one.family, name, [_once(one, pdf)]) for one, pdf, name in chosen]))
            return
        results: list[tuple[Bench, str, pyperf.Benchmark]] = []
        for one, pdf, name in chosen:
            result = runner.bench_time_func(name, _Timed(one, pdf))
            if result and not args.worker:
                results.append((one, name, result))
    if results:
        _tell(results, is_whole=is_whole)


def _chosen(only: Sequence[str], pdfs: Sequence[Path]) -> Iterator[tuple[Bench, Path, str]]:
    for one in BENCHES:
        for pdf in pdfs if not only or one.family in only else ():
            yield one, pdf, one.name if len(pdfs) == 1 else f"{one.name} ({pdf.name})"


class _Timed:
    """Made ready when it is timed first: a process that times another step does not pay for this one."""

    def __init__(self, one: Bench, pdf: Path) -> None:
        self._one, self._pdf = one, pdf
        self._step: Step | None = None

    def __call__(self, loops: int) -> float:
        step = self._step = self._step or self._ready()
        start = perf_counter()
        for _ in range(loops):
            step()
        return perf_counter() - start

    def _ready(self) -> Step:
        stack = ExitStack()
        atexit.register(stack.close)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        return stack.enter_context(self._one.ready(Place(self._pdf, folder)))


def _once(one: Bench, pdf: Path) -> float:
    with tempfile.TemporaryDirectory() as folder, one.ready(Place(pdf, Path(folder))) as step:
        start = perf_counter()
        step()
        return perf_counter() - start


def _pass_on(command: list[str], args: argparse.Namespace) -> None:
    if args.only:
        command += ["--only", *args.only]
    command += ["--pdfs", *map(str, args.pdfs)]


def _tell(results: Sequence[tuple[Bench, str, pyperf.Benchmark]], *, is_whole: bool) -> None:
    rows = [Row(one.family, name, result.get_values()) for one, name, result in results]
    every = [result for _, _, result in results]
    known = every[0].get_metadata()
    loads = [run.get_metadata().get("load_avg_1min", 0.0) for result in every for run in result.get_runs()]
    said = (
        f"{datetime.now().astimezone():%d %B %Y}, {known.get('cpu_model_name', 'processor unknown')}, "
        f"{os.cpu_count()} processors, "
        f"Python {str(known['python_version']).split()[0]}, load {min(loads):.1f} to {max(loads):.1f}; "
        f"the middle of {every[0].get_nvalue()} values each, in milliseconds."
    )
    written = f"{said}\n\n{table(rows)}"
    print(f"\n{written}")
    if is_whole:
        DOCUMENT.write_text(renewed(DOCUMENT.read_text("utf-8"), written), "utf-8")


if __name__ == "__main__":
    main()
