"""`zzpreader export FILE --format FORMAT -o OUT`: the notes as a document, a table, cards or an annotation set."""

import errno
import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from zzpreader.cli.known import Known
from zzpreader.cli.notes import said
from zzpreader.cli.reading import add_file, reading
from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader
from zzpreader.export import areas, templates
from zzpreader.export.apparatus import Apparatus
from zzpreader.export.by_worker import Asking, NotMade, asked
from zzpreader.export.choice import Choice, Grouping
from zzpreader.export.compose import compose, latest
from zzpreader.export.files import is_pdf, write_beside
from zzpreader.export.formats import FORMATS, Format
from zzpreader.export.gather import Material, statuses_of
from zzpreader.export.guard import Guarded, check_all
from zzpreader.export.report import Meta, Original, Report, State, Work
from zzpreader.export.wished import PER_LESSON, files_of
from zzpreader.export.words import words_in
from zzpreader.export.writing import write_all
from zzpreader.model.about import About
from zzpreader.model.annotation import Annotation
from zzpreader.model.legend import COLOURS
from zzpreader.model.records import Standing
from zzpreader.model.settings import Settings
from zzpreader.model.typed import sound
from zzpreader.sentences import filled, translate, unfilled_sentence, unmade_sentence
from zzpreader.store.home import Home
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import StoreError
from zzpreader.store.settings import SettingsFile
from zzpreader.wire import Answer, ReadText, Request, TextRead


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--format", choices=list(FORMATS), default="markdown")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT")
    replaced = translate("Cli", "replace a file that is there already; an earlier odt or obsidian export is renewed")
    parser.add_argument("--force", action="store_true", help=replaced)
    template = translate("Cli", "write through a Jinja2 template: a file, or %1").replace(
        "%1", ", ".join(templates.shipped())
    )
    parser.add_argument("--template", metavar="TEMPLATE", help=template)
    split_up = translate("Cli", "one file for every lesson; OUT is a folder (markdown, obsidian)")
    parser.add_argument("--per-lesson", action="store_true", help=split_up)
    parser.add_argument("--section", action="append", default=[], metavar="ID")
    parser.add_argument("--lessons", action="store_true", help=translate("Cli", "only what lies in lessons"))
    parser.add_argument("--colour", action="append", default=[], choices=[colour.name for colour in COLOURS])
    parser.add_argument("--tag", action="append", default=[], type=sound, metavar="TAG")
    parser.add_argument("--status", action="append", default=[], choices=[str(state) for state in State])
    parser.add_argument("--since", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--until", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--group-by", choices=[str(one) for one in Grouping], default=str(Grouping.SECTION))
    for part in ("quotes", "comments", "notes", "pictures"):
        parser.add_argument(f"--no-{part}", dest=part, action="store_false")
    checked = translate("Cli", "compare every quotation with the publication")
    parser.add_argument("--check-quotes", action="store_true", help=checked)
    parser.set_defaults(parser=parser)


