"""Runs of lessons: in four languages, in outlines that know some of them, said again, and what only looks like one."""

import pytest

from zzpreader.model.outline import Bookmark
from zzpreader.model.sections import Kind
from zzpreader.structure.sections import derive


def chapter(paper, title, *lines, page=1):
    return paper.page(paper.line(title, 80, size=16, bold=True), *lines, paper.number(page))


def run(paper, titles, top=130, step=80, *, rows=3, bold=True):
    """Titles with some rows of text below each."""
    return [
        [
            paper.line(title, top + step * n, size=12 if bold else 10, bold=bold),
            paper.body(top + 20 + step * n, rows) if rows else [],
        ]
        for n, title in enumerate(titles)
    ]


def report(paper, *middle):
    """Chapters before and after the middle ones."""
    return [
        chapter(paper, "1 Inleiding", paper.body(120)),
        *middle,
        chapter(paper, f"{len(middle) + 2} Slot", paper.body(120)),
    ]


def lessons(pages, **known):
    return [(s.level, s.title) for s in derive(pages, **known).sections if s.kind is Kind.LESSON]


@pytest.mark.parametrize(
    "kind",
    [
        *["Les", "Lesson", "Leçon", "Lektion", "Aanbeveling", "Bevinding", "Advies", "Maatregel", "Principe"],
        *[
            "Recommendation",
            "Finding",
            "Empfehlung",
            "Recommandation",
            "Erkenntnis",
            "Constat",
            "Inzicht",
            "Conclusion",
        ],
    ],
)
@pytest.mark.parametrize("sign", [":", ".", " –", ""])
def test_every_kind_of_lesson_is_known_with_every_sign(paper, kind, sign):
    titles = [f"{kind} {n}{sign} Wijk {n} doet mee" for n in range(1, 5)]
    assert lessons(report(paper, chapter(paper, "2 Midden", run(paper, titles)))) == [(2, one) for one in titles]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Vier lessen voor gemeenten", "Ga naar de mensen toe"),
        ("4 aanbevelingen", "Zoek elkaar op in de stad"),
        ("Four lessons for cities", "Meet where people are"),
        ("Vier Empfehlungen für Städte", "Treffen Sie die Menschen"),
        ("Quatre recommandations aux villes", "Rencontrez les habitants"),
        ("Geleerde lessen", "Begin klein en meet alles"),
        ("Key recommendations", "Start small and measure"),
    ],
)
def test_numbered_bold_statements_below_a_heading_that_announces_them_are_lessons(paper, heading, words):
    titles = [f"{n}. {words} ({n})" for n in range(1, 5)]
    assert lessons(report(paper, chapter(paper, f"2 {heading}", run(paper, titles)))) == [(2, one) for one in titles]


def test_chapters_about_lessons_and_more_announce_none(paper):
    titles = [f"{n}. Over onderwerp {n}" for n in range(1, 5)]
    assert not lessons(report(paper, chapter(paper, "2 Vragen en aanbevelingen", run(paper, titles))))


def test_checklists_are_no_lessons(paper):
    titles = [f"Maatregel {n}: sluit de deur van kamer {n}" for n in range(1, 6)]
    assert not lessons(report(paper, chapter(paper, "2 Checklist maatregelen", run(paper, titles))))


def test_a_run_in_summary_body_and_appendix_is_shown_where_its_text_is(paper):
    bare = [f"Aanbeveling {n}: meet in wijk {n} wat telt" for n in range(1, 4)]
    pages = [
        chapter(paper, "1 Samenvatting", run(paper, bare, step=20, rows=0)),
        chapter(paper, "2 Aanbevelingen", run(paper, bare, rows=4)),
        chapter(paper, "3 Bijlage", run(paper, bare, step=24, rows=1)),
    ]
    found = [s for s in derive(pages).sections if s.kind is Kind.LESSON]
    assert [s.page for s in found] == [1, 1, 1]


