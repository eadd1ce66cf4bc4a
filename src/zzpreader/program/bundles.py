"""The bundles in the window: their pages, their documents, and the reader's own copies."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zzpreader.model.bundle import Bundle
from zzpreader.program.keeping import Keeping
from zzpreader.sentences import filled
from zzpreader.store.bundles import BundleFolder, Unusable, attached_file, find_bundles
from zzpreader.store.home import Home
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab

if TYPE_CHECKING:
    from zzpreader.ui.bundle.view import BundleView

OpenFile = Callable[[Path, Bundle | None], None]


class BundleDesk(QObject):
    """
    Args:
        open_file: shows a PDF in a tab of its own; with the bundle whose section map belongs to it.
    """

    def __init__(self, home: Home, window: MainWindow, keeping: Keeping, open_file: OpenFile) -> None:
        super().__init__(window)
        self._home, self._window, self._keeping, self._open_file = home, window, keeping, open_file

    @cached_property
    def _folders(self) -> tuple[Sequence[BundleFolder], Sequence[Unusable]]:
        """Read when the first bundle is asked for: a publication without one does not wait for them."""
        return find_bundles(self._home)

    @property
    def _found(self) -> Sequence[BundleFolder]:
        return self._folders[0]

    def get(self, bundle_id: str | None) -> Bundle | None:
        found = self._folder(bundle_id) if bundle_id else None
        return found.bundle if found else None

    def all(self) -> list[Bundle]:
        return [one.bundle for one in self._found]

    def take_in(self, one: BundleFolder) -> None:
        """A bundle that has come just now, in front of the reader."""
        self.__dict__.pop("_folders", None)  # read anew
        if (folder := self._folder(one.bundle.id)) and (old := self._shown(folder)):
            self._window.close_tab(old)
        self.show(one.bundle.id)

    def begin(self) -> None:
        """The page of the first bundle, and its reading guide in front of it."""
        if not self._found:
            return
        first = self._found[0]
        self.show(first.bundle.id)
        if guide := first.bundle.guide:
            self._open_attachment(first, guide.file or "")

    def say_unusable(self) -> None:
        """What stands in the way of a bundle in the data folder, in front of the reader."""
        unusable = self._folders[1]
        tab = self._window.tabs.currentWidget()
        if not unusable:
            return
        from zzpreader.ui.bundle.view import BundleView

        if isinstance(tab, ReadingTab | BundleView):
            said = self.tr("The bundle in the folder “%1” cannot be used: %2")
            if len(unusable) > 1:
                said = self.tr("The bundles in these folders cannot be used: %1.")
            names = ", ".join(one.folder.name for one in unusable)
            said = filled(said, names, unusable[0].sentence)
            tab.notice.say(said, warning=True)

    def show(self, bundle_id: str | None = None, *, in_front: bool = True) -> None:
        """The page of a bundle, of the first if none is named."""
        found = self._folder(bundle_id) if bundle_id else next(iter(self._found), None)
        if found is None:
            return
        view = self._shown(found) or self._make_view(found)
        if in_front:
            self._window.tabs.setCurrentWidget(view)

    def _folder(self, bundle_id: str | None) -> BundleFolder | None:
        return next((one for one in self._found if one.bundle.id == bundle_id), None)

    def _shown(self, found: BundleFolder) -> "BundleView | None":
        from zzpreader.ui.bundle.view import BundleView

        tabs = (self._window.tabs.widget(n) for n in range(self._window.tabs.count()))
        views = (tab for tab in tabs if isinstance(tab, BundleView))
        return next((view for view in views if view.bundle.id == found.bundle.id), None)

    def _make_view(self, found: BundleFolder) -> "BundleView":
        from zzpreader.ui.bundle.view import BundleView

        view = BundleView(found.bundle)
        copy = self._keeping.settings.copies.get(found.bundle.id)
        view.show_attached(Path(copy) if copy else None)
        view.open_attachment.connect(partial(self._open_attachment, found))
        view.attach.connect(partial(self._attach, found, view))
        view.detach.connect(partial(self._attach, found, view, None))
        view.open_copy.connect(partial(self._open_copy, found))
        self._window.add_tab(view, found.bundle.name, show=False)
        return view

    def _open_attachment(self, found: BundleFolder, name: str) -> None:
        if path := attached_file(found, name):
            self._open_file(path, None)

    def _open_copy(self, found: BundleFolder, path: Path) -> None:
        self._open_file(path, found.bundle)

    def _attach(self, found: BundleFolder, view: "BundleView", path: Path | None) -> None:
        """The copy stays where it is; only its place is remembered."""
        copies = {id_: copy for id_, copy in self._keeping.settings.copies.items() if id_ != found.bundle.id}
        if path:
            copies[found.bundle.id] = str(path)
        self._keeping.change_settings({"copies": copies})
        view.show_attached(path)
        if path:
            self._open_copy(found, path)
