from zzpreader.model.geometry import Size
from zzpreader.structure.rows import TOP_OF_COLUMN, rows_of


def test_a_number_and_its_title_are_one_row(paper):
    (row,) = rows_of(0, paper.page(paper.line("1", 100), paper.line("Inleiding", 100, left=100)))
    assert row.text == "1 Inleiding"
    assert not row.beside


def test_cells_of_a_table_stand_beside_each_other(paper):
    rows = rows_of(0, paper.page(paper.line("Wijk", 100), paper.line("Aantal zzp’ers", 100, left=300)))
    assert [row.text for row in rows] == ["Wijk", "Aantal zzp’ers"]
    assert all(row.beside for row in rows)


def test_two_columns_are_read_one_after_the_other(paper):
    left = [paper.line(f"links {n} van een kolom tekst", 100 + 14 * n, 60) for n in range(12)]
    right = [paper.line(f"rechts {n} van een kolom tekst", 100 + 14 * n, 320) for n in range(12)]
    rows = rows_of(0, paper.page(left, right))
    assert [row.text.split()[0] for row in rows] == ["links"] * 12 + ["rechts"] * 12
    assert rows[12].gap == TOP_OF_COLUMN
    assert not any(row.beside for row in rows)


def test_the_halves_of_a_spread_are_read_left_before_right(paper):
    page = paper.page(paper.line("rechts boven", 50, 600), paper.line("links onder", 500, 60), size=Size(960, 680))
    assert [(row.text, row.column) for row in rows_of(0, page, ("2", "3"))] == [
        ("links onder", 0),
        ("rechts boven", 1),
    ]


def test_a_page_that_is_shown_turned_is_read_turned(paper):
    def sideways(text, left):
        line = paper.line(text, 0, turn=270)
        box = line.spans[0].box
        from zzpreader.model.geometry import Rect

        turned = Rect(left, 500 - box.width, left + box.height, 500)
        return type(line)((line.spans[0].__class__(text, turned, 10.0, "Serif"),), 0, 270)

    rows = rows_of(0, paper.page(sideways("tweede", 120), sideways("eerste", 100)))
    assert [row.text for row in rows] == ["eerste", "tweede"]


def test_a_page_without_text_has_no_rows(paper):
    assert rows_of(0, paper.page()) == []


def test_a_page_number_in_the_margin_is_no_number_of_the_heading_beside_it(paper):
    page = paper.page(paper.line("7", 80), paper.line("Samenvatting", 80, left=100, bold=True), paper.body(130))
    texts = [row.text for row in rows_of(0, page, ("7",))]
    assert "Samenvatting" in texts
    assert "7 Samenvatting" in [row.text for row in rows_of(0, page, ("8",))]


def test_the_number_of_the_first_chapter_stays_with_it_on_page_one(paper):
    page = paper.page(paper.line("1", 80, bold=True), paper.line("Samenvatting", 80, left=100, bold=True))
    assert [row.text for row in rows_of(0, page, ("1",))] == ["1 Samenvatting"]
