"""`zzpreader notes add FILE …`, `list FILE`, `merge FILE OTHER`, `import FILE SOURCE`: notes without a window."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from msgspec.structs import replace

from zzpreader.cli import importing
from zzpreader.cli.known import Known
from zzpreader.cli.reading import add_file, place_of, reading, write_json
from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader
from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Kind,
    Motivation,
    Target,
    new_annotation,
    timestamp,
)
from zzpreader.model.displayed import one_line
from zzpreader.model.legend import COLOURS
from zzpreader.model.notebook import Notebook, scoped
from zzpreader.model.pages import Labels, Place
from zzpreader.model.publication import Publication
from zzpreader.model.sections import SectionTree
from zzpreader.model.selectors import Segment, find_quotes, select
from zzpreader.model.typed import sound, tidy_tags
from zzpreader.sentences import filled, sentence, translate
from zzpreader.session.bringing import read_notes
from zzpreader.store.copies import is_copy, set_merged_aside
from zzpreader.store.home import Home
from zzpreader.store.incoming import brought
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, HomeNotWritable, InUse, NewerSchema, NotReadable, NotSaved, StoreError
from zzpreader.store.settings import SettingsFile
from zzpreader.wire import Failed, ReadText, TextRead


def arguments(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    add = actions.add_parser("add", help=translate("Cli", "mark words, or write the note of a section"))
    add_file(add)
    where = add.add_mutually_exclusive_group(required=True)
    where.add_argument("--page", metavar="N|LABEL")
    where.add_argument("--section", metavar="ID")
    add.add_argument("--quote", type=sound, metavar="WORDS")
    add.add_argument("--comment", type=sound, default="", metavar="TEXT")
    add.add_argument("--tag", action="append", default=[], metavar="TAG")
    add.add_argument("--colour", choices=[colour.name for colour in COLOURS], default=COLOURS[0].name)
    add.set_defaults(act=_add, parser=add)
    listed = actions.add_parser("list", help=translate("Cli", "print all notes in document order"))
    add_file(listed)
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(act=_list)
    merged = actions.add_parser(
        "merge", help=translate("Cli", "take in a notes bundle, or another notebook, of the same publication")
    )
    add_file(merged)
    merged.add_argument("other", type=Path, metavar="OTHER")
    merged.set_defaults(act=_merge)
    imported = actions.add_parser("import", help=translate("Cli", "take in notes of other programs"))
    importing.arguments(imported)
    imported.set_defaults(act=_import)


def run(options: Namespace) -> None:
    try:
        options.act(options)
    except StoreError as problem:
        raise Trouble(said(problem)) from None


def said(problem: StoreError) -> str:
    """For people, in their language."""
    match problem:
        case InUse():
            return translate("Cli", "The notes of this publication are open in a window; close it there first.")
        case HomeNotWritable():
            return filled(translate("Cli", "The folder for notes, %1, cannot be written."), str(problem.path))
        case NotSaved(cause=Cause.FULL):
            return translate("Cli", "The disk is full: nothing was saved now; what was saved before is safe.")
        case NotSaved():
            return translate("Cli", "Nothing could be saved; what was saved before is safe.")
        case NewerSchema():
            return translate("Cli", "The notes were made by a newer version of zzpreader and were left as they are.")
        case _:
            return translate("Cli", "The notes cannot be read; their files were left as they are.")


def _add(options: Namespace) -> None:
    if options.page and not options.quote:
        options.parser.error(translate("Cli", "--page goes with --quote, the words to mark"))
    if options.section and (options.quote or options.tag or not options.comment.strip()):
        options.parser.error(translate("Cli", "--section goes with --comment alone, the text of its note"))
    with reading(options.file) as reader:
        known = Known(reader, Home())
        made = _mark(options, known, reader) if options.page else _sheet(options, known)
    print(made)


def _merge(options: Namespace) -> None:
    try:
        incoming = read_notes(options.other)
    except NotReadable:
        words = translate("Cli", "“%1” holds no notes of zzpreader that can be read.")
        raise Trouble(filled(words, options.other.name)) from None
    with reading(options.file) as reader:
        known = Known(reader, Home())
        publication = known.remember()
        if not incoming.of(publication):
            words = translate("Cli", "“%1” holds notes on another publication: “%2”.")
            raise Trouble(filled(words, options.other.name, incoming.publication.title))
        home = known.home
        file = _open(known, publication)
        try:
            tables = incoming.adopted(publication)
            found = brought(file.tables, tables)
            file.save({}, [tables])
        finally:
            file.close()
    if is_copy(home, options.other):
        set_merged_aside(options.other)
    words = translate("Cli", "%1 new, %2 changed, %3 deleted, %4 written on both sides.")
    print(filled(words, *(str(count) for count in (found.new, found.changed, found.deleted, found.both))))


def _import(options: Namespace) -> None:
    importing.take_in(options, _open)


def _mark(options: Namespace, known: Known, reader: Reader) -> str:
    place = place_of(options.page, known.paper.labels, options.file)
    answer = reader.ask(ReadText(place.page))
    if isinstance(answer, Failed):
        raise Trouble(sentence(answer, options.file.name, page=known.paper.labels.shown(place.page)))
    assert isinstance(answer, TextRead)
    found = find_quotes(answer.text, options.quote)
    segments = [Segment(place.page, start, end, answer.text) for start, end in found]
    chosen = next((one for one in segments if _is_on(place, one, known)), None)
    selectors = select([chosen], known.paper) if chosen else ()
    if not selectors:
        words = translate("Cli", "Page %1 of “%2” does not have the words “%3”.")
        shown = known.paper.labels.shown(place.page, place.half)
        raise Trouble(filled(words, shown, options.file.name, options.quote))
    body = Body(value=options.comment, color=options.colour, highlight=Highlight.SOLID, tags=tidy_tags(options.tag))
    publication = known.remember()
    target = Target(source=publication.id, selector=selectors, edition=known.edition)
    made = scoped(new_annotation(Motivation.HIGHLIGHTING, body, target, _author(known)), known.tree)
    return _save(_open(known, publication), made)


def _is_on(place: Place, segment: Segment, known: Known) -> bool:
    """On a spread the words must stand on the half that is asked for."""
    if place.half is None:
        return True
    box = segment.text.quads(segment.start, segment.end)
    return bool(box) and known.paper.half_of(place.page, box[0].bounds.centre.x) is place.half


def _sheet(options: Namespace, known: Known) -> str:
    """Write the note of a section; what stands there stays, and this comes below it."""
    section = known.tree.get(options.section)
    if section is None:
        words = translate("Cli", "“%1” has no section “%2”; “zzpreader sections” lists them.")
        raise Trouble(filled(words, options.file.name, options.section))
    publication = known.remember()
    file = _open(known, publication)
    before = Notebook(file.annotations).sheet(section.id)
    if before is None:
        target = Target(source=publication.id, scope=section.id)
        after = new_annotation(Motivation.COMMENTING, Body(value=options.comment), target, _author(known))
    else:
        body = replace(before.body, value=f"{before.body.value.rstrip()}\n\n{options.comment}")
        after = replace(before, body=body, modified=timestamp())
    return _save(file, after)


def _open(known: Known, publication: Publication) -> NotebookFile:
    """Raises: StoreError, InUse."""
    file = NotebookFile(known.home.notebook(publication.id), publication)
    if file.in_use:
        file.close()
        raise InUse(known.home.notebook(publication.id))
    if file.recovery:
        print(f"zzpreader: {file.recovery}", file=sys.stderr)
    return file


def _save(file: NotebookFile, made: Annotation) -> str:
    try:
        file.save({made.id: made})
    finally:
        file.close()
    return made.id


def _author(known: Known) -> str:
    return SettingsFile(known.home).settings().author


def _list(options: Namespace) -> None:
    with reading(options.file) as reader:
        known = Known(reader, Home())
    file = known.notes()
    notebook = Notebook(scoped(one, known.tree) for one in (file.annotations if file else ()))
    notes = [described(one, known.tree, known.paper.labels) for one in notebook.in_order(known.tree)]
    if options.json:
        write_json(notes)
        return
    for note in notes:
        words = [one_line(str(note[name])) for name in ("kind", "section_title", "quote", "comment") if note[name]]
        print("\t".join([str(note["label"] or note["page"] or "–"), *words]))


def described(one: Annotation, tree: SectionTree, labels: Labels) -> dict[str, object]:
    """As programs read it; docs/storage.md tells the fields."""
    place = one.place
    section = tree.get(one.target.scope)
    if place is None and section and one.kind is Kind.SHEET:
        place = section.place
    return {
        "id": one.id,
        "kind": one.kind.value,
        "page": place.page + 1 if place else None,
        "label": labels.printed(place.page, place.half) if place else None,
        "section": one.target.scope,
        "section_title": section.title if section else None,
        "quote": one.quote,
        "comment": one.body.value,
        "tags": list(one.body.tags),
        "colour": one.body.color,
        "created": one.created,
        "modified": one.modified,
    }
