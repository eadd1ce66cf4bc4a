"""The door to the window: what stands before the first picture on the screen, in the order in which it must."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from zzpreader.engine.cradle import Cradle, end_nursery, fork_nursery, is_alone
from zzpreader.engine.glancing import Glance
from zzpreader.glance import USUAL_VIEW_PX
from zzpreader.worker.door import serve

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from zzpreader.engine.nursery import Nursery
    from zzpreader.engine.spawn import Spawned
    from zzpreader.store.home import Home
    from zzpreader.store.seen import Seen


def main(argv: Sequence[str]) -> int:
    """Open the window on the files named, or on what was open last. Returns the exit status."""
    try:
        return _main(argv)
    except ImportError as problem:
        if said := _about_library(problem):
            print(said, file=sys.stderr)
            return 1
        raise


def _main(argv: Sequence[str]) -> int:
    gc.disable()  # while modules are loaded there is no garbage, and looking for it takes a tenth of the time
    if _has_screen() and is_alone() and not any(word.startswith("-") for word in argv):
        # With a file named the other process begins before this one does anything else.
        begun = _begin(argv[-1]) if argv else None
        from zzpreader.store.seen import read_seen  # noqa: PLC0415

        files, home = _absolute(argv), _home()
        seen = read_seen(home.seen)
        if not files and seen.current:
            begun = _begin(seen.current)
        if begun:
            return _open_behind(*begun, home, files, seen)
    return _open(argv)


def _require_screen_library() -> None:
    """Of all that Qt needs on X11 the one that a desktop may lack; without it Qt ends the program without a word.

    Raises: ImportError.
    """
    if sys.platform == "linux" and os.environ.get("DISPLAY") and not _has_other_screen():
        from ctypes import CDLL  # noqa: PLC0415

        try:
            CDLL("libxcb-cursor.so.0")
        except OSError as problem:
            raise ImportError(str(problem)) from problem


def _has_other_screen() -> bool:
    return bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def _about_library(problem: ImportError) -> str:
    """How to install what Qt lacks here; empty if it is something else that cannot be imported."""
    if sys.platform != "linux" or ".so" not in str(problem):
        return ""
    from zzpreader.libraries import install_command, missing_packages  # noqa: PLC0415
    from zzpreader.sentences import filled, translate  # noqa: PLC0415

    if missing := missing_packages():
        said = translate("Cli", "System libraries are missing. On Debian or Ubuntu: %1")
        return f"zzpreader: {filled(said, install_command(missing))}"
    return f"zzpreader: {problem}"


def _home() -> "Home":
    """The data folder; one that travels with the program is followed to where it is now."""
    from zzpreader.store.home import Home, portable_folder  # noqa: PLC0415

    home = Home()
    if home.folder == portable_folder():
        from zzpreader.store.moved import follow  # noqa: PLC0415

        follow(home)
    return home


def _absolute(names: Sequence[str]) -> "list[Path]":
    from pathlib import Path  # noqa: PLC0415 - 6 ms, for which the other process does not wait

    return [Path(name).absolute() for name in names]


def _begin(file: str) -> tuple[Glance, Cradle] | None:
    """The process that draws what is seen first of the publication in front; None where it cannot be looked at."""
    if not file.casefold().endswith(".pdf"):
        return None
    with suppress(OSError):
        glance = Glance(file)
        with ExitStack() as undo:
            undo.callback(glance.close)
            cradle = fork_nursery(serve, glance.handed)
            undo.pop_all()
        glance.hand_on()
        return glance, cradle
    return None


def _open_behind(glance: Glance, cradle: Cradle, home: "Home", files: "list[Path]", seen: "Seen") -> int:
    if sight := seen.sight(glance.file):
        glance.ask([spot.piece for spot in sight.spots])
    if not glance.asked:
        glance.expect(seen.width_px or USUAL_VIEW_PX)
    from zzpreader.program.handing import hand_over  # noqa: PLC0415

    if hand_over(home.folder, files, ""):
        glance.close()
        end_nursery(cradle.process)
        return 0
    _require_screen_library()
    from zzpreader.program import qt  # noqa: PLC0415 - Qt is imported while the page is drawn

    qt.enter()
    from zzpreader.program.opening import open_behind_glance  # noqa: PLC0415

    return open_behind_glance(home, files, glance, seen, cradle)


def _open(argv: Sequence[str]) -> int:
    """All at once: with a wish, without a PDF, and where no process can be forked."""
    from zzpreader.engine.nursery import Nursery  # noqa: PLC0415
    from zzpreader.log import start_log  # noqa: PLC0415
    from zzpreader.store.problems import HomeNotWritable  # noqa: PLC0415

    options = _options(argv)
    if options.snapshot and not _has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif not _has_screen():
        print("zzpreader: there is no screen here; set DISPLAY or WAYLAND_DISPLAY.", file=sys.stderr)
        return 1
    _require_screen_library()
    nursery = Nursery(serve)
    home = _home()
    with suppress(HomeNotWritable):  # one can still read; every publication says that nothing can be kept
        home.prepare()
    start_log(home.folder)
    files = _absolute(options.files)
    first = _early_worker(files, nursery)

    from zzpreader.program import qt  # noqa: PLC0415 - Qt is imported while the first worker already starts

    qt.enter()
    from zzpreader.unread import SELDOM_USED, left_unread  # noqa: PLC0415

    with left_unread(*SELDOM_USED):
        from zzpreader.program.run import run  # noqa: PLC0415

    gc.enable()
    try:
        return run(home, files, options.page or "", snapshot=options.snapshot, first=first, nursery=nursery)
    finally:
        nursery.close()


def _options(argv: Sequence[str]) -> "argparse.Namespace":
    import argparse  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="zzpreader", add_help=False)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--page", metavar="N|LABEL")
    parser.add_argument("--snapshot", metavar="OUT.png", type=Path)
    return parser.parse_args(argv)


def _early_worker(files: "Sequence[Path]", nursery: "Nursery") -> "Spawned | None":
    """A worker for the first file, started before Qt is imported; None where there is none to read."""
    from zzpreader.files import is_publication  # noqa: PLC0415

    # Notes and bundles are looked into by others: which publication they bring is not known yet.
    first = next((file for file in files if is_publication(file)), None)
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
