"""What outlives a run: settings, how the window was left, and how every publication was left."""

import logging
import time
from datetime import datetime
from pathlib import Path

import msgspec

from zzpreader.engine.blocks import remove_stale_blocks
from zzpreader.model.annotation import timestamp
from zzpreader.model.publication import Publication
from zzpreader.model.settings import Settings, WindowState
from zzpreader.store.home import Home
from zzpreader.store.library import Entry, Library
from zzpreader.store.problems import StoreError
from zzpreader.store.seen import Seen, write_seen
from zzpreader.store.settings import SettingsFile
from zzpreader.store.thread import StoreThread

_MOST_RECENT = 10
_log = logging.getLogger(__name__)


class Keeping:
    """Read once at the start, while there is no window that could wait; written on the store's thread."""

    def __init__(self, home: Home, thread: StoreThread) -> None:
        self._thread, self._home = thread, home
        self._library = Library(home)
        self._file = SettingsFile(home)
        self.settings = self._file.settings()
        self.window = self._file.window()
        self._entries = self._known_entries()

    def change_settings(self, fields: dict[str, object]) -> bool:
        """Whether that made a difference."""
        before, self.settings = self.settings, msgspec.structs.replace(self.settings, **fields)
        if self.settings == before:
            return False
        self._save(self.settings)
        return True

    def save_window(self, state: WindowState) -> None:
        self._save(state)

    def save_seen(self, seen: Seen) -> None:
        """For the first glance of the next start; without it that is a little slower."""

        def job() -> None:
            try:
                write_seen(self._home.seen, seen)
            except OSError as problem:
                _log.warning("what was seen is not kept: %s", problem)

        self._thread.submit(job)

    def left_at(self, file: Path) -> dict[str, object]:
        """How a file at this path was left; a guess until its contents are known, good enough for the first page."""
        entry = next((entry for entry in self._entries if str(file) in entry.paths), None)
        return entry.view if entry else {}

    @property
    def entries(self) -> list[Entry]:
        """All publications that were opened, the last first."""
        return list(self._entries)

    def recent(self) -> list[tuple[str, Path]]:
        """Title and path of the publications opened last."""
        seen = [
            (entry.about.title or entry.publication.title, Path(entry.paths[0]))
            for entry in self._entries
            if entry.paths and entry.opened
        ]
        return [(title or path.stem, path) for title, path in seen[:_MOST_RECENT]]

    def titles(self) -> dict[str, str]:
        """Of the publications by id, the last opened first."""
        return {entry.publication.id: entry.publication.title for entry in self._entries}

    def paths_of(self, publication_id: str) -> list[Path]:
        """Where its files were seen, the last first."""
        found = next((entry for entry in self._entries if entry.publication.id == publication_id), None)
        return [Path(path) for path in found.paths] if found else []

    def bundle_of(self, publication_id: str) -> str | None:
        found = next((entry for entry in self._entries if entry.publication.id == publication_id), None)
        return found.publication.bundle if found else None

    def bundle_at(self, file: Path) -> str | None:
        """The bundle with which a file at this path was read last."""
        entry = next((entry for entry in self._entries if str(file) in entry.paths), None)
        return entry.publication.bundle if entry else None

    def seen(self, publication: Publication, file: Path) -> None:
        """It was opened from this file just now; the library keeps that by itself."""
        others = [entry for entry in self._entries if entry.publication.id != publication.id]
        before = next((entry for entry in self._entries if entry.publication.id == publication.id), None)
        before = before or Entry(publication=publication)
        now = msgspec.structs.replace(before, publication=publication, paths=(str(file),), opened=timestamp())
        self._entries = [now, *others]

    def remember(self, publication: Publication, view: dict[str, object]) -> None:
        """How it is left now."""

        def job() -> None:
            try:
                self._library.remember_view(publication.id, view)
            except (StoreError, KeyError) as problem:
                _log.warning("view not kept: %s", problem)

        self._thread.submit(job)
        self._entries = [
            msgspec.structs.replace(entry, view=view) if entry.publication.id == publication.id else entry
            for entry in self._entries
        ]

    def back_up(self) -> None:
        """Today's copy of everything, if it is not there yet; what a crash left behind goes."""

        def job() -> None:
            from zzpreader.store.daily import back_up_daily  # nothing that a start waits for
            from zzpreader.store.leftovers import clear_leftovers

            now_s = time.time()
            if removed := [*clear_leftovers(self._home, now_s), *remove_stale_blocks(now_s)]:
                _log.info("%d files removed that a crash had left", len(removed))
            try:
                back_up_daily(self._home, datetime.now().astimezone().date())
            except OSError as problem:
                _log.warning("daily copy not made: %s", problem)

        self._thread.submit(job)

    def _save(self, value: Settings | WindowState) -> None:
        def job() -> None:
            try:
                self._file.save(value)
            except StoreError as problem:
                _log.warning("settings not saved: %s", problem)

        self._thread.submit(job)

    def _known_entries(self) -> list[Entry]:
        try:
            return self._library.entries()
        except StoreError as problem:
            _log.warning("library not read: %s", problem)
            return []
