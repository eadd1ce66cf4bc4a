"""The files of one export: all of them, or what was there before."""

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from zzpreader.export.files import is_pdf, write_beside
from zzpreader.export.formats import Format
from zzpreader.export.report import Report
from zzpreader.export.watched import Cancelled


class There(StrEnum):
    """What stands already where an export is to go."""

    NOTHING = "nothing"
    OURS = "an export that is renewed"
    OTHER = "something else"
    PDF = "a PDF"


def what_is_at(reports: Mapping[Path, Report | None], chosen: Format) -> There:
    """The most precious of what is there. Raises: OSError."""
    found = {_there(path, report, chosen) for path, report in reports.items()}
    return next(there for there in (There.PDF, There.OTHER, There.OURS, There.NOTHING) if there in found or not found)


def _there(path: Path, report: Report | None, chosen: Format) -> There:
    if not path.exists():
        return There.NOTHING
    if report and report.original and report.original.file.exists() and path.samefile(report.original.file):
        return There.PDF  # it may be an export of ours that is read as a publication
    is_ours = chosen.knows is not None and path.is_file() and chosen.knows(path.read_bytes())
    if is_pdf(path) and not is_ours:
        return There.PDF  # perhaps the publication itself
    return There.OURS if is_ours and chosen.renew else There.OTHER


def write_all(
    reports: Mapping[Path, Report], chosen: Format, *, force: bool, is_cancelled: Callable[[], bool] = lambda: False
) -> None:
    """Write each report, into an earlier export of ours if there is one.

    Raises:
        FileExistsError: see `write_beside`; and of PDFs only those are replaced that we made.
        Cancelled, OSError: what was there is there again, what was not is not.
    """
    ready: dict[Path, tuple[bytes | None, bytes]] = {}
    for path, report in reports.items():
        if is_cancelled():
            raise Cancelled
        if _there(path, report, chosen) is There.PDF:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        old = path.read_bytes() if path.is_file() else None
        if chosen.beside:
            ready |= _beside(path.parent, chosen.beside(report))
        ready[path] = old, chosen.renew(old, report) if chosen.renew and old is not None else chosen.write(report)
    if is_cancelled():
        raise Cancelled
    # Of one that another folder lies in that one comes first.
    made = sorted({path.parent for path in ready if not path.parent.exists()})
    done: list[Path] = []
    try:
        for folder in made:
            folder.mkdir()
        for path, (_, data) in ready.items():
            write_beside(path, data, force=force or path not in reports)
            done.append(path)
    except OSError:
        _put_back({path: ready[path][0] for path in done}, made)
        raise


def _beside(folder: Path, files: Mapping[str, bytes]) -> dict[Path, tuple[bytes | None, bytes]]:
    """Those that are not there yet, as `ready` has them."""
    found = {folder / name: data for name, data in files.items()}
    there = {path: path.read_bytes() if path.is_file() else None for path in found}
    return {path: (there[path], data) for path, data in found.items() if there[path] != data}


def _put_back(before: Mapping[Path, bytes | None], made: Sequence[Path]) -> None:
    for path, old in before.items():
        with suppress(OSError):
            if old is None:
                path.unlink()
            else:
                write_beside(path, old, force=True)
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()
