"""What is seen of the window as it is left: for the first glance of the next start."""

from PySide6.QtCore import QPoint

from zzpreader.model.settings import Settings, WindowState
from zzpreader.model.theme import Theme
from zzpreader.store.seen import Seen, Sight, stamp_of
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab


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
