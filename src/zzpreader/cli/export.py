"""`zzpreader export FILE --format markdown -o OUT`: the notes as one document."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from zzpreader.cli.known import Known
from zzpreader.cli.notes import said
from zzpreader.cli.reading import add_file, reading
from zzpreader.cli.trouble import Trouble
from zzpreader.export.choice import Choice
from zzpreader.export.compose import compose
from zzpreader.export.files import write_beside
from zzpreader.export.gather import Material
from zzpreader.export.markdown import to_markdown
from zzpreader.export.report import Meta, Work
from zzpreader.export.words import words_in
from zzpreader.sentences import filled, translate
from zzpreader.store.home import Home
from zzpreader.store.problems import StoreError
from zzpreader.store.settings import SettingsFile


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--format", choices=["markdown"], default="markdown")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT")
    parser.add_argument("--force", action="store_true", help=translate("Cli", "replace a file that is there already"))


def run(options: Namespace) -> None:
    with reading(options.file) as reader:
        try:
            text = _document(Known(reader, Home()))
        except StoreError as problem:
            raise Trouble(said(problem)) from None
    _write(options.output, text.encode(), force=options.force)


def _document(known: Known) -> str:
    from zzpreader.i18n import chosen_language  # noqa: PLC0415 - Qt, for which no other command waits

    file = known.notes()
    settings = SettingsFile(known.home).settings()
    material = Material(
        work=Work(title=known.title),
        tree=known.tree,
        labels=known.paper.labels,
        annotations=tuple(file.annotations) if file else (),
        words=words_in(chosen_language(settings.language)),
        meanings=settings.meanings,
    )
    return to_markdown(compose(material, Choice(), Meta(title=known.title)))


def _write(output: Path, data: bytes, *, force: bool) -> None:
    try:
        write_beside(output, data, force=force)
    except FileExistsError:
        if force:
            words = translate("Cli", "“%1” is a PDF and is not replaced by notes.")
        else:
            words = translate("Cli", "“%1” is there already; --force replaces it.")
        raise Trouble(filled(words, str(output))) from None
    except OSError as problem:
        words = translate("Cli", "“%1” cannot be written: %2.")
        raise Trouble(filled(words, str(output), problem.strerror or str(problem))) from None
