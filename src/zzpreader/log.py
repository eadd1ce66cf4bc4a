"""A small log for finding faults: no text of documents or notes, no passwords, files by their names alone."""

import logging
import os
import sys
import threading
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LARGEST_BYTES = 1_000_000


class _PrivateFile(RotatingFileHandler):
    """For its owner alone, whatever the umask; also each file that takes the place of a full one."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, self.mode, encoding=self.encoding)  # pyright: ignore[reportReturnType] - text


def start_log(folder: Path) -> None:
    """Log to `zzpreader.log` in the data folder, one older file kept; unexpected errors go there as well."""
    try:
        handler: logging.Handler = _PrivateFile(
            folder / "zzpreader.log", maxBytes=_LARGEST_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO if os.environ.get("ZZPREADER_DEBUG") else logging.WARNING)
    sys.excepthook = _log_unexpected
    threading.excepthook = _log_in_thread


def _log_unexpected(kind: type[BaseException], problem: BaseException | None, trace: TracebackType | None) -> None:
    where = (kind, problem or kind(), trace)
    logging.getLogger("zzpreader").critical("unexpected error", exc_info=where)


def _log_in_thread(raised: threading.ExceptHookArgs) -> None:
    _log_unexpected(raised.exc_type, raised.exc_value, raised.exc_traceback)
