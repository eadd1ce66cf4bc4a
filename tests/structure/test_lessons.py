from zzpreader.model.sections import Kind, Source
from zzpreader.structure.sections import derive


def lessons(pages):
    return [section for section in derive(pages).sections if section.kind is Kind.LESSON]


def report(paper, *lines):
    """Two chapters around the lines, so that they stand in a section."""
    return [
        paper.page(paper.line("1 Inleiding", 80, size=16, bold=True), paper.body(120), paper.number(1)),
        paper.page(paper.line("2 Wat wij leerden", 80, size=16, bold=True), *lines, paper.number(2)),
        paper.page(paper.line("3 Slot", 80, size=16, bold=True), paper.body(120), paper.number(3)),
    ]


def test_lines_that_say_they_are_lessons_are_lessons_below_their_section(paper):
    lines = [
        [paper.line(f"Les {n}: meten helpt in wijk {n}", 120 + 80 * n, size=12, bold=True), paper.body(140 + 80 * n, 3)]
        for n in range(1, 4)
    ]
    found = derive(report(paper, lines)).sections
    assert [(s.level, s.kind, s.page) for s in found] == [
        (1, Kind.CHAPTER, 0),
        (1, Kind.CHAPTER, 1),
        *[(2, Kind.LESSON, 1)] * 3,
        (1, Kind.CHAPTER, 2),
    ]
    assert found[2].title == "Les 1: meten helpt in wijk 1"


def test_a_lesson_set_like_the_text_is_one_if_white_stands_above_it(paper):
    lines = [
        [paper.line(f"Aanbeveling {n}. Zoek elkaar op in de stad.", 120 + 70 * n), paper.body(134 + 70 * n, 2)]
        for n in range(1, 4)
    ]
    assert [one.title for one in lessons(report(paper, lines))] == [
        f"Aanbeveling {n}. Zoek elkaar op in de stad." for n in range(1, 4)
    ]


def test_words_in_running_text_are_no_lessons(paper):
    lines = [
        paper.line(text, 120 + 14 * n)
        for n, text in enumerate(
            [
                "les 3 uur duurde en les 4 ook",
                "Les 3 uur lang gegeven",
                "Les 4 uur lang gegeven",
                "Bevinding 1 en 2 wijzen",
            ]
        )
    ]
    assert lessons(report(paper, lines)) == []


def test_rows_of_a_table_are_no_lessons(paper):
    rows = [
        [paper.line(f"Maatregel {n:02}:", 120 + 40 * n, bold=True), paper.line("Ja, geheel gedaan", 120 + 40 * n, 300)]
        for n in range(1, 9)
    ]
    assert lessons(report(paper, rows)) == []


def test_a_lone_lesson_is_no_run(paper):
    assert lessons(report(paper, paper.line("Les 1: meten", 140, size=12, bold=True), paper.body(160))) == []


def test_a_run_told_again_is_shown_where_it_has_its_text(paper):
    short = paper.page(
        paper.line("1 Samenvatting", 80, size=16, bold=True),
        [paper.line(f"Bevinding {n}: de wijk is klein ({n})", 120 + 20 * n, size=11, bold=True) for n in range(1, 4)],
        paper.number(1),
    )
    long = paper.page(
        paper.line("2 Bevindingen", 80, size=16, bold=True),
        [
            [
                paper.line(f"Bevinding {n}: de wijk is klein ({n})", 110 + 90 * n, size=11, bold=True),
                paper.body(130 + 90 * n, 4),
            ]
            for n in range(1, 4)
        ],
        paper.number(2),
    )
    end = paper.page(paper.line("3 Slot", 80, size=16, bold=True), paper.body(120), paper.number(3))
    assert [one.page for one in lessons([short, long, end])] == [1, 1, 1]


def test_as_many_numbered_statements_as_the_heading_announces_are_lessons(paper):
    statements = [
        [paper.line(f"{n}. Ga naar de mensen toe en luister {n}", 130 + 60 * n), paper.body(148 + 60 * n, 2)]
        for n in range(1, 6)
    ]
    pages = report(paper, statements)
    pages[1] = paper.page(
        paper.line("2 Vijf lessen voor gemeenten", 80, size=16, bold=True), statements, paper.number(2)
    )
    assert len(lessons(pages)) == 5
    assert {one.source for one in lessons(pages)} == {Source.LIST}
    pages[1] = paper.page(
        paper.line("2 Zes lessen voor gemeenten", 80, size=16, bold=True), statements, paper.number(2)
    )
    assert lessons(pages) == []


def test_bold_statements_below_a_heading_that_names_lessons_are_lessons(paper):
    statements = [
        [paper.line(f"{n}. Harde cijfers helpen {n}", 130 + 60 * n, bold=True), paper.body(148 + 60 * n, 2)]
        for n in range(1, 5)
    ]
    pages = report(paper, statements)
    pages[1] = paper.page(paper.line("2 Aanbevelingen", 80, size=16, bold=True), statements, paper.number(2))
    assert [one.title for one in lessons(pages)] == [f"{n}. Harde cijfers helpen {n}" for n in range(1, 5)]


def test_other_languages_have_lessons_too(paper):
    for word in ("Lesson", "Empfehlung", "Recommandation", "Finding", "PRINCIPE"):
        lines = [
            [paper.line(f"{word} {n}", 120 + 80 * n, size=12, bold=True), paper.body(140 + 80 * n, 3)]
            for n in range(1, 4)
        ]
        assert len(lessons(report(paper, lines))) == 3, word
