"""A notebook to export: marks, notes and sheets in a small publication."""

from zzpreader.export.choice import Choice
from zzpreader.export.compose import compose, latest
from zzpreader.export.gather import Material
from zzpreader.export.report import Meta, Report, Work
from zzpreader.export.words import DUTCH, ENGLISH
from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Motivation,
    PdfRectsSelector,
    Target,
    TextPositionSelector,
    TextQuoteSelector,
)
from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.pages import Half, Labels
from zzpreader.model.sections import Kind, Section, SectionTree

TREE = SectionTree(
    [
        Section(id="a", level=1, title="Introductie", page=0),
        Section(id="b", level=1, title="Onderzoek", page=1),
        Section(id="b1", level=2, title="Tien lessen", page=2),
        Section(id="b11", level=3, title="Harde cijfers helpen", page=2, y=300, kind=Kind.LESSON),
        Section(id="b12", level=3, title="De wijk is te klein", page=3, kind=Kind.LESSON),
        Section(id="c", level=1, title="Nawoord", page=5),
    ]
)
LABELS = Labels([("i",), ("12",), ("38", "39"), ("40",), (), ()])
WHEN = "2026-11-23T18:00:00.000Z"
WORK = Work(
    title="ZZP en de stad",
    id="urn:uuid:00000000-0000-4000-8000-000000000001",
    publisher="Nicis Institute",
    issued="2012-04-19",
    language="nl",
)
EVERYTHING = Choice()
_made = iter(range(1, 10_000_000))


def new_id() -> str:
    return f"urn:uuid:00000000-0000-4000-9000-{next(_made):012x}"


def on(page: int, y: float, half: Half | None = None) -> PdfRectsSelector:
    label = LABELS.printed(page, half)
    return PdfRectsSelector(
        page=page, quads=(Quad.around(Rect(10.0, float(y), 100.0, y + 12.0)),), half=half, label=label
    )


def mark(
    quote,
    page=1,
    y=50.0,
    *,
    half=None,
    value="",
    color="yellow",
    highlight=Highlight.SOLID,
    tags=(),
    more=(),
    when=WHEN,
):
    selector = (TextQuoteSelector(exact=quote), TextPositionSelector(page=page, start=3, end=9), on(page, y, half))
    return Annotation(
        id=new_id(),
        motivation=Motivation.HIGHLIGHTING,
        target=Target(source=WORK.id, selector=(*selector, *more)),
        body=Body(value=value, color=color, highlight=highlight, tags=tags),
        created=when,
        modified=when,
        creator="A. de Vries",
    )


def sheet(scope, text):
    return Annotation(
        id=new_id(),
        motivation=Motivation.COMMENTING,
        target=Target(source=WORK.id, scope=scope),
        body=Body(value=text),
        created=WHEN,
        modified=WHEN,
    )


def spot(motivation, text, page, y):
    target = Target(source=WORK.id, selector=(on(page, y),))
    return Annotation(
        id=new_id(), motivation=motivation, target=target, body=Body(value=text), created=WHEN, modified=WHEN
    )


def some() -> tuple[Annotation, ...]:
    """One of each kind, and what formats stumble over."""
    return (
        sheet(None, "Over *alles*."),
        mark("Een ander woord", 1, 40, color="pink", highlight=Highlight.UNDERLINE, tags=("Wijk",)),
        spot(Motivation.COMMENTING, "Nakijken", 1, 60),
        sheet(
            "b11",
            "Eigen **les**:\n\n1. een\n2. twee\n   - half\n\n> aangehaald\n\n`code` en [bron](https://example.org)",
        ),
        mark("Harde <cijfers> & “helpen”.", 2, 320, half=Half.RIGHT, value="Voor de *wijk*.", tags=("beleid", "wijk")),
        mark("Eerste alinea.\nTweede alinea.", 3, 90, value="| a | b |\n|---|---|\n| 1 | 2 |", color="green"),
        spot(Motivation.BOOKMARKING, "Hier verder", 3, 110),
        sheet("gone", "Blijft bewaard."),
    )


def material(*annotations: Annotation, words=ENGLISH, tree=TREE, work=WORK, **more) -> Material:
    return Material(work=work, tree=tree, labels=LABELS, annotations=tuple(annotations), words=words, **more)


def report(*annotations: Annotation, choice=EVERYTHING, words=ENGLISH, title="ZZP en de stad", **more) -> Report:
    made = material(*annotations, words=words, **more)
    language = "nl" if words is DUTCH else "en"
    meta = Meta(title=title, author="A. de Vries", language=language, date=latest(made), work=made.work)
    return compose(made, choice, meta)