def test_other_lessons_that_count_from_one_again_are_lessons_too(paper):
    first = [f"Les {n}: {word} helpt echt" for n, word in enumerate(("meten", "delen", "vragen"), 1)]
    second = [f"Les {n}: zonder {word} blijft stilstand" for n, word in enumerate(("budget", "ruimte", "mandaat"), 1)]
    pages = report(paper, chapter(paper, "2 Wonen", run(paper, first)), chapter(paper, "3 Werken", run(paper, second)))
    assert [title for _, title in lessons(pages)] == [*first, *second]


TITLES = [f"Les {n}: wijk {n} doet mee" for n in range(1, 5)]


def lesson_pages(paper):
    return report(paper, chapter(paper, "2 Wat wij leerden", run(paper, TITLES)))


def test_a_chapter_bookmark_at_the_height_of_the_first_lesson_is_no_lesson(paper):
    outline = [
        Bookmark(1, "Inleiding", 0, 80.0),
        Bookmark(1, "Wat wij leerden", 1, 130.0),
        Bookmark(1, "Slot", 2, 80.0),
    ]
    found = derive(lesson_pages(paper), outline=outline).sections
    assert [(s.level, s.title, s.kind is Kind.LESSON) for s in found] == [
        (1, "Inleiding", False),
        (1, "Wat wij leerden", False),
        *[(2, title, True) for title in TITLES],
        (1, "Slot", False),
    ]


@pytest.mark.parametrize("known", [{1, 3}, {2}, {4}, {1, 2, 3, 4}])
def test_lessons_without_a_bookmark_stand_beside_those_that_have_one(paper, known):
    outline = [
        Bookmark(1, "Wat wij leerden", 1, 80.0),
        *(Bookmark(2, TITLES[n - 1], 1, 130.0 + 80 * (n - 1)) for n in sorted(known)),
        Bookmark(1, "Slot", 2, 80.0),
    ]
    assert lessons(lesson_pages(paper), outline=outline) == [(2, title) for title in TITLES]


def test_a_bookmark_without_the_number_is_the_lesson(paper):
    outline = [Bookmark(1, "Wat wij leerden", 1, 80.0), Bookmark(2, "wijk 2 doet mee", 1, 210.0)]
    found = lessons(lesson_pages(paper), outline=outline)
    assert found == [(2, TITLES[0]), (2, "wijk 2 doet mee"), (2, TITLES[2]), (2, TITLES[3])]


def test_headings_within_a_lesson_lie_below_it(paper):
    def lesson(n, top):
        return [
            paper.line(f"Les {n}: wijk {n} doet mee", top, size=13, bold=True),
            paper.body(top + 22, 2),
            paper.line(f"Voorbeeld uit wijk {n}", top + 64, size=11, bold=True),
            paper.body(top + 84, 3),
        ]

    middle = chapter(paper, "2 Wat wij leerden", [lesson(n, 130 + 150 * n) for n in range(1, 4)])
    found = derive(report(paper, middle)).sections
    inner = [(s.level, s.title) for s in found if s.page == 1][1:]
    assert inner == [
        (level, title)
        for n in range(1, 4)
        for level, title in ((2, f"Les {n}: wijk {n} doet mee"), (3, f"Voorbeeld uit wijk {n}"))
    ]


def test_the_heading_that_announces_the_lessons_holds_them_though_nothing_else_is_set_like_it(paper):
    middle = chapter(
        paper,
        "2 Onderzoek",
        paper.body(120, 2),
        paper.line("Vier lessen voor gemeenten", 170, size=14, bold=True),
        run(paper, [f"Les {n}: wijk {n} doet mee" for n in range(1, 5)], top=220),
    )
    found = [(s.level, s.title) for s in derive(report(paper, middle)).sections if s.page == 1]
    assert found == [(1, "2 Onderzoek"), (2, "Vier lessen voor gemeenten"), *[(3, title) for title in TITLES]]


def test_a_heading_about_lessons_without_any_is_no_more_than_its_type_makes_it(paper):
    middle = chapter(paper, "2 Onderzoek", paper.line("Vier lessen voor gemeenten", 170, size=14, bold=True))
    assert "Vier lessen voor gemeenten" not in [s.title for s in derive(report(paper, middle)).sections]
