"""The whole program without a screen: opens a file, tells what is marked in it, highlights all of the first page.

Run by test_kill.py as `highlighter.py FILE`. It prints one line of JSON for each and stays until it is killed.
"""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from zzpreader.model.annotation import Highlight
from zzpreader.program.run import Program
from zzpreader.store.home import Home


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    app = QApplication(sys.argv[:1])
    home = Home()
    home.prepare()
    program = Program(app, home)
    program.begin([Path(sys.argv[1])], "")
    tab = program.window.reading_tabs()[0]
    marks = tab.session.marks

    def found() -> None:
        say(found={one.id: one.quote for one in marks.notebook})
        tab.view.select_all()
        tab.noting.mark(Highlight.SOLID, "yellow")

    marks.loaded.connect(found)
    marks.edited.connect(lambda change: say(made=[edit.after.id for edit in change.edits if edit.after]))
    marks.saved.connect(lambda: say(saved=True))
    app.exec()


if __name__ == "__main__":
    main()
