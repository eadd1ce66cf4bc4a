"""A notebook as one Markdown document: title, sections as headings, quotes with their printed pages, notes."""

from collections.abc import Iterable, Iterator, Mapping

from zzpreader.export.markup import heading, one_line, own, plain, quoted
from zzpreader.export.words import Words
from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.notebook import Notebook, scoped
from zzpreader.model.pages import Labels
from zzpreader.model.sections import SectionTree

_MARKS = (Kind.HIGHLIGHT, Kind.UNDERLINE, Kind.STRIKEOUT, Kind.SQUIGGLY)


def to_markdown(
    title: str,
    tree: SectionTree,
    annotations: Iterable[Annotation],
    labels: Labels,
    meanings: Mapping[str, str],
    words: Words,
) -> str:
    """The document; the same notes give the same bytes.

    Args:
        meanings: the reader's words for colours, by name; `words` has those for the others.
    """
    return _Document(tree, labels, {**words.meanings, **meanings}, words).write(title, annotations)


class _Document:
    def __init__(self, tree: SectionTree, labels: Labels, meanings: Mapping[str, str], words: Words) -> None:
        self._tree = tree
        self._labels = labels
        self._meanings = meanings
        self._words = words

    def write(self, title: str, annotations: Iterable[Annotation]) -> str:
        notebook = Notebook(scoped(one, self._tree) for one in annotations)
        by_scope: dict[str | None, list[Annotation]] = {}
        for one in notebook.in_order(self._tree):
            by_scope.setdefault(one.target.scope, []).append(one)
        blocks = [heading(1, title), *self._items(by_scope.pop(None, []), level=1)]
        for section in self._with_something(by_scope):
            level = self._level(section)
            blocks.append(heading(level, self._tree.sections[section].title))
            blocks += self._items(by_scope.pop(self._tree.sections[section].id, []), level)
        lost = [one for those in by_scope.values() for one in those]
        if lost:
            blocks += [heading(2, self._words.elsewhere), *self._items(lost, level=2)]
        if len(blocks) == 1:
            blocks.append(self._words.nothing)
        return "\n\n".join(blocks) + "\n"

    def _with_something(self, by_scope: Mapping[str | None, object]) -> list[int]:
        """The numbers of the sections that hold something, themselves or below them."""
        wanted = {
            self._tree.order_of(above.id)
            for section in self._tree
            if section.id in by_scope
            for above in self._tree.path(section)
        }
        return sorted(wanted)

    def _level(self, section: int) -> int:
        """Of its heading. Counted along the path, because a tree may skip levels and Markdown should not."""
        return 1 + len(self._tree.path(self._tree.sections[section]))

    def _items(self, annotations: Iterable[Annotation], level: int) -> Iterator[str]:
        for one in annotations:
            yield from filter(None, self._item(one, level))

    def _item(self, one: Annotation, level: int) -> Iterator[str]:
        page = f"({one_line(self._page(one))})" if one.rects else ""
        if one.kind in _MARKS:
            paragraphs = plain(one.quote).replace("\n", "\n\n")
            yield quoted(f"“{paragraphs}” {page}".strip())
            yield own(one.body.value, level)
        elif one.kind is Kind.BOOKMARK:
            yield f"**{self._words.kinds[Kind.BOOKMARK]} {page}:** {one_line(one.body.value)}"
        elif one.kind is Kind.NOTE:
            yield f"**{self._words.kinds[Kind.NOTE]} {page}**"
            yield own(one.body.value, level)
        else:
            yield own(one.body.value, level)
        yield self._remarks(one)

    def _remarks(self, one: Annotation) -> str:
        """What the colour means, the style where it is not the usual one, and the tags."""
        remarks: list[str] = []
        if one.body.color:
            remarks.append(self._meanings.get(one.body.color) or one.body.color)
        if one.kind in _MARKS and one.kind in self._words.kinds:
            remarks.append(self._words.kinds[one.kind])
        if one.body.tags:
            remarks.append(f"{self._words.tags}: {', '.join(one.body.tags)}")
        return f"*{one_line(' · '.join(remarks))}*" if remarks else ""

    def _page(self, one: Annotation) -> str:
        first, last = one.rects[0], one.rects[-1]
        shown = self._labels.shown(first.page, first.half)
        if last.page != first.page:
            shown = f"{shown}–{self._labels.shown(last.page, last.half)}"
        return self._words.page.format(shown)
