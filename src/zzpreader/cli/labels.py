"""`zzpreader labels FILE`: the number printed on every page."""

from argparse import ArgumentParser, Namespace

from zzpreader.cli.derived import derive_from
from zzpreader.cli.known import said_of
from zzpreader.cli.reading import add_file, pages_of, reading, write_json
from zzpreader.model.pages import Half, Labels


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--json", action="store_true")


def run(options: Namespace) -> None:
    with reading(options.file) as reader:
        labels = derive_from(reader, pages_of(reader), said=said_of(reader)).labels
    if options.json:
        write_json([_described(labels, page) for page in range(len(labels))])
        return
    for page in range(len(labels)):
        print(f"{page + 1}\t{labels.printed(page) or ''}")


def _described(labels: Labels, page: int) -> str | list[str] | None:
    """As programs read it: both halves of a spread, the left one first; a half without a number is ""."""
    if labels.is_spread(page):
        return [labels.printed(page, half) or "" for half in (Half.LEFT, Half.RIGHT)]
    return labels.printed(page)
