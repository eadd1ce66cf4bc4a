"""Between signals that carry a checked state and things to do that do not ask for one."""

from collections.abc import Callable


def doing(act: Callable[[], object]) -> Callable[[bool], None]:
    """A slot for QAction.triggered and QPushButton.clicked that does `act`."""

    def run(_checked: bool) -> None:
        act()

    return run
