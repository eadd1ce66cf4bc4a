"""`zzpreader render FILE --page N -o out.png`: one page as a picture."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from secrets import token_hex

from zzpreader.cli.reading import add_file, pages_of, place_of, reading
from zzpreader.cli.trouble import Trouble
from zzpreader.files import write_whole
from zzpreader.model.pages import Labels
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
    parser.add_argument("--dpi", type=_dpi, default=150.0, metavar="D")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.png")


def run(options: Namespace) -> None:
    with reading(options.file) as reader:
        labels = Labels.of(pages_of(reader))
        place = place_of(options.page, labels, options.file)
        answer = reader.ask(DrawPng(place.page, options.dpi))
    if isinstance(answer, Failed):
        raise Trouble(sentence(answer, options.file.name, page=labels.shown(place.page)))
    assert isinstance(answer, PngDrawn)
    _write(options.output, answer.png, options.file)


def _write(output: Path, png: bytes, file: Path) -> None:
    try:
        if output.exists() and output.samefile(file):
            said = translate("Cli", "“%1” is the publication itself and is never written to.")
            raise Trouble(filled(said, output.name))
        target = output.resolve()
        write_whole(target, png, scratch=target.with_name(f".zzpreader-{token_hex(4)}.new"))
    except OSError as problem:
        said = translate("Cli", "“%1” cannot be written: %2.")
        raise Trouble(filled(said, str(output), problem.strerror or str(problem))) from None
