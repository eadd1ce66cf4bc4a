"""`zzpreader ocr FILE`: the text in the pictures of a scan, read once and kept beside the notes, never in the file."""

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from zzpreader.cli.reading import add_file, reading
from zzpreader.cli.trouble import Trouble
from zzpreader.ocr.messages import Job, Step
from zzpreader.ocr.recognising import recognise
from zzpreader.sentences import filled, obstacle_sentence, translate
from zzpreader.store.home import Home

_RANGE = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?")


def _pages(typed: str) -> tuple[int, ...]:
    """PDF pages from 1: "3,7-9"."""
    found: list[int] = []
    for part in typed.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            raise ArgumentTypeError(f"{typed!r}: 3,7-9")
        first, last = int(match[1]), int(match[2] or match[1])
        found += range(first - 1, last)
    return tuple(dict.fromkeys(found))


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--pages", type=_pages, metavar="N,N-N")
    parser.add_argument("--language", default="", metavar="nld+eng")


def run(options: Namespace) -> None:
    job = Job(file=str(options.file), pages=options.pages, languages=options.language)
    with reading(options.file) as reader:
        recognise(reader, job, Home(), lambda step: _tell(step, options.file.name))


def _tell(step: Step, name: str) -> None:
    """Raises: Trouble."""
    if step.obstacle:
        raise Trouble(obstacle_sentence(step.obstacle, name, step.reason))
    if step.page:
        said = translate("Cli", "Page %1: %2 words, %3 % sure (%4 of %5)")
        numbers = (step.page.page + 1, step.words, step.confidence, step.done, step.total)
        print(filled(said, *map(str, numbers)), flush=True)
    if not step.is_finished:
        return
    if not step.total:
        print(translate("Cli", "There is no page left whose text is a picture only."))
    if step.unkept:
        print(translate("Cli", "What was read cannot be kept; the cache folder cannot be written."), file=sys.stderr)
    if step.failed:
        raise Trouble(filled(translate("Cli", "Pages that could not be read: %1"), str(step.failed)))
