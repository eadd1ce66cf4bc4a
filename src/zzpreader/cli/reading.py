"""What the commands share: opening a file, finding a page, writing what they found."""

import getpass
import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader, Unopened
from zzpreader.engine.nursery import Nursery
from zzpreader.model.pages import Labels, Page, Place
from zzpreader.model.typed import sound
from zzpreader.sentences import filled, sentence, translate
from zzpreader.store.home import Home
from zzpreader.store.recognised import has_any, kept_pages
from zzpreader.wire import DigestRead, Failed, PagesRead, ReadDigest, ReadPages, Reason, told_of
from zzpreader.worker.door import serve

_PASSWORD = "ZZPREADER_PASSWORD"  # noqa: S105 - where it is looked for
_TRIES = 3
_PAGES_AT_ONCE = 5_000


def add_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


@contextmanager
def reading(file: Path) -> Generator[Reader]:
    """The file, open. A password comes from the environment or, on a terminal, from the person.

    Raises: Trouble.
    """
    with closing(Nursery(serve)) as nursery, closing(_opened(file, nursery)) as reader:
        _tell_recognised(reader)
        yield reader


def _tell_recognised(reader: Reader) -> None:
    """What was once recognised in the pictures of a scan is its text here too."""
    if has_any(home := Home()) and isinstance(digest := reader.ask(ReadDigest()), DigestRead):
        reader.tell(told_of(kept_pages(home, digest.sha256)))


def _opened(file: Path, nursery: Nursery) -> Reader:
    """Raises: Trouble."""
    password, tries_left = sound(os.environ.get(_PASSWORD, "")), _TRIES
    while True:
        try:
            return Reader(file, password, nursery.spawn).open()
        except Unopened as refused:
            tries_left -= 1
            if refused.failed.reason is not Reason.PASSWORD or not _can_ask() or tries_left < 0:
                raise Trouble(_refusal(refused.failed, file)) from None
            prompt = filled(translate("Cli", "Password for %1: "), file.name)
            password = sound(getpass.getpass(prompt, stream=sys.stderr))


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _refusal(failed: Failed, file: Path) -> str:
    said = sentence(failed, file.name)
    if failed.reason is Reason.PASSWORD and not _can_ask():
        said += " " + translate("Cli", "Give it in the environment as ZZPREADER_PASSWORD.")
    return said


def pages_of(reader: Reader) -> tuple[Page, ...]:
    """Raises: Trouble."""
    pages: list[Page] = []
    while len(pages) < reader.opened.pages:
        answer = reader.ask(ReadPages(len(pages), _PAGES_AT_ONCE))
        if isinstance(answer, Failed):
            raise Trouble(sentence(answer, reader.file.name))
        if not isinstance(answer, PagesRead) or not answer.pages:
            break
        pages.extend(answer.pages)
    return tuple(pages)


def place_of(typed: str, labels: Labels, file: Path) -> Place:
    """The page that is meant: a printed label first, else a number from 1. Raises: Trouble."""
    place = labels.find(typed)
    if place is None:
        said = translate("Cli", "“%1” has no page “%2”; its pages are numbered 1 to %3.")
        raise Trouble(filled(said, file.name, typed, str(len(labels))))
    return place


def write_json(value: object) -> None:
    """UTF-8, whatever the terminal speaks: it is read by programs."""
    sys.stdout.flush()
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n")
