"""The whole torture, as `make torture` runs it; each part prints what it did.

    python tests/torture/whole.py [kills=20000] [states=2000000] [corruptions=20000] [faults=1] [planted=1] [seed=1]

0 leaves a part out. Ends with 1 if anything was lost, wrong, silent or not found.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from torture.corruption import corruption
from torture.crashes import crashes
from torture.faults import faults
from torture.planted import plant, planted

WISHES = {"kills": 20_000, "states": 2_000_000, "corruptions": 20_000, "faults": 1, "planted": 1, "seed": 1}


def main(arguments: list[str]) -> int:
    wishes = WISHES | {name: int(value) for name, _, value in (one.partition("=") for one in arguments)}
    bad, start = 0, perf_counter()

    def part(words: str, wrong: object) -> None:
        nonlocal start
        print(f"{words} [{perf_counter() - start:.0f} s]", flush=True)
        if wrong:
            print(wrong, flush=True)
        start = perf_counter()

    if wishes["planted"]:
        for one in planted():
            with plant(one):
                found = one.finds()
            bad += not found
            part(f"planted: {one.name}: {'found' if found else 'NOT FOUND'}", "")
    if wishes["faults"]:
        tally = faults(tell=_tell)
        bad += len(tally.wrong)
        part(f"faults: {tally._replace(wrong=())}, {len(tally.wrong)} wrong", tally.wrong[:5])
    if wishes["corruptions"]:
        struck = corruption(wishes["corruptions"], seed=wishes["seed"], tell=_tell)
        bad += len(struck.wrong) + len(struck.silent)
        words = f"{len(struck.wrong)} wrong, {len(struck.silent)} silent"
        part(f"corruptions: {struck._replace(wrong=(), silent=())}, {words}", (struck.wrong + struck.silent)[:5])
    if wishes["states"]:
        cut = crashes(wishes["states"], seed=wishes["seed"], tell=_tell)
        bad += len(cut.wrong)
        part(f"power cuts: {cut._replace(wrong=())}, {len(cut.wrong)} wrong", cut.wrong[:5])
    if wishes["kills"] and hasattr(os, "fork"):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, Path(__file__).parent / "kills.py", folder]
            run = subprocess.run(
                [*command, str(wishes["kills"]), str(wishes["seed"])], stdout=subprocess.PIPE, text=True, check=False
            )
        bad += run.returncode != 0 or '"lost": 0, "unreadable": 0' not in run.stdout
        part(f"kills: {run.stdout.strip()}", "")
    return int(bool(bad))


_told = [0.0]


def _tell(words: str) -> None:
    if perf_counter() - _told[0] > 10:
        _told[0] = perf_counter()
        print(f"  {words}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
