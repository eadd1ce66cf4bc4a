"""Notes from elsewhere come in as one step; what was deleted or written over can be had back."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from zzpreader.model.annotation import Annotation, Body, Motivation, Target
from zzpreader.model.notebook import Edit
from zzpreader.model.pages import Place
from zzpreader.model.past import Trashed
from zzpreader.model.publication import Edition, Publication
from zzpreader.model.records import Standing, Status
from zzpreader.session.marks import Marks
from zzpreader.session.merging import Merging
from zzpreader.session.past import Past
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile

WHEN = "2026-11-24T08:00:00.000Z"
LATER = "2099-01-01T00:00:00.000Z"


@pytest.fixture
def home(tmp_path) -> Home:
    home = Home(tmp_path / "home")
    home.prepare()
    return home


@pytest.fixture
def publication(home, tmp_path) -> Publication:
    return Library(home).opened(Edition(sha256="a" * 64, pages=2), tmp_path / "a.pdf")


class Desk:
    """A notebook that is open, with what can be brought back into it."""

    def __init__(self, thread, home, publication, qtbot) -> None:
        self.marks = Marks(thread, home)
        self.merging, self.past = Merging(self.marks, thread, home), Past(self.marks)
        self.copies: list[Path] = []
        self.merging.copies_found.connect(self.copies.extend)
        with qtbot.waitSignal(self.marks.loaded):
            self.marks.open(publication, "1f" * 32)

    def settle(self, qtbot) -> None:
        qtbot.waitUntil(lambda: self.marks.is_saved)


@pytest.fixture
def open_desk(thread, home, publication, qtbot):
    opened: list[Desk] = []

    def open_() -> Desk:
        opened.append(Desk(thread, home, publication, qtbot))
        return opened[-1]

    yield open_
    for desk in opened:
        desk.marks.close()


@pytest.fixture
def desk(open_desk) -> Desk:
    return open_desk()


def note(number: int, text: str, source: str, *, when: str = WHEN, scope: str | None = None) -> Annotation:
    return Annotation(
        id=f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        motivation=Motivation.COMMENTING,
        target=Target(source=source, scope=scope),
        body=Body(value=text),
        created=when,
        modified=when,
    )


def written(path: Path, publication: Publication, *notes: Annotation) -> Path:
    file = NotebookFile(path, publication)
    file.save({one.id: one for one in notes})
    file.close()
    return path


def proposed(desk: Desk, qtbot, path: Path):
    with qtbot.waitSignal(desk.merging.proposed) as answer:
        desk.merging.propose([path])
    return answer.args[0]


def test_merging_is_one_step_that_undo_takes_back_for_good(desk, publication, home, tmp_path, qtbot, open_desk):
    desk.marks.write_sheet(None, "Van hier")
    path = written(tmp_path / "b.json", publication, note(1, "Van daar", publication.id, scope="x"))
    proposal = proposed(desk, qtbot, path)
    assert (proposal.brought.new, proposal.brought.both) == (1, 0)
    before = {one.id: one for one in desk.marks.notebook}
    desk.merging.take(proposal)
    assert {one.body.value for one in desk.marks.notebook} == {"Van hier", "Van daar"}
    assert desk.marks.undo_name == "Merge notes"
    desk.settle(qtbot)
    assert proposed(desk, qtbot, path).brought.edits == ()
    desk.marks.undo()
    assert {one.id: one for one in desk.marks.notebook} == before
    desk.settle(qtbot)
    desk.marks.close()
    again = open_desk()
    assert {one.id: one for one in again.marks.notebook} == before


def test_both_texts_of_one_sheet_stay_and_the_section_has_one_sheet(desk, publication, tmp_path, qtbot):
    desk.marks.write_sheet(None, "Van hier")
    path = written(tmp_path / "b.json", publication, note(1, "Van daar", publication.id, when=LATER))
    proposal = proposed(desk, qtbot, path)
    assert proposal.brought.both == 1
    desk.merging.take(proposal)
    sheet = desk.marks.notebook.sheet(None)
    assert sheet.body.value == "Van daar"
    (beside,) = [one for one in desk.marks.notebook if one.body.conflict]
    assert (beside.body.value, beside.body.conflict) == ("Van hier", sheet.id)


def test_what_is_typed_while_the_question_stands_is_compared_anew(desk, publication, tmp_path, qtbot):
    made = desk.marks.add_note(Place(0, 10), text="Eerst")
    desk.settle(qtbot)
    changed = replace(desk.marks.notebook.get(made), body=Body(value="Van daar"), modified=LATER)
    path = written(tmp_path / "b.json", publication, changed)
    proposal = proposed(desk, qtbot, path)
    desk.marks.write_comment(made, "Intussen")
    with qtbot.waitSignal(desk.merging.proposed) as again:
        desk.merging.take(proposal)
    assert desk.marks.notebook.get(made).body.value == "Intussen"
    desk.merging.take(again.args[0])
    assert {one.body.value for one in desk.marks.notebook} == {"Intussen", "Van daar"}


def test_a_copy_beside_the_notebook_is_offered_and_set_aside_once_it_is_saved(
    home, publication, open_desk, qtbot
) -> None:
    own = home.notebook(publication.id)
    copy = own.with_name(f"{own.stem}.sync-conflict-20260101-120000-ABCDEFG.json")
    written(copy, publication, note(1, "Van daar", publication.id))
    desk = open_desk()
    qtbot.waitUntil(lambda: desk.copies == [copy])
    assert len(desk.marks.notebook) == 0
    desk.merging.take(proposed(desk, qtbot, copy))
    qtbot.waitUntil(lambda: not copy.exists())
    assert len(list(home.notebooks.glob("*.merged-*"))) == 1
    assert [one.body.value for one in desk.marks.notebook] == ["Van daar"]


def test_notes_on_another_publication_and_other_files_are_refused(desk, publication, tmp_path, qtbot):
    other = Publication(id="urn:uuid:0f9a3c1e-6a1d-4a53-9a0a-6d9a1f3f0009", title="Iets anders")
    foreign = written(tmp_path / "b.json", other, note(1, "Van daar", other.id))
    with qtbot.waitSignal(desk.merging.refused) as refused:
        desk.merging.propose([foreign])
    assert "Iets anders" in refused.args[0]
    nothing = tmp_path / "c.json"
    nothing.write_text("{}")
    with qtbot.waitSignal(desk.merging.refused):
        desk.merging.propose([nothing])


def test_what_was_deleted_comes_back_under_its_id_in_one_step(desk, qtbot):
    made = [desk.marks.add_note(Place(0, y), text=f"Noot {y}") for y in (10, 20, 30)]
    before = {one.id: one for one in desk.marks.notebook}
    desk.marks.delete(made)
    found = []
    desk.past.trash(found.extend)
    qtbot.waitUntil(lambda: len(found) == 3)
    desk.past.restore(found)
    assert {one.id: one for one in desk.marks.notebook} == before
    desk.marks.undo()
    assert len(desk.marks.notebook) == 0


def test_a_deleted_sheet_comes_back_beside_the_one_that_was_begun_since(desk, publication, qtbot, open_desk):
    desk.marks.write_sheet(None, "Oud")
    desk.marks.finish_typing()
    desk.marks.delete([desk.marks.notebook.sheet(None).id])
    desk.settle(qtbot)
    desk.marks.close()
    later = open_desk()
    later.marks.write_sheet(None, "Nieuw")
    found = []
    later.past.trash(found.extend)
    qtbot.waitUntil(lambda: bool(found))
    later.past.restore(found)
    assert later.marks.notebook.sheet(None).body.value == "Nieuw"
    (beside,) = [one for one in later.marks.notebook if one.body.conflict]
    assert beside.body.value == "Oud"


def test_a_standing_that_comes_back_takes_the_place_of_the_present_one(desk, qtbot):
    old = Standing(id="urn:uuid:1", section="s", status=Status.ADOPTED, created=WHEN, modified=WHEN)
    new = replace(old, id="urn:uuid:2", status=Status.READ)

    desk.marks.do("Status", [Edit(before=None, after=new)])
    desk.past.restore([Trashed(old, WHEN)])
    assert [one.status for one in desk.marks.notebook.standings] == [Status.ADOPTED]


def test_an_earlier_text_comes_back_in_one_step(desk, qtbot):
    long = "Een lange tekst over zelfstandigen in de stad, met een eigen slot."
    desk.marks.write_sheet(None, long)
    desk.marks.finish_typing()
    made = desk.marks.notebook.sheet(None).id
    desk.settle(qtbot)
    desk.marks.write_sheet(None, "Kort")
    found = []
    desk.past.earlier(made, found.extend)
    qtbot.waitUntil(lambda: bool(found))
    assert [one.value for one in found] == [long]
    desk.past.bring_back(made, found[0].value)
    assert desk.marks.notebook.sheet(None).body.value == long
    desk.marks.undo()
    assert desk.marks.notebook.sheet(None).body.value == "Kort"