def run(options: Namespace) -> None:
    chosen = FORMATS[options.format]
    if options.per_lesson and (options.format not in PER_LESSON or options.template):
        options.parser.error(translate("Cli", "--per-lesson goes with --format markdown or obsidian"))
    if not chosen.is_here:
        words = translate("Cli", "For this format zzpreader needs %1: pip install 'zzpreader[%2]'.")
        raise Trouble(filled(words, *chosen.needs))
    with reading(options.file) as reader:
        try:
            report = _report(options, Known(reader, Home()), reader)
        except StoreError as problem:
            raise Trouble(said(problem)) from None
        if chosen.asks and not options.template:
            chosen = _made(chosen, chosen.asks(report), reader)
    if options.template:
        _write(options.output, _through(options.template, report), force=options.force)
    else:
        if not options.per_lesson and not options.output.parent.is_dir():  # more likely mistyped than meant to be made
            raise _unwritten(options.output, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
        _write_all(files_of(report, chosen, options.output, per_lesson=options.per_lesson), chosen, force=options.force)


def _day(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        raise ArgumentTypeError(translate("Cli", "a day is written as 2026-11-23")) from None


def _choice(options: Namespace) -> Choice:
    return Choice(
        sections=frozenset(options.section) or None,
        lessons=options.lessons,
        colors=frozenset(options.colour),
        tags=frozenset(options.tag),
        states=frozenset(map(State, options.status)),
        since=options.since or "",
        until=options.until or "",
        grouping=Grouping(options.group_by),
        quotes=options.quotes,
        comments=options.comments,
        notes=options.notes,
        pictures=options.pictures,
    )


def _report(options: Namespace, known: Known, reader: Reader) -> Report:
    from zzpreader.i18n import chosen_language  # noqa: PLC0415 - Qt, for which no other command waits

    file = known.notes()
    annotations = file.annotations if file else ()
    standings = [record for record in file.records if isinstance(record, Standing)] if file else []
    settings = SettingsFile(known.home).settings()
    language = chosen_language(settings.language)
    material = Material(
        work=_work(known, reader),
        tree=known.tree,
        labels=known.paper.labels,
        annotations=annotations,
        words=words_in(language),
        meanings=settings.meanings,
        statuses=statuses_of(standings),
        verdicts=check_all(annotations, _texts(annotations, reader)) if options.check_quotes else {},
        apparatus=_apparatus(known, file),
        original=Original(file=reader.file, edition=known.edition, pages=known.pages),
    )
    choice, meta = _choice(options), _meta(material, settings, language)
    report = compose(material, choice, meta)
    if options.pictures and (wanted := areas.requests(report)):
        answers: dict[Request, Answer] = {request: reader.ask(request) for request in wanted.values()}
        illustrated = replace(material, pictures=areas.pictures(report, wanted, answers))
        report = compose(illustrated, choice, meta)
    if options.check_quotes:
        _tell(report)
    return report


def _apparatus(known: Known, file: NotebookFile | None) -> Apparatus:
    if file is None or known.publication is None:
        return Apparatus()
    beside = tuple(record for record in file.records if not isinstance(record, Annotation))
    return Apparatus(records=beside, versions=file.versions, editions=known.publication.editions)


def _meta(material: Material, settings: Settings, language: str) -> Meta:
    work = material.work
    return Meta(title=work.title, author=settings.author, language=language, date=latest(material), work=work)


def _work(known: Known, reader: Reader) -> Work:
    opened = reader.opened
    about = known.corrected.over(About(title=known.title, author=opened.author))
    return Work(
        title=about.title,
        id=known.publication.id if known.publication else "",
        authors=about.authors,
        publisher=about.publisher,
        issued=about.issued,
        language=opened.language,
        pages=opened.pages,
    )


def _texts(annotations: Iterable[Annotation], reader: Reader) -> dict[int, str]:
    pages = {rects.page for one in annotations if one.quote for rects in one.rects if rects.page < reader.opened.pages}
    answers = {page: reader.ask(ReadText(page)) for page in sorted(pages)}
    return {page: answer.text.text for page, answer in answers.items() if isinstance(answer, TextRead)}


def _tell(report: Report) -> None:
    """Which quotations differ, on standard output."""
    for item in report.items:
        if item.verdict and item.verdict.state is not Guarded.VERIFIED:
            state = report.words.guarded[item.verdict.state]
            print(f"{item.page}\t{state}\t{item.annotation.quote}\t{item.verdict.nearest}".replace("\n", " "))


def _through(template: str, report: Report) -> bytes:
    if not templates.is_here():
        words = translate("Cli", "For templates zzpreader needs Jinja2: pip install 'zzpreader[templates]'.")
        raise Trouble(words)
    try:
        return templates.through(template, report)
    except templates.BadTemplate as wrong:
        raise Trouble(unfilled_sentence(wrong.why, template, str(wrong))) from None


def _made(chosen: Format, asking: Asking, reader: Reader) -> Format:
    try:
        return chosen.made(asked(asking, reader.ask))
    except NotMade as refused:
        raise Trouble(unmade_sentence(refused.why)) from None


def _write_all(files: Mapping[Path, Report], chosen: Format, *, force: bool) -> None:
    """What our author has written into an earlier export stays."""
    try:
        write_all(files, chosen, force=force)
    except FileExistsError as there:
        raise _kept(Path(there.filename), force=force) from None
    except OSError as problem:
        raise _unwritten(Path(problem.filename or next(iter(files))), problem) from None


def _write(output: Path, data: bytes, *, force: bool) -> None:
    try:
        write_beside(output, data, force=force)
    except FileExistsError:
        raise _kept(output, force=force) from None
    except OSError as problem:
        raise _unwritten(output, problem) from None


def _kept(path: Path, *, force: bool) -> Trouble:
    """What is there, and why it is not replaced."""
    words = translate("Cli", "“%1” is there already; --force replaces it.")
    if force or is_pdf(path):
        words = translate("Cli", "“%1” is a PDF and is not replaced by notes.")
    return Trouble(filled(words, str(path)))


def _unwritten(path: Path, problem: OSError) -> Trouble:
    words = translate("Cli", "“%1” cannot be written: %2.")
    return Trouble(filled(words, str(path), problem.strerror or str(problem)))
