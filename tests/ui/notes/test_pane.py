"""Notes beside the page, with the real marks and a store in a scratch folder."""

import pytest
from panes import AskedEngine, mark
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QTabBar

from zzpreader.model.annotation import Annotation, Highlight, Kind, Motivation
from zzpreader.model.notebook import Change, Edit
from zzpreader.model.order import Order
from zzpreader.model.pages import Place
from zzpreader.model.publication import Publication
from zzpreader.session.linking import Linking
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.store.home import Home
from zzpreader.ui.dialogs.tags import TagsDialog
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.notes.cards import CardList
from zzpreader.ui.notes.editors import CommentEditor, NoteEditor
from zzpreader.ui.notes.menu import CardMenu
from zzpreader.ui.notes.painting import paint_picture
from zzpreader.ui.notes.pane import NotesPane
from zzpreader.ui.notes.sheet import Sheet
from zzpreader.ui.notes.tags_editor import TagsEditor
from zzpreader.ui.palette import dark_palette, light_palette

OUTLINE = [(1, "One", 0, 0.0), (2, "Below one", 2, 0.0), (1, "Two", 4, 0.0)]


@pytest.fixture
def engine():
    return AskedEngine()


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    home.prepare()
    return home


@pytest.fixture
def pages(engine):
    return Pages(engine)


@pytest.fixture
def sections(engine, pages):
    sections = Sections(engine, pages)
    engine.open(8, OUTLINE, labels=[str(n + 11) for n in range(8)])
    return sections


@pytest.fixture
def marks(thread, home, sections, qtbot):
    marks = Marks(thread, home)
    marks.use_tree(sections.tree)
    with qtbot.waitSignal(marks.loaded):
        marks.open(Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000"), "1f" * 32)
    yield marks
    marks.close()


@pytest.fixture
def pane(marks, sections, pages, qtbot):
    pane = NotesPane(marks, sections, pages)
    qtbot.addWidget(pane)
    pane.resize(360, 800)
    pane.show()
    pane.show_section(section(sections, "One"))
    return pane


def section(sections, title: str):
    return next(one for one in sections.tree if one.title == title)


def put(marks, *annotations) -> None:
    """As if they had been made before."""
    change = Change("", tuple(Edit(None, one) for one in annotations))
    marks.notebook.apply(change)
    marks._rescope()
    marks.loaded.emit()


def cards(pane) -> CardList:
    return pane.findChild(CardList)


def shown(pane) -> list[str]:
    """Quotes, or what else the rows are called; headings between brackets."""
    rows = cards(pane)._cards.rows
    return [row.quote or row.body.value if isinstance(row, Annotation) else f"[{row.title}]" for row in rows]


def comment_editor(pane) -> CommentEditor:
    editor = cards(pane).findChild(CommentEditor)
    assert editor
    return editor


def tags_editor(pane) -> TagsEditor:
    editor = cards(pane).findChild(TagsEditor)
    assert editor
    return editor


def spoken(pane, number: int) -> str:
    return cards(pane)._cards.index(number).data(Qt.ItemDataRole.AccessibleTextRole)


def sheet(pane) -> NoteEditor:
    return pane.findChild(Sheet).findChild(NoteEditor)


def labels(pane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if not label.isHidden()]


def whole(pane) -> None:
    pane.findChild(QTabBar).setCurrentIndex(1)


def click(pane, qtbot, annotation_id: str, *, button=None) -> None:
    view = cards(pane)
    box = view.visualRect(view._cards.index_of(annotation_id))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button or box.topLeft() + QPoint(40, 14))


# the sheet


def test_what_is_typed_on_the_sheet_is_the_note_of_the_section(pane, marks, sections, qtbot):
    qtbot.keyClicks(sheet(pane), "# Kern")
    written = marks.notebook.sheet(section(sections, "One").id)
    assert written
    assert written.body.value == "# Kern"


def test_each_section_has_its_own_sheet(pane, marks, sections):
    marks.write_sheet(section(sections, "Two").id, "second")
    pane.show_section(section(sections, "Two"))
    assert sheet(pane).toPlainText() == "second"
    pane.show_section(None)
    assert sheet(pane).toPlainText() == ""
    assert "Whole publication" in labels(pane)


