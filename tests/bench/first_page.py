"""Open the window on a PDF as the program does, and tell at its first page which modules that took.

    python tests/bench/first_page.py FILE.pdf

Printed is one JSON object: `modules`, their names in the order in which they came, without those that a bare Python
has; `cpu_ms` of the window's process and `ms` from the first import to the page. Without a screen it runs off screen;
the reader's own data folder is left alone.
"""

import os
import sys
from time import perf_counter, process_time

_BARE = set(sys.modules)
_BEGAN, _BEGAN_CPU = perf_counter(), process_time()


def main(file: str) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from zzpreader import app as door
    from zzpreader.program import run
    from zzpreader.store.home import Home

    assert door  # what it imports stands before Qt, and is part of the way
    home = Home()
    home.prepare()
    app = QApplication(sys.argv[:1])
    run._LONGEST_WITHOUT_PAGE_MS = 60_000  # what waits for the page waits for it, however busy the machine is
    program = run.Program(app, home)

    def tell() -> None:
        modules = [name for name in sys.modules if name not in _BARE]
        took = {"cpu_ms": round(1000 * (process_time() - _BEGAN_CPU)), "ms": round(1000 * (perf_counter() - _BEGAN))}
        import json

        print(json.dumps({"modules": modules, **took}), flush=True)
        program.window.close()

    from pathlib import Path

    program.begin([Path(file)], "")
    tab = program.window.current
    assert tab
    tab.session.pictures.tile_ready.connect(tell, Qt.ConnectionType.SingleShotConnection)
    app.exec()
    program.end()


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        os.environ["ZZPREADER_HOME"] = folder
        main(sys.argv[1])
