"""The window that tells what the program is doing."""

from pdf_files import text_pdf, write


def rows(table) -> list[list[str]]:
    items = (table.topLevelItem(n) for n in range(table.topLevelItemCount()))
    return [[item.text(column) for column in range(table.columnCount())] for item in items]


def test_it_shows_the_last_requests_with_lane_and_times_and_the_memory_of_each_process(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("een", "twee", "drie", "vier")))
    window = desk.running.window
    window.commands["activity"].trigger()
    dialog = desk.running._activity
    tab.view.set_zoom(0.31)
    desk.wait(lambda: any(row[:2] == ["Draw 1", "screen"] for row in rows(dialog.requests)))
    drawn = next(row for row in rows(dialog.requests) if row[:2] == ["Draw 1", "screen"])
    assert float(drawn[2]) >= 0
    assert float(drawn[3]) > 0
    processes = rows(dialog.workers)
    assert drawn[4] in {row[0] for row in processes[1:]}
    assert all(float(row[2]) > 1 for row in processes)


def test_what_had_been_drawn_before_is_told_as_such(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf(*map(str, range(30)))))
    desk.running.window.commands["activity"].trigger()
    dialog = desk.running._activity
    tab.view.turn_page(1)
    tab.view.turn_page(1)
    desk.wait(lambda: any(row[4] == "kept (cache hit)" for row in rows(dialog.requests)))


def test_nothing_is_noted_any_more_once_it_is_closed(desk, tmp_path):
    tab = desk.open(write(tmp_path, text_pdf("een")))
    window = desk.running.window
    window.commands["activity"].trigger()
    assert tab.session._engine.trace is not None
    window.commands["activity"].trigger()
    assert tab.session._engine.trace is None
