"""A small log for finding faults: no text of documents or notes, no passwords, files by their names alone."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LARGEST_BYTES = 1_000_000


def start_log(folder: Path) -> None:
    """Log to `zzpreader.log` in the data folder, one older file kept; unexpected errors go there as well."""
    path = folder / "zzpreader.log"
    try:
        path.touch(mode=0o600, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(path, maxBytes=_LARGEST_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO if os.environ.get("ZZPREADER_DEBUG") else logging.WARNING)
    sys.excepthook = _log_unexpected


def _log_unexpected(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("zzpreader").critical("unexpected error", exc_info=(kind, problem, trace))
