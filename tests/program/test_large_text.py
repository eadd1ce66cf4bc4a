"""The window at 200 per cent text on a small screen."""

import pytest
from msgspec.structs import replace
from pdf_files import text_pdf, write

from zzpreader.model.settings import Settings
from zzpreader.store.settings import SettingsFile

NARROWEST_SCREEN_PX = 1366


@pytest.fixture
def large_text(qapp, desk):
    font = qapp.font()
    SettingsFile(desk.home).save(replace(Settings(), text_size=200))
    yield
    desk.quit()
    qapp.setFont(font)


@pytest.mark.usefixtures("large_text")
def test_the_window_with_all_its_panes_bars_and_messages_fits(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("Eerste bladzijde.", title="Cijfers"), "cijfers.pdf"))
    window = desk.running.window
    tab.open_find()
    tab.notice.say(
        "Deze pagina is een afbeelding: de tekst kan niet worden geselecteerd of gevonden.",
        ("Deze pagina herkennen", lambda: None),
        ("Alle zulke pagina’s herkennen", lambda: None),
    )
    assert tab.notes.isVisible()
    assert tab.left.isVisible()
    assert window.minimumSizeHint().width() <= NARROWEST_SCREEN_PX
    assert tab.notes.width() >= 20 * tab.notes.fontMetrics().averageCharWidth()
    window.commands["matrix"].trigger()
    assert window.minimumSizeHint().width() <= NARROWEST_SCREEN_PX
