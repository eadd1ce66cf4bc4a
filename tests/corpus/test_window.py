"""Odd, broken and hostile PDFs of the world, opened in the real window: it lives, and says what it must."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from zzpreader.program.run import Program
from zzpreader.store.home import Home
from zzpreader.ui.dialogs.password import PasswordDialog

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "robust"
LONGEST_MS = 120_000

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus of odd PDFs is not here ({CORPUS.name})"),
]


def manifest() -> list[tuple[str, str]]:
    if not CORPUS.is_dir():
        return []
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as table:
        return [(row["name"], row["expect"]) for row in csv.DictReader(table)]


@pytest.fixture(scope="module")
def program(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory):
    home = Home(tmp_path_factory.mktemp("home"))
    home.prepare()
    program = Program(qapp, home)
    program.window.resize(1200, 800)
    program.window.show()
    yield program
    program.window.close()
    program.end()


def password_dialog(tab) -> PasswordDialog | None:
    return next((dialog for dialog in tab.findChildren(PasswordDialog) if dialog.isVisible()), None)


@pytest.mark.parametrize(("name", "expect"), manifest())
def test_the_window_gives_what_is_expected_of_it(qtbot, program, name, expect):
    kind, _, password = expect.partition(":")
    program.open_file(CORPUS / name)
    tab = program.window.current
    try:
        if kind == "needs-password":
            qtbot.waitUntil(lambda: password_dialog(tab) is not None, timeout=LONGEST_MS)
            dialog = password_dialog(tab)
            if not password:
                dialog.reject()
                qtbot.waitUntil(tab.failure.isVisible, timeout=LONGEST_MS)
                return
            dialog.findChild(QLineEdit).setText(password)
            dialog.accept()
        qtbot.waitUntil(lambda: tab.is_settled, timeout=LONGEST_MS)
        assert tab.failure.isVisible() == (kind == "refused-with-error")
        if tab.failure.isVisible():
            assert name in tab.failure.accessibleName()
    finally:
        program.window.close_tab(tab)
