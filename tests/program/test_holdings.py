"""The library as rows, filled in while one looks."""

import pytest

from zzpreader.model.publication import Edition
from zzpreader.program.holdings import Holdings
from zzpreader.store.home import Home
from zzpreader.store.library import Library

COUNT = 90


@pytest.fixture
def holdings(thread, tmp_path, qapp):
    home = Home(tmp_path / "home")
    home.prepare()
    library = Library(home)
    for n in range(COUNT):
        file = tmp_path / f"{n}.pdf"
        if n != 7:
            file.touch()
        library.opened(Edition(sha256=f"{n:064}", pages=1, size=0), file, title=f"Publicatie {n}")
    holdings = Holdings(home, thread, lambda _id: None, qapp)
    yield holdings
    holdings.close()


def test_all_rows_are_told_with_what_was_counted(holdings, qtbot):
    told: list[list] = []
    holdings.changed.connect(told.append)
    holdings.read()
    qtbot.waitUntil(lambda: bool(told) and all(row.counts is not None for row in told[-1]))
    assert len(told[-1]) == COUNT
    assert [row.about.title for row in told[-1] if row.is_missing] == ["Publicatie 7"]


def test_rows_of_which_nothing_is_new_are_not_made_again(holdings, qtbot):
    told: list[list] = []
    holdings.changed.connect(told.append)
    holdings.read()
    qtbot.waitUntil(lambda: bool(told) and all(row.counts is not None for row in told[-1]))
    rows = holdings.rows
    assert all(one is other for one, other in zip(rows, told[-1], strict=True))
    told.clear()
    holdings.read()
    qtbot.waitUntil(lambda: bool(told))
    holdings._soon.setInterval(0)
    qtbot.wait(50)
    assert len(told) == 1  # what was counted is what it was
    assert told[0] == rows
