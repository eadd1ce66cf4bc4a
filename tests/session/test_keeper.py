"""Notes between the window and the disk, where the two do not keep step."""

from zzpreader.model.publication import Publication
from zzpreader.session.keeper import Keeper
from zzpreader.store.home import Home
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.thread import StoreThread

PUBLICATION = Publication(id="urn:uuid:11111111-1111-4111-8111-111111111111")


def test_a_notebook_that_comes_after_its_reader_has_gone_is_free_for_the_next(tmp_path, qtbot):
    home, thread = Home(tmp_path / "home"), StoreThread()
    keeper = Keeper(thread, home)
    with qtbot.waitSignal(keeper._file_opened):
        keeper.open(PUBLICATION)
        keeper.close()
    qtbot.waitUntil(lambda: not NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION).in_use)
    assert thread.close()


def test_a_notebook_is_not_opened_for_a_reader_who_has_gone(tmp_path):
    home, thread = Home(tmp_path / "home"), StoreThread()
    keeper = Keeper(thread, home)
    keeper.close()
    keeper.open(PUBLICATION)
    assert thread.close()
    assert not home.folder.exists()
