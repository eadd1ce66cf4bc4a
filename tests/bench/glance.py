"""Start the program on a PDF, and tell at its first picture what that took.

    python tests/bench/glance.py FILE.pdf

Printed is one JSON object: `modules`, the names of those that were imported for it in the order in which they came,
without those that a bare Python has; `cpu_ms` of the window's process and `ms` from the first import to the picture.
Without a screen it runs off screen; the reader's own data folder is left alone. Linux.
"""

import json
import os
import sys
import tempfile
from time import perf_counter, process_time

_BARE = set(sys.modules)
_BEGAN, _BEGAN_CPU = perf_counter(), process_time()


def main(file: str) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    from zzpreader.app import main as window
    from zzpreader.engine.glancing import Glance

    listen, modules = Glance.listen, list[str]()

    def tell(self: Glance) -> None:
        if not modules:  # the window is shown; what comes now is loaded while it waits for its picture
            modules.extend(name for name in sys.modules if name not in _BARE)
        listen(self)
        if self.asked and not self.waiting:
            took = {"cpu_ms": 1000 * (process_time() - _BEGAN_CPU), "ms": 1000 * (perf_counter() - _BEGAN)}
            drawn = len(list(self.drawn()))
            print(json.dumps({"modules": modules, "pieces": drawn, **took}), flush=True)
            os._exit(0)  # the rest of the program was not asked for; the nursery ends with its parent

    Glance.listen = tell
    return window([file])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ZZPREADER_HOME"] = folder
        sys.exit(main(sys.argv[1]))
