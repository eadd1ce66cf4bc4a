"""Pictures of marked areas, with the real marks and a store in a scratch folder."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from panes import AskedEngine, mark
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from zzpreader.engine.queue import Lane
from zzpreader.model.annotation import Annotation, Highlight
from zzpreader.model.geometry import Rect, Size
from zzpreader.model.pages import Page
from zzpreader.model.publication import Publication
from zzpreader.session.area_pictures import AreaPictures
from zzpreader.session.errands import Errands
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.pictures import Pictures
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.wire import DrawPng, Failed, PngDrawn, Reason

EDITION = "1f" * 32
OTHER = "2e" * 32


class Desk:
    """One session over a data folder after another, as far as areas need one."""

    def __init__(self, home: Home, thread: StoreThread, qtbot) -> None:
        self._home, self._thread, self._qtbot = home, thread, qtbot
        self.marks: Marks | None = None

    def open(self, edition: str = EDITION, *, is_secret: bool = False) -> AreaPictures:
        self.close()
        self.engine = AskedEngine()
        self.pages = Pages(self.engine)
        self.engine.open(4)
        self.marks = Marks(self._thread, self._home)
        with self._qtbot.waitSignal(self.marks.loaded):
            self.marks.open(Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000"), edition)
        self.pictures = Pictures(self.engine)
        return AreaPictures(
            Errands(self.engine), self.marks, self.pages, self.pictures, self._thread, None if is_secret else self._home
        )

    def close(self) -> None:
        if self.marks:
            self.marks.close()

    @property
    def asked(self) -> Sequence[DrawPng]:
        return self.engine.wanted.get(Lane.ERRANDS, [])


@pytest.fixture
def desk(tmp_path, qtbot):
    home, thread = Home(tmp_path / "home"), StoreThread()
    home.prepare()
    desk = Desk(home, thread, qtbot)
    yield desk
    desk.close()
    assert thread.close()


def area(number: int = 1, page: int = 0, edition: str = EDITION) -> Annotation:
    made = mark(number, page, highlight=Highlight.OUTLINE)
    return replace(made, target=replace(made.target, edition=edition))


def png(width: int = 40, height: int = 10) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue] - PySide takes text for the format
    return bytes(kept.data())


def drawn(desk: Desk, areas: AreaPictures, qtbot, annotation: Annotation) -> None:
    areas.want([annotation])
    with qtbot.waitSignal(areas.ready) as told:
        desk.engine.answer(Lane.ERRANDS, lambda _: PngDrawn(png()))
    assert told.args == [annotation.id]


def test_the_picture_of_an_area_in_sight_is_drawn_once(desk, qtbot):
    areas, one = desk.open(), area()
    assert areas.get(one) is None
    drawn(desk, areas, qtbot, one)
    assert areas.get(one).width() == 40
    areas.want([one])
    assert not desk.asked


def test_what_has_left_the_sight_before_its_turn_is_not_drawn(desk):
    areas = desk.open()
    areas.want([area(n, y) for n, y in enumerate(range(4))])
    areas.want([area(3, 3)])
    desk.engine.answer(Lane.ERRANDS, lambda _: Failed(Reason.PAGE), count=1)
    assert [asked.page for asked in desk.asked] == [3]
    areas.want([area(1, 1)])
    assert 1 in [asked.page for asked in desk.asked]


def test_only_areas_have_pictures_and_they_are_as_large_as_on_the_turned_page(desk):
    areas, one = desk.open(), area()
    assert areas.size(mark(2, 0)) is None
    assert areas.size(one) == Size(150, 12)
    desk.pages._pages[0] = Page(Size(600, 800), 90)
    assert areas.size(one) == Size(12, 150)
    assert areas.size(area(page=99)) is None


def test_an_area_that_cannot_be_drawn_takes_no_room(desk, qtbot):
    areas, one = desk.open(), area()
    areas.want([one])
    with qtbot.waitSignal(areas.ready):
        desk.engine.answer(Lane.ERRANDS, lambda _: Failed(Reason.PAGE))
    assert areas.size(one) is None
    areas.want([one])
    assert not desk.asked


def test_an_area_is_drawn_without_what_is_left_out_of_its_page(desk):
    areas, one = desk.open(), area()
    desk.pictures.leave_out(0, [2])
    areas.want([one])
    assert [(asked.part, asked.without) for asked in desk.asked] == [(Rect(50, 100, 200, 112), (2,))]


def test_what_was_drawn_is_seen_also_when_another_edition_is_open(desk, qtbot):
    areas, one = desk.open(), area()
    drawn(desk, areas, qtbot, one)
    areas = desk.open(OTHER)
    with qtbot.waitSignal(areas.ready):
        areas.want([one])
    assert areas.get(one).width() == 40
    assert not desk.asked
    with qtbot.waitSignal(areas.ready):
        areas.want([area(2, 1)])
    assert areas.size(area(2, 1)) is None


def test_a_new_area_is_kept_with_its_picture_though_nobody_looks_at_its_card(desk, qtbot):
    areas = desk.open()
    made = desk.marks.notebook.get(desk.marks.add_area(0, Rect(10, 20, 60, 40), "pink"))
    areas.keep([made])
    areas.want([])
    desk.engine.answer(Lane.ERRANDS, lambda _: PngDrawn(png()))
    qtbot.waitUntil(lambda: areas.get(made) is not None)
    areas = desk.open(OTHER)
    with qtbot.waitSignal(areas.ready):
        areas.want([made])
    assert areas.get(made).width() == 40


def test_nothing_of_a_protected_file_is_kept_on_the_disk(desk, qtbot):
    areas, one = desk.open(is_secret=True), area()
    drawn(desk, areas, qtbot, one)
    areas = desk.open(OTHER)
    with qtbot.waitSignal(areas.ready):
        areas.want([one])
    assert areas.size(one) is None
