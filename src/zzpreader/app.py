"""The door to the window: what stands before the first picture on the screen, in the order in which it must."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from zzpreader.engine.nursery import Nursery
from zzpreader.engine.spawn import Spawned
from zzpreader.files import NOTES_SUFFIX
from zzpreader.log import start_log
from zzpreader.store.home import Home
from zzpreader.store.problems import HomeNotWritable
from zzpreader.worker.door import serve


def main(argv: Sequence[str]) -> int:
    """Open the window on the files named, or on what was open last. Returns the exit status."""
    options = _options(argv)
    if options.snapshot and not _has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif not _has_screen():
        print("zzpreader: there is no screen here; set DISPLAY or WAYLAND_DISPLAY.", file=sys.stderr)
        return 1
    nursery = Nursery(serve)
    home = Home()
    with suppress(HomeNotWritable):  # one can still read; every publication says that nothing can be kept
        home.prepare()
    start_log(home.folder)
    files = [Path(name).absolute() for name in options.files]
    first = _early_worker(files, nursery)

    from zzpreader.program.run import run  # noqa: PLC0415 - Qt is imported while the first worker already starts

    try:
        return run(home, files, options.page or "", snapshot=options.snapshot, first=first, nursery=nursery)
    finally:
        nursery.close()


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="zzpreader", add_help=False)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--page", metavar="N|LABEL")
    parser.add_argument("--snapshot", metavar="OUT.png", type=Path)
    return parser.parse_args(argv)


def _early_worker(files: Sequence[Path], nursery: Nursery) -> Spawned | None:
    """A worker for the first file, started before Qt is imported; None where there is none to read."""
    # Notes are looked into first: the publication to which they belong is not known yet.
    first = next((file for file in files if file.suffix.casefold() != NOTES_SUFFIX), None)
    if first is None:
        return None
    try:
        return nursery.spawn(first)
    except OSError:
        return None  # said in the window, where other files may open well


def _has_screen() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
