"""The command line: one module for every command, with `arguments(parser)` and `run(options)`."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from importlib.metadata import version

from zzpreader.cli import check, export, labels, notes, ocr, render, search, sections
from zzpreader.cli.trouble import Trouble
from zzpreader.sentences import filled, translate

_INTERRUPTED = 130

Words = Callable[[str, str], str]


def main(argv: Sequence[str]) -> int:
    """Returns the exit status: 0 done, 1 could not (one sentence on stderr), 2 wrong use."""
    _write_what_the_terminal_cannot()
    # Only who asks for help waits for the catalogue.
    parser = _parser(argv, translate if {"-h", "--help"} & set(argv) else _as_it_is)
    options = parser.parse_args(argv)
    try:
        options.run(options)
        sys.stdout.flush()
    except Trouble as trouble:
        print(f"zzpreader: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Who reads us has gone, such as `head`; nor may the interpreter complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as mistake:
        if "ZZPREADER_DEBUG" in os.environ:
            raise
        said = translate("Cli", "An error in the program itself (%1); with ZZPREADER_DEBUG=1 it says where.")
        print(f"zzpreader: {filled(said, type(mistake).__name__)}", file=sys.stderr)
        return 1
    return 0


def _as_it_is(_context: str, text: str) -> str:
    return text


def _write_what_the_terminal_cannot() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def _parser(argv: Sequence[str], translate: Words) -> ArgumentParser:
    parser = ArgumentParser(
        prog="zzpreader",
        usage="zzpreader [FILE ...] [--page N|LABEL] [--snapshot OUT.png]\n       zzpreader COMMAND …",
        description=translate("Cli", "Read a publication section by section, mark it and write notes on its lessons."),
        epilog=translate("Cli", "“zzpreader COMMAND --help” tells more of a command."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"zzpreader {version('zzpreader')}")
    commands = parser.add_subparsers(prog="zzpreader", metavar="COMMAND", required=True)
    for name, module, words in (
        ("sections", sections, translate("Cli", "print the section tree")),
        ("labels", labels, translate("Cli", "print the number printed on every page")),
        ("search", search, translate("Cli", "find words")),
        ("render", render, translate("Cli", "draw a page as a PNG file")),
        ("notes", notes, translate("Cli", "add and list notes")),
        ("export", export, translate("Cli", "write the notes as one document")),
        ("ocr", ocr, translate("Cli", "read the text in the pictures of a scan")),
        ("check", check, translate("Cli", "tell what is missing on this machine, or whether a file can be read")),
    ):
        command = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
        if name in argv:  # the words of the others would wait for the catalogue
            module.arguments(command)
        command.set_defaults(run=module.run)
    return parser
