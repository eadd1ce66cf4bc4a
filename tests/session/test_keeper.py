"""Notes between the window and the disk, where the two do not keep step."""

from msgspec.structs import replace
from store.values import annotation

from zzpreader.model.publication import Edition, Publication
from zzpreader.session.keeper import Keeper
from zzpreader.store.home import Home
from zzpreader.store.notebooks import NotebookFile, described
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


def test_what_is_learnt_of_a_publication_stands_beside_its_notes_from_the_next_save_on(tmp_path, qtbot):
    home, thread = Home(tmp_path / "home"), StoreThread()
    learnt = replace(PUBLICATION, editions=(Edition(sha256="a" * 64, fingerprints=("0a",)),))
    keeper = Keeper(thread, home)
    with qtbot.waitSignal(keeper.opened):
        keeper.open(PUBLICATION)
    keeper.learn(learnt)
    note = annotation(1)
    keeper.put({note.id: note})
    keeper.close()
    assert thread.close()
    assert described(home.notebook(PUBLICATION.id)) == learnt
