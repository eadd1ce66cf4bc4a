"""`zzpreader sections FILE`: the section tree."""

from argparse import ArgumentParser, Namespace

from zzpreader.cli.derived import derive_from
from zzpreader.cli.reading import add_file, pages_of, reading, write_json
from zzpreader.model.pages import Labels
from zzpreader.model.sections import Section, SectionTree


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--json", action="store_true")


def run(options: Namespace) -> None:
    with reading(options.file) as reader:
        labels, tree = derive_from(reader, pages_of(reader))
    if options.json:
        write_json([described(section) for section in tree])
    else:
        _print_tree(tree, labels)


def described(section: Section) -> dict[str, object]:
    """As programs read it: pages from 1, heights in points from the top."""
    return {
        "id": section.id,
        "level": section.level,
        "title": section.title,
        "kind": section.kind.value,
        "page": section.page + 1,
        "label": section.label,
        "y": round(section.y, 2),
        "source": section.source.value,
        "confidence": section.confidence,
    }


def _print_tree(tree: SectionTree, labels: Labels) -> None:
    for section in tree:
        print(f"{'  ' * (section.level - 1)}{section.title}  {labels.shown(section.page, section.half)}")
