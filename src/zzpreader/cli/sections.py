"""`zzpreader sections FILE`: the section tree."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from zzpreader.cli.derived import NOTHING, derive_from
from zzpreader.cli.known import bundle_of, known_file, said_of
from zzpreader.cli.reading import add_file, pages_of, reading, write_json
from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader
from zzpreader.model.bundle import Bundle, BundleError
from zzpreader.model.pages import Labels
from zzpreader.model.sections import Section, SectionTree
from zzpreader.sentences import translate, unplaced_sentence
from zzpreader.store.bundles import read_bundle
from zzpreader.store.home import Home
from zzpreader.store.problems import StoreError


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--found", action="store_true", help=translate("Cli", "the sections as they were found, without your changes")
    )
    parser.add_argument(
        "--bundle",
        type=Path,
        metavar="FOLDER",
        help=translate("Cli", "lay the section map of this bundle over the PDF"),
    )


def run(options: Namespace) -> None:
    with reading(options.file) as reader:
        bundle = _bundle_in(options.bundle) if options.bundle else _bundle_of(reader)
        said = NOTHING if options.found else said_of(reader)
        labels, tree, unplaced = derive_from(reader, pages_of(reader), bundle, said)
    if options.json:
        write_json([described(section) for section in tree])
    else:
        _print_tree(tree, labels)
    if bundle and unplaced:
        print(unplaced_sentence(unplaced, len(bundle.sections)), file=sys.stderr)


def _bundle_in(folder: Path) -> Bundle:
    try:
        return read_bundle(folder).bundle
    except BundleError as problem:
        raise Trouble(str(problem)) from None


def _bundle_of(reader: Reader) -> Bundle | None:
    """The bundle as whose publication the file was opened before."""
    try:
        return bundle_of(known_file(reader, Home()), Home())
    except StoreError:
        return None  # without a library a file has the sections of its own


def described(section: Section) -> dict[str, object]:
    """As programs read it: pages from 1, heights in points from the top.

    `unplaced`: an entry of a bundle's map that is nowhere in the PDF; it bears the place of the one above it.
    """
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
        **({} if section.confidence else {"unplaced": True}),
    }


def _print_tree(tree: SectionTree, labels: Labels) -> None:
    for section in tree:
        print(f"{'  ' * (section.level - 1)}{section.title}  {labels.shown(section.page, section.half)}")