def test_while_one_writes_the_pane_stays_with_its_section(pane, marks, sections, qtbot):
    sheet(pane).setFocus()
    qtbot.waitUntil(sheet(pane).hasFocus)
    qtbot.keyClicks(sheet(pane), "still ")
    pane.show_section(section(sections, "Two"))
    qtbot.keyClicks(sheet(pane), "one")
    assert marks.notebook.sheet(section(sections, "One").id).body.value == "still one"
    cards(pane).setFocus()
    pane.findChild(QLineEdit).setFocus()
    qtbot.waitUntil(lambda: "Two" in labels(pane))
    assert sheet(pane).toPlainText() == ""


def test_a_card_that_was_written_keeps_the_keyboard_until_one_reads_on(pane, marks, sections, qtbot):
    one = section(sections, "One")
    note = marks.add_note(one.place, 50.0, text="Vraag")
    pane.show_section(one)
    pane.edit_annotation(note)
    qtbot.waitUntil(lambda: cards(pane).edited_id == note)
    pane.show_section(section(sections, "Two"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert cards(pane).current_id() == note
    qtbot.waitUntil(cards(pane).hasFocus)
    pane.show_section(section(sections, "Two"))
    qtbot.waitUntil(lambda: not cards(pane).isVisible())
    assert sheet(pane).hasFocus()


def test_undo_elsewhere_is_seen_on_the_sheet(pane, marks, qtbot):
    qtbot.keyClicks(sheet(pane), "abc")
    marks.undo()
    assert sheet(pane).toPlainText() == ""
    marks.redo()
    assert sheet(pane).toPlainText() == "abc"


# cards


def test_cards_stand_in_document_order_and_say_meaning_page_and_words(pane, marks):
    put(marks, mark(2, 1, 500, comment="Yes", tags=("policy",)), mark(1, 1, 50, color="green"), mark(3, 5))
    assert shown(pane) == ["Quote 1", "Quote 2"]
    assert spoken(pane, 1) == "Highlight, Important · p. 12, Quote 2, Yes, policy"
    pane.set_meanings({"yellow": "For the council"})
    assert "For the council" in spoken(pane, 1)


def test_a_section_shows_what_lies_in_it_and_below_it(pane, marks, sections):
    put(marks, mark(1, 0), mark(2, 2), mark(3, 5))
    assert shown(pane) == ["Quote 1", "[Below one]", "Quote 2"]
    pane.show_section(section(sections, "Below one"))
    assert shown(pane) == ["Quote 2"]


def test_the_whole_publication_stands_under_headings(pane, marks):
    put(marks, mark(1, 0), mark(2, 2), mark(3, 5))
    whole(pane)
    assert shown(pane) == ["[One]", "Quote 1", "[Below one]", "Quote 2", "[Two]", "Quote 3"]
    assert "3 notes" in labels(pane)


def test_a_mark_that_is_made_appears_and_one_that_is_undone_goes(pane, marks):
    made = marks.add_note(Place(1, 100), text="New")
    assert shown(pane) == ["New"]
    assert marks.notebook.get(made)
    marks.undo()
    assert shown(pane) == []


def test_a_click_goes_to_the_place(pane, marks, qtbot):
    put(marks, mark(1, 0), mark(2, 1))
    with qtbot.waitSignal(pane.go_to_annotation) as went:
        click(pane, qtbot, "urn:uuid:2")
    assert went.args == ["urn:uuid:2"]


def test_space_goes_to_the_place_of_the_current_card(pane, marks, qtbot):
    put(marks, mark(1, 0), mark(2, 1))
    pane.show_annotation("urn:uuid:1")
    qtbot.keyClick(cards(pane), Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.go_to_annotation) as went:
        qtbot.keyClick(cards(pane), Qt.Key.Key_Space)
    assert went.args == ["urn:uuid:2"]


def test_the_keyboard_passes_over_headings(pane, marks, qtbot):
    put(marks, mark(1, 0), mark(2, 2), mark(3, 5))
    whole(pane)
    pane.show_annotation("urn:uuid:1")
    found = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        qtbot.keyClick(cards(pane), key)
        found.append(cards(pane).current_id())
    assert found == ["urn:uuid:2", "urn:uuid:3", "urn:uuid:2", "urn:uuid:1"]


def test_a_mark_of_another_section_turns_the_pane_to_it_until_one_reads_on(pane, marks, sections):
    put(marks, mark(1, 0), mark(2, 5))
    pane.show_annotation("urn:uuid:2")
    assert "Two" in labels(pane)
    assert shown(pane) == ["Quote 2"]
    assert pane.findChild(QTabBar).currentIndex() == 0
    pane.show_section(section(sections, "One"))
    assert shown(pane) == ["Quote 1"]


def test_a_mark_that_is_clicked_on_the_page_is_shown_beyond_section_and_filter(pane, marks):
    put(marks, mark(1, 0), mark(2, 5))
    pane.findChild(QLineEdit).setText("Quote 1")
    pane.show_annotation("urn:uuid:2")
    assert cards(pane).current_id() == "urn:uuid:2"
    assert pane.findChild(QLineEdit).text() == ""


# editing


def test_a_comment_is_written_in_the_card(pane, marks, qtbot):
    put(marks, mark(1, 0))
    pane.edit_annotation("urn:uuid:1")
    editor = comment_editor(pane)
    qtbot.keyClicks(editor, "Because")
    assert marks.notebook.get("urn:uuid:1").body.value == "Because"
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert cards(pane).edited_id is None
    assert "Because" in spoken(pane, 0)


def test_a_click_on_the_comment_or_the_tags_edits_them(pane, marks, qtbot):
    put(marks, mark(1, 0, comment="Here", tags=("policy",)))
    view = cards(pane)
    for up, editor in ((14, TagsEditor), (14 + view.fontMetrics().lineSpacing() + 8, CommentEditor)):
        box = view.visualRect(view._cards.index_of("urn:uuid:1"))
        click(pane, qtbot, "urn:uuid:1", button=QPoint(box.left() + 30, box.bottom() - up))
        found = view.findChild(editor)
        assert found
        qtbot.keyClick(found, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda editor=editor: view.findChild(editor) is None)


def test_enter_edits_the_current_card_and_escape_takes_back(pane, marks, qtbot):
    put(marks, mark(1, 0, comment="Before"))
    pane.show_annotation("urn:uuid:1")
    qtbot.keyClick(cards(pane), Qt.Key.Key_Return)
    editor = comment_editor(pane)
    qtbot.keyClicks(editor, "xyz")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert marks.notebook.get("urn:uuid:1").body.value == "Before"
    assert cards(pane).edited_id is None


def test_the_first_words_of_a_note_outlive_escape(pane, marks, qtbot):
    put(marks, mark(1, 0))
    pane.edit_annotation("urn:uuid:1")
    editor = comment_editor(pane)
    qtbot.keyClicks(editor, "tweede")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert marks.notebook.get("urn:uuid:1").body.value == "tweede"
    assert cards(pane).edited_id is None


def test_words_that_escape_took_back_come_again_by_undo(pane, marks, qtbot):
    put(marks, mark(1, 0, comment="Before"))
    pane.edit_annotation("urn:uuid:1")
    editor = comment_editor(pane)
    qtbot.keyClicks(editor, " and after")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    marks.undo()
    assert marks.notebook.get("urn:uuid:1").body.value == "Before and after"


def test_what_is_typed_stays_while_others_come_and_go(pane, marks, qtbot):
    put(marks, mark(2, 1))
    pane.edit_annotation("urn:uuid:2")
    editor = comment_editor(pane)
    qtbot.keyClicks(editor, "half a sen")
    marks.add_note(Place(0, 10), text="above")
    marks.recolour(["urn:uuid:2"], "green")
    qtbot.keyClicks(editor, "tence")
    assert shown(pane) == ["above", "Quote 2"]
    assert marks.notebook.get("urn:uuid:2").body.value == "half a sentence"


def test_the_card_grows_with_its_comment(pane, marks, qtbot):
    put(marks, mark(1, 0), mark(2, 1))
    pane.edit_annotation("urn:uuid:1")
    view = cards(pane)
    before = view.visualRect(view._cards.index_of("urn:uuid:1")).height()
    comment_editor(pane).insertPlainText("line\n" * 8)
    qtbot.waitUntil(lambda: view.visualRect(view._cards.index_of("urn:uuid:1")).height() > before + 60)
    first, second = (view.visualRect(view._cards.index_of(f"urn:uuid:{n}")) for n in (1, 2))
    assert second.top() == first.bottom() + 1


def test_tags_are_a_list_with_commas(pane, marks, qtbot):
    put(marks, mark(1, 0, tags=("old",)))
    pane.show_annotation("urn:uuid:1")
    cards(pane).edit_field("urn:uuid:1", "tags")
    editor = tags_editor(pane)
    assert editor.text() == "old"
    editor.setText("policy, #figures ,, policy")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert marks.notebook.get("urn:uuid:1").body.tags == ("policy", "figures")


def test_a_bookmark_is_renamed_in_its_card(pane, marks, qtbot):
    made = marks.add_bookmark(Place(1, 50), "Here")
    pane.edit_annotation(made)
    editor = comment_editor(pane)
    editor.selectAll()
    qtbot.keyClicks(editor, "There")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert marks.notebook.get(made).body.value == "There"
    assert marks.notebook.get(made).kind is Kind.BOOKMARK


def test_delete_deletes_all_that_is_chosen_as_one_step_and_chooses_the_next(pane, marks, qtbot):
    put(marks, *(mark(n, 0, 50 * n) for n in range(1, 5)))
    pane.show_annotation("urn:uuid:1")
    qtbot.keyClick(cards(pane), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [one.id for one in cards(pane).chosen()] == ["urn:uuid:1", "urn:uuid:2"]
    qtbot.keyClick(cards(pane), Qt.Key.Key_Delete)
    assert shown(pane) == ["Quote 3", "Quote 4"]
    assert cards(pane).current_id() == "urn:uuid:3"
    marks.undo()
    assert len(shown(pane)) == 4


def test_the_menu_colours_and_restyles_all_that_is_chosen(pane, marks, sections, qtbot):
    put(marks, mark(1, 0), mark(2, 1, color="blue"))
    menu = CardMenu(list(marks.notebook), marks, Linking(marks, sections), {}, pane)
    actions = {action.text(): action for action in menu.findChildren(QAction)}
    actions["Pink – Question"].trigger()
    actions["Strike out"].trigger()
    assert {one.body.color for one in marks.notebook} == {"pink"}
    assert {one.body.highlight for one in marks.notebook} == {Highlight.STRIKETHROUGH}
    marks.undo()
    marks.undo()
    assert [one.body.color for one in marks.notebook] == ["yellow", "blue"]


def test_copying_takes_the_quotes(pane, marks, qtbot):
    put(marks, mark(1, 0, quote="De zzp’er"))
    pane.show_annotation("urn:uuid:1")
    qtbot.keyClick(cards(pane), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "De zzp’er"


# filters


def filtered(pane, **asked) -> list[str]:
    filters = pane._filters._drawer
    for name in asked.get("colours", ()):
        filters._colours[name].setChecked(True)
    if "kind" in asked:
        filters._kind.setCurrentText(asked["kind"])
    if "tag" in asked:
        filters._tag.setCurrentText(asked["tag"])
    return shown(pane)


@pytest.fixture
def mixed(pane, marks):
    put(
        marks,
        mark(1, 0, 10, color="yellow", tags=("policy",)),
        mark(2, 0, 20, color="green", highlight=Highlight.UNDERLINE),
        mark(3, 0, 30, color="blue", tags=("Policy", "x")),
        mark(4, 0, 40, color=None, comment="A note", highlight=None, motivation=Motivation.COMMENTING),
        mark(5, 0, 50, color=None, comment="Here", highlight=None, motivation=Motivation.BOOKMARKING),
    )
    return pane


def test_colours_are_chosen_together(mixed):
    assert filtered(mixed, colours=("yellow", "blue")) == ["Quote 1", "Quote 3"]
    assert "2 of 5 notes" in labels(mixed)


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("Highlights", ["Quote 1", "Quote 3"]),
        ("Underlines", ["Quote 2"]),
        ("Notes", ["A note"]),
        ("Bookmarks", ["Here"]),
    ],
)
def test_a_kind_is_chosen(mixed, kind, found):
    assert filtered(mixed, kind=kind) == found


def test_a_tag_is_chosen_without_regard_to_case(mixed):
    assert filtered(mixed, tag="#policy") == ["Quote 1", "Quote 3"]


def test_words_are_found_in_quotes_comments_and_tags(mixed, qtbot):
    mixed.findChild(QLineEdit).setText("NOTE")
    qtbot.waitUntil(lambda: shown(mixed) == ["A note"])
    mixed.findChild(QLineEdit).setText("policy")
    qtbot.waitUntil(lambda: shown(mixed) == ["Quote 1", "Quote 3"])


@pytest.mark.parametrize(("palette", "white"), [(light_palette(), "#ffffff"), (dark_palette(), "#bdbbb6")])
def test_the_picture_of_an_area_does_not_glare_on_a_dark_card(qapp, palette, white):
    picture, card = QPixmap(60, 40), QImage(100, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    card.fill(palette.color(QPalette.ColorRole.Base))
    painter = QPainter(card)
    paint_picture(painter, QRect(10, 10, 80, 40), picture, palette)
    painter.end()
    assert card.pixelColor(50, 30).name() == white
    assert card.pixelColor(5, 5) == palette.color(QPalette.ColorRole.Base)


# what is not there


def test_empty_states_say_what_to_do(pane, marks, qtbot):
    empty = pane.findChild(EmptyState)
    assert empty.sentence == "Nothing is marked in this section yet. Select text and press H to mark it."
    whole(pane)
    assert empty.sentence == "Nothing is marked yet. Select text and press H to mark it."
    put(marks, mark(1, 0))
    pane.findChild(QTabBar).setCurrentIndex(0)
    pane.show_section(None)
    assert empty.sentence == "Nothing is marked outside the sections yet. Select text and press H to mark it."
    whole(pane)
    pane.findChild(QLineEdit).setText("zzz")
    qtbot.waitUntil(lambda: empty.sentence == "No note answers to this filter.")


def test_a_notebook_that_is_open_elsewhere_can_be_read_and_says_why(pane, marks, thread, home, sections, pages, qtbot):
    put(marks, mark(1, 0, comment="Yes"))
    second = Marks(thread, home)
    other = NotesPane(second, sections, pages)
    qtbot.addWidget(other)
    with qtbot.waitSignals([second.loaded, second.read_only]):
        second.open(Publication(id="urn:uuid:00000000-0000-4000-8000-000000000000"), "1f" * 32)
    other.show()
    other.show_section(section(sections, "One"))
    assert any("another tab or window" in words for words in labels(other))
    assert sheet(other).isReadOnly()
    other.edit_annotation("urn:uuid:1")
    assert cards(other).edited_id is None
    second.close()


def test_the_pane_comes_back_as_it_was_left(pane, marks, sections, pages, qtbot):
    put(marks, mark(1, 0), mark(2, 5))
    whole(pane)
    pane.show_annotation("urn:uuid:2")
    state = pane.state()
    again = NotesPane(marks, sections, pages)
    qtbot.addWidget(again)
    again.restore(state)
    assert shown(again)[-1] == "Quote 2"
    assert cards(again).current_id() == "urn:uuid:2"
    again.restore({"whole": "x", "sizes": ["a"], "current": None})


def test_every_widget_that_takes_the_keyboard_has_a_name(pane):
    for one in (sheet(pane), cards(pane), *pane.findChildren(QLineEdit)):
        assert one.accessibleName()


def test_a_card_in_a_list_of_thousands_is_found_and_lies_in_sight(pane, marks):
    put(marks, *(mark(n, n % 8, n / 10, quote="word " * (n % 40)) for n in range(3000)))
    whole(pane)
    pane.show_annotation("urn:uuid:2001")
    view = cards(pane)
    box = view.visualRect(view._cards.index_of("urn:uuid:2001"))
    assert view.viewport().rect().contains(box)


def test_screen_readers_are_told_of_every_row(pane, marks):
    put(marks, mark(1, 0, comment="Yes"), mark(2, 2))
    told = QAccessible.queryAccessibleInterface(cards(pane))
    assert told
    assert told.role() is QAccessible.Role.List
    assert [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())] == [
        "Highlight, Important · p. 11, Quote 1, Yes",
        "Below one",
        "Highlight, Important · p. 13, Quote 2",
    ]


# several at once, orders, tags, headings


def test_control_a_in_the_list_chooses_all_cards_and_says_how_many(pane, marks, qtbot):
    put(marks, mark(1, 0), mark(2, 2), mark(3, 2))
    cards(pane).setFocus()
    qtbot.keyClick(cards(pane), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(cards(pane).chosen()) == 3
    assert "3 chosen" in labels(pane)


def test_shift_and_control_click_choose_several(pane, marks, qtbot):
    put(marks, *(mark(n, 0, 50 * n) for n in range(1, 5)))
    view = cards(pane)

    def press(number: int, modifier) -> None:
        box = view.visualRect(view._cards.index_of(f"urn:uuid:{number}"))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, box.topLeft() + QPoint(40, 14))

    press(1, Qt.KeyboardModifier.NoModifier)
    press(3, Qt.KeyboardModifier.ShiftModifier)
    assert [one.id[-1] for one in view.chosen()] == ["1", "2", "3"]
    press(2, Qt.KeyboardModifier.ControlModifier)
    assert [one.id[-1] for one in view.chosen()] == ["1", "3"]


def test_tags_of_several_are_given_and_taken_as_one_step_and_the_others_stay(pane, marks, qtbot):
    put(marks, mark(1, 0, 10, tags=("a", "own")), mark(2, 0, 20, tags=("a",)))
    cards(pane).selectAll()
    cards(pane).ask_tags()
    dialog = cards(pane).findChild(TagsDialog)
    assert dialog
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    assert boxes["#own"].checkState() is Qt.CheckState.PartiallyChecked
    boxes["#a"].setChecked(False)
    dialog.findChild(TagsEditor).setText("uitvoering")
    dialog.accept()
    assert [one.body.tags for one in marks.notebook.in_order(pane._sections.tree)] == [
        ("own", "uitvoering"),
        ("uitvoering",),
    ]
    marks.undo()
    assert [one.body.tags for one in marks.notebook.in_order(pane._sections.tree)] == [("a", "own"), ("a",)]


def test_what_is_chosen_stays_chosen_where_its_colour_puts_it(pane, marks):
    put(marks, mark(1, 0, 10), mark(2, 0, 20, color="green"), mark(3, 0, 30))
    pane._filters.sort_by(Order.COLOUR)
    assert shown(pane) == ["[Yellow – Important]", "Quote 1", "Quote 3", "[Green – To use]", "Quote 2"]
    cards(pane).choose(["urn:uuid:1", "urn:uuid:2"])
    marks.recolour(["urn:uuid:1", "urn:uuid:2"], "purple")
    assert shown(pane) == ["[Yellow – Important]", "Quote 3", "[Purple – Term]", "Quote 1", "Quote 2"]
    assert [one.id for one in cards(pane).chosen()] == ["urn:uuid:1", "urn:uuid:2"]


def test_a_card_keeps_its_place_while_one_writes_in_it(pane, marks, qtbot):
    put(marks, mark(1, 0, 10), mark(2, 0, 20))
    pane._filters.sort_by(Order.DATE)
    quotes = [words for words in shown(pane) if not words.startswith("[")]
    last = f"urn:uuid:{quotes[-1][-1]}"
    pane.edit_annotation(last)
    qtbot.keyClicks(comment_editor(pane), "new")
    assert [words for words in shown(pane) if not words.startswith("[")] == quotes
    qtbot.keyClick(comment_editor(pane), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [words for words in shown(pane) if not words.startswith("[")] == quotes[::-1]


def test_the_starters_are_proposed_with_the_tags_in_use(pane, marks):
    put(marks, mark(1, 0, tags=("wijk",)))
    pane.set_starter_tags(("aanleiding",))
    cards(pane).edit_field("urn:uuid:1", "tags")
    model = tags_editor(pane)._completer.model()
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["aanleiding", "wijk"]


def test_a_section_can_be_chosen_and_is_said_in_words(mixed, sections):
    drawer = mixed._filters._drawer
    drawer._section.setCurrentText("Two")
    drawer._colours["pink"].setChecked(True)
    assert shown(mixed) == []
    assert "Only: Question, Two" in labels(mixed)


def test_headings_come_into_the_note_as_one_step(pane, marks, sections, qtbot):
    qtbot.keyClicks(sheet(pane), "Mine")
    pane.put_headings()
    assert sheet(pane).toPlainText() == "Mine\n\n## Below one\n\n"
    marks.undo()
    assert sheet(pane).toPlainText() == "Mine"


def test_a_click_on_a_box_of_a_card_ticks_it_in_the_note(pane, marks, qtbot):
    put(marks, mark(1, 0, comment="- [ ] ask"))
    view = cards(pane)
    index = view._cards.index_of("urn:uuid:1")
    parts = view._delegate._parts(marks.notebook.get("urn:uuid:1"), view.visualRect(index))
    spots = (QPoint(x, y) for x in range(0, 60, 2) for y in range(0, parts.text.box.height(), 2))
    spot = next(one for one in spots if parts.note.box_at(QPointF(one)) == 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=parts.text.box.topLeft() + spot)
    assert marks.notebook.get("urn:uuid:1").body.value == "- [x] ask"
    marks.undo()
    assert marks.notebook.get("urn:uuid:1").body.value == "- [ ] ask"


def test_boxes_and_lists_go_on_by_key(pane, qtbot):
    qtbot.keyClicks(sheet(pane), "- [ ] one")
    qtbot.keyClick(sheet(pane), Qt.Key.Key_Return)
    qtbot.keyClicks(sheet(pane), "two")
    qtbot.keyClick(sheet(pane), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert sheet(pane).toPlainText() == "- [ ] one\n- [x] two"


def test_a_low_pane_shows_the_whole_hint(pane, qtbot):
    pane.resize(300, 390)
    empty = pane.findChild(EmptyState)
    label = empty._sentence
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert empty.rect().contains(label.geometry())


def test_thousands_are_listed_in_slices_and_stay_right_while_they_come(pane, marks, qtbot):
    many = [mark(n, n % 8, 100 + n / 10, quote=f"Quote {n}") for n in range(2000)]
    whole(pane)
    put(marks, *many)
    assert len(cards(pane)._cards.rows) < 2000
    pane.show_annotation("urn:uuid:7")
    assert cards(pane).current_id() == "urn:uuid:7"
    marks.loaded.emit()
    marks.delete(["urn:uuid:8"])
    expected = [one.quote for one in marks.notebook.in_order(sections_of(pane).tree)]
    qtbot.waitUntil(lambda: [words for words in shown(pane) if not words.startswith("[")] == expected)
    assert len(expected) == 1999


def test_a_filter_that_is_set_while_thousands_come_holds(pane, marks, qtbot):
    whole(pane)
    put(marks, *(mark(n, n % 8, quote=f"Quote {n}", color="red" if n < 3 else "yellow") for n in range(2000)))
    pane.findChild(QLineEdit).setText("Quote 1999")
    qtbot.waitUntil(lambda: [words for words in shown(pane) if not words.startswith("[")] == ["Quote 1999"])


def sections_of(pane):
    return pane._sections
