"""The whole program without a screen, from its door: tells what was shown first, and what when the window was whole.

Run by test_opening.py as `opener.py [FILE] KEYS...`. It turns KEYS pages and closes the window.
"""

import json
import select
import sys

from PySide6.QtCore import QTimer

from zzpreader import app as door
from zzpreader.program.opening import Opening


def main(files: list[str], turns: int) -> int:
    door.is_alone = lambda: True  # Qt is there, to look at what is shown; none of its threads is
    attend, go_on = Opening.attend, Opening._go_on

    def wait_for_glance(self: Opening) -> None:
        """However busy the machine is: where it comes too late, the page is drawn by others."""
        while not self._glance.is_over:
            select.select([self._glance.descriptor], [], [])
            self._listen()
        go_on(self)

    def tell(self: Opening) -> None:
        curtain = self.front.curtain
        first, drawn = [list(spot) for spot in curtain.spots], len(curtain.pictures)
        attend(self)
        program = self._program
        assert program
        tab = program.window.current
        assert tab

        def leave() -> None:
            if not tab.session.publication or not tab.view.is_drawn:
                return
            look.stop()
            for _ in range(turns):
                tab.view.turn_page(1)
            program.window.close()

        print(
            json.dumps(
                {
                    "first": first,
                    "drawn": drawn,
                    "held": len(curtain.pictures),
                    "whole": [list(spot) for spot in tab.view.spots()],
                    "asked": [tile.page for tile in tab.session.pictures._asked[0]],
                    "title": self.front.windowTitle(),
                }
            ),
            flush=True,
        )
        look = QTimer(self, interval=20)
        look.timeout.connect(leave)
        look.start()

    Opening.attend, Opening._go_on = tell, wait_for_glance
    return door.main(files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:-1], int(sys.argv[-1])))
