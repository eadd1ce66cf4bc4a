"""Sections and printed labels of a long publication are kept: whoever opens it again has them at once, for nothing."""

from PySide6.QtCore import QObject, Signal

from zzpreader.session.deliver import deliver
from zzpreader.session.identity import Identity
from zzpreader.session.sections import Sections
from zzpreader.store.home import Home
from zzpreader.store.structures import Derived, keep_derived, kept_derived
from zzpreader.store.thread import StoreThread


class StructuresKept(QObject):
    """
    Args:
        extractor: what reads the file's text.
    """

    _found = Signal(object)

    def __init__(
        self,
        extractor: str,
        identity: Identity,
        sections: Sections,
        thread: StoreThread,
        home: Home,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._extractor, self._identity, self._sections = extractor, identity, sections
        self._thread, self._home = thread, home
        self._kept: Derived | None = None
        identity.named.connect(self._look)
        sections.settled.connect(self._keep)
        self._found.connect(sections.offer)

    def _look(self, edition: str) -> None:
        home, extractor = self._home, self._extractor

        def job() -> None:
            if found := kept_derived(home, edition, extractor):
                deliver(self, "_found", found)

        self._thread.submit(job)
        self._keep()

    def _keep(self) -> None:
        home, edition, extractor, derived = self._home, self._identity.edition, self._extractor, self._sections.derived
        if edition and derived and derived is not self._kept:
            self._kept = derived
            self._thread.submit(lambda: keep_derived(home, edition, derived, extractor))
