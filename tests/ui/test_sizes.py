"""What stands in windows when there is much text and little room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from zzpreader.model.print_wish import PrintWish
from zzpreader.ui.flow import FlowLayout
from zzpreader.ui.notes.heading import Heading
from zzpreader.ui.notice import Notice
from zzpreader.ui.printing.dialog import PrintDialog
from zzpreader.ui.short_label import ShortLabel
from zzpreader.ui.sizes import grown


def enlarged(widget: QWidget) -> None:
    font = widget.font()
    font.setPointSizeF(2 * font.pointSizeF())
    widget.setFont(font)


def test_widgets_go_on_the_next_line_where_there_is_no_room(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget)
    buttons = [QPushButton(words) for words in ("Deze pagina herkennen", "Alle zulke pagina’s herkennen", "Niet nu")]
    for button in buttons:
        flow.addWidget(button)
    widget.resize(flow.sizeHint())
    widget.show()
    assert len({button.y() for button in buttons}) == 1
    widget.resize(flow.minimumSize().width(), 300)
    assert [button.x() for button in buttons] == [0, 0, 0]
    assert len({button.y() for button in buttons}) == 3
    assert flow.heightForWidth(widget.width()) > 2 * flow.heightForWidth(5000)
    buttons[0].hide()
    assert flow.heightForWidth(5000) == buttons[1].sizeHint().height()


def test_what_is_offered_stands_below_a_sentence_that_has_no_room_beside_it(qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    notice.resize(900, 60)
    notice.say("Deze pagina is een afbeelding.", ("Deze pagina herkennen", lambda: None))
    (button,) = [one for one in notice.findChildren(QPushButton) if one.text() == "Deze pagina herkennen"]
    sentence = notice._sentence
    assert button.parentWidget().x() > sentence.geometry().right()
    notice.resize(320, 120)
    notice.layout().activate()
    assert button.parentWidget().y() >= sentence.geometry().bottom()
    assert notice.minimumSizeHint().width() < 400


def test_a_line_that_is_too_long_is_shown_short_and_told_whole(qtbot):
    label = ShortLabel()
    qtbot.addWidget(label)
    label.setText("Les 2: Netwerkbijeenkomsten kosten weinig en leveren veel op: 0 % gelezen")
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 2
    label.resize(120, 20)
    label.grab()
    assert label.text().endswith("gelezen")


def test_a_size_grows_with_the_text_and_never_shrinks(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = grown(400, widget)
    assert before >= 400
    enlarged(widget)
    assert grown(400, widget) > 1.4 * before


def test_the_title_of_a_section_ends_in_dots_where_the_print_dialog_has_no_room(qtbot):
    title = "Netwerkbijeenkomsten kosten weinig & leveren veel op, ook voor wie er niet bij kan zijn en later leest"
    dialog = PrintDialog(PrintWish(), "38", title)
    qtbot.addWidget(dialog)
    dialog.resize(QSize(980, 680))
    (button,) = [one for one in dialog._choices.values() if "Netwerk" in one.text()]
    assert button.text().endswith("…")
    assert "weinig && leveren" in button.text() or "&&" not in button.text()
    assert title.replace("&", "&amp;") in button.toolTip() or title in button.toolTip()
    assert button.sizeHint().width() <= dialog._form_px


def test_a_word_of_a_heading_that_no_line_can_hold_goes_on_in_the_next(qtbot):
    heading = Heading()
    qtbot.addWidget(heading)
    heading.setText("Les 2: Netwerkbijeenkomsten kosten weinig")
    enlarged(heading)
    width = heading.fontMetrics().horizontalAdvance("Netwerkbijeen")
    lines = heading.lines(width)
    assert "".join(lines).replace(" ", "") == heading.text().replace(" ", "")
    assert max(heading.fontMetrics().horizontalAdvance(line) for line in lines) <= width
    assert heading.heightForWidth(width) == len(lines) * heading.fontMetrics().lineSpacing()
    assert heading.lines(5000) == [heading.text()]
