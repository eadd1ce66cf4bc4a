"""`zzpreader render FILE --page N -o out.png`: one page as a picture; of a spread the half that bears the number."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from zzpreader.cli.derived import derive_from
from zzpreader.cli.known import said_of
from zzpreader.cli.reading import add_file, pages_of, place_of, reading
from zzpreader.cli.trouble import Trouble
from zzpreader.export.files import write_beside
from zzpreader.sentences import filled, sentence, translate
from zzpreader.wire import DrawPng, Failed, PngDrawn

_LEAST_DPI, _MOST_DPI = 1, 2400


def _dpi(typed: str) -> float:
    try:
        dpi = float(typed)
    except ValueError:
        dpi = 0.0
    if not _LEAST_DPI <= dpi <= _MOST_DPI:
        raise ArgumentTypeError(f"{typed!r}: {_LEAST_DPI} to {_MOST_DPI}")
    return dpi


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--page", required=True, metavar="N|LABEL")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--dpi", type=_dpi, default=150.0, metavar="D")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.png")


def run(options: Namespace) -> None:
    with reading(options.file) as reader:
        labels = derive_from(reader, pages_of(reader), said=said_of(reader)).labels
        place = place_of(options.page, labels, options.file)
        answer = reader.ask(DrawPng(place.page, options.dpi, None if options.whole else place.half))
    if isinstance(answer, Failed):
        raise Trouble(sentence(answer, options.file.name, page=labels.shown(place.page)))
    assert isinstance(answer, PngDrawn)
    _write(options.output, answer.png)


def _write(output: Path, png: bytes) -> None:
    try:
        write_beside(output, png, force=True)
    except FileExistsError:
        said = translate("Cli", "“%1” is a PDF and is not replaced by a picture.")
        raise Trouble(filled(said, str(output))) from None
    except OSError as problem:
        said = translate("Cli", "“%1” cannot be written: %2.")
        raise Trouble(filled(said, str(output), problem.strerror or str(problem))) from None
