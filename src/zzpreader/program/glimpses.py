"""The window as it is left: its tabs for the next start, and what is seen of it for that start's first glance."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from zzpreader.model.settings import OpenTab, Settings, WindowState
from zzpreader.model.theme import Theme
from zzpreader.store.seen import Seen, Sight, stamp_of
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab


def as_left(tab: QWidget) -> OpenTab:
    """What of a tab is kept for the next start."""
    if isinstance(tab, ReadingTab):
        bundle = tab.session.bundle
        return OpenTab(path=str(tab.file), bundle=bundle.id if bundle else None)
    from zzpreader.ui.bundle.view import BundleView
    from zzpreader.ui.matrix.view import MatrixView

    if isinstance(tab, BundleView):
        return OpenTab(path="", bundle=tab.bundle.id)
    is_matrix = isinstance(tab, MatrixView)
    return OpenTab(path="", matrix=is_matrix, library=not is_matrix)


def seen_now(window: MainWindow, state: WindowState, settings: Settings, worn: Theme, before: Seen) -> Seen:
    """
    Args:
        worn: what the window wears, also where the system chose it.
        before: what is not in front now stays as it was seen.
    """
    tab = window.current
    seen = before._replace(
        geometry=state.geometry,
        theme=worn.value,
        paper=settings.paper,
        current=str(tab.file) if tab else "",
    )
    if tab is None or tab.session.publication is None or not tab.is_open:
        return seen  # nor is its place kept
    others = {name: other for name, other in before.files.items() if name != str(tab.file)}
    seen = seen._replace(files=others | {str(tab.file): _sight(tab)})
    return seen._replace(margins=_margins(window, tab)) if tab.is_plain else seen


def _sight(tab: ReadingTab) -> Sight:
    view = tab.view
    size, ratio = view.viewport().size(), view.devicePixelRatioF()
    spots = tuple(view.spots()) if tab.is_plain else ()  # what is beside the page now is not there at the next start
    return Sight(tab.session.title, stamp_of(tab.file), (size.width(), size.height()), ratio, spots)


def _margins(window: MainWindow, tab: ReadingTab) -> tuple[int, int, int, int]:
    viewport = tab.view.viewport()
    corner = viewport.mapTo(window, QPoint(0, 0))
    right = window.width() - corner.x() - viewport.width()
    return corner.x(), corner.y(), right, window.height() - corner.y() - viewport.height()
