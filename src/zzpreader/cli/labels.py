"""`zzpreader labels FILE`: the number printed on every page."""

from argparse import ArgumentParser, Namespace

from zzpreader.cli.reading import add_file, pages_of, reading, write_json


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--json", action="store_true")


def run(options: Namespace) -> None:
    with reading(options.file) as reader:
        labels = [page.label for page in pages_of(reader)]
    if options.json:
        write_json(labels)
        return
    for number, label in enumerate(labels, 1):
        print(f"{number}\t{label or ''}")
