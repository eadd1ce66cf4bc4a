"""What was deleted, what stood there before, and what others made: shown, searched and had back."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QTreeView

from zzpreader.model.annotation import Annotation, Body, Motivation, Target, new_annotation
from zzpreader.model.notebook import Edit
from zzpreader.model.past import Brought, Earlier, Trashed
from zzpreader.ui.dialogs.history import HistoryDialog
from zzpreader.ui.dialogs.merge import MergeDialog
from zzpreader.ui.dialogs.trash import TrashDialog, TrashRow, days_left

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def annotation(text: str) -> Annotation:
    return new_annotation(Motivation.COMMENTING, Body(value=text), Target(source="urn:uuid:1"))


def row(text: str, *, section: str = "Les 1") -> TrashRow:
    return TrashRow(Trashed(annotation(text), NOW.isoformat()), "message-square", "Notitie · p. 3", text, section)


def button(dialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "").startswith(words))


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_chosen_ones_come_back_and_leave_the_list(qtbot) -> None:
    rows = [row("Harde cijfers"), row("De wijk"), row("Netwerk")]
    dialog = shown(qtbot, TrashDialog(rows, writable=True))
    got: list[Trashed] = []
    dialog.restored.connect(got.extend)
    qtbot.keyClick(dialog.findChild(QTreeView), Qt.Key.Key_Return)
    dialog.findChild(QTreeView).selectAll()
    assert button(dialog, "Restore").text() == "&Restore 2"
    button(dialog, "Restore").click()
    assert got == [one.trashed for one in rows]
    assert dialog.rows == []
    assert not button(dialog, "Restore").isEnabled()


def test_what_was_deleted_is_searched_by_its_words_and_its_section(qtbot) -> None:
    dialog = shown(qtbot, TrashDialog([row("Harde cijfers"), row("De wijk", section="Buurt")], writable=True))
    line = dialog.findChild(QLineEdit)
    line.setText("buurt")
    assert [one.text for one in dialog.rows] == ["De wijk"]
    line.setText("nergens")
    assert dialog.rows == []
    assert not button(dialog, "Restore").isEnabled()


def test_what_undo_took_away_is_listed_only_when_asked(qtbot) -> None:
    undone = Trashed(annotation("Toch niet"), NOW.isoformat(), is_undone=True)
    rows = [row("De wijk"), TrashRow(undone, "message-square", "Notitie · p. 3", "Toch niet", "Les 1")]
    dialog = shown(qtbot, TrashDialog(rows, writable=True))
    assert [one.text for one in dialog.rows] == ["De wijk"]
    dialog.findChild(QCheckBox).click()
    assert [one.text for one in dialog.rows] == ["De wijk", "Toch niet"]


def test_nothing_can_be_restored_where_nothing_can_be_written(qtbot) -> None:
    dialog = shown(qtbot, TrashDialog([row("Harde cijfers")], writable=False))
    got: list[Trashed] = []
    dialog.restored.connect(got.extend)
    qtbot.keyClick(dialog.findChild(QTreeView), Qt.Key.Key_Return)
    assert not button(dialog, "Restore").isEnabled()
    assert got == []


def test_the_days_that_are_left_are_counted_down_to_none() -> None:
    def left(days: float) -> int:
        return days_left((NOW - timedelta(days=days)).isoformat(), NOW)

    assert [left(0), left(0.9), left(1), left(29.5), left(45)] == [30, 30, 29, 1, 0]
    assert days_left("gisteren", NOW) == 0


def earlier(*texts: str) -> list[Earlier]:
    return [Earlier(id=str(n), of="x", value=text, kept=NOW.isoformat()) for n, text in enumerate(texts)]


def looks(dialog) -> dict[str, tuple[bool, bool]]:
    """Of every stretch of the text whether it is underlined and struck out."""
    found: dict[str, tuple[bool, bool]] = {}
    block = dialog.findChild(QPlainTextEdit).document().begin()
    fragments = block.begin()
    while not fragments.atEnd():
        look = fragments.fragment().charFormat()
        found[fragments.fragment().text()] = (look.fontUnderline(), look.fontStrikeOut())
        fragments += 1
    return found


def test_what_differs_is_seen_without_colours(qtbot) -> None:
    dialog = shown(qtbot, HistoryDialog("Les 1", earlier("De wijk telt"), "De stad telt", writable=True))
    assert looks(dialog) == {
        "De ": (False, False),
        "wijk ": (True, False),
        "stad ": (False, True),
        "telt": (False, False),
    }


def test_the_text_of_a_moment_can_be_read_by_itself_and_restored(qtbot) -> None:
    dialog = shown(qtbot, HistoryDialog("Les 1", earlier("De wijk telt"), "De stad telt", writable=True))
    dialog.findChild(QCheckBox).setChecked(False)
    assert dialog.shown == "De wijk telt"
    with qtbot.waitSignal(dialog.restored) as got:
        button(dialog, "Restore").click()
    assert got.args == ["De wijk telt"]


def test_a_merge_says_what_it_brings_and_nothing_else(qtbot) -> None:
    edits = (Edit(before=None, after=annotation("Een")),)
    dialog = shown(qtbot, MergeDialog(["b.json"], Brought(edits, new=1)))
    assert dialog.sentence.count("\n") == 1
    assert MergeDialog(["b.json"], Brought(edits, new=1, others=2)).sentence.count("\n") == 2
    assert "b.json" in dialog.sentence
    with qtbot.waitSignal(dialog.accepted):
        button(dialog, "Merge").click()


def test_a_merge_that_brings_nothing_can_only_be_closed(qtbot) -> None:
    dialog = shown(qtbot, MergeDialog(["b.json"], Brought(())))
    assert [one.text() for one in dialog.findChildren(QPushButton)] == ["Close"]
