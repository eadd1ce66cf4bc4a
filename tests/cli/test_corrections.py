"""The command line knows what the reader has put right in the window."""

import json
from argparse import ArgumentParser
from pathlib import Path

import pymupdf
from msgspec.structs import replace
from pdf_files import finished, text_pdf, write

from zzpreader.cli import labels, sections
from zzpreader.cli.known import Known
from zzpreader.cli.reading import reading
from zzpreader.model.corrections import remember
from zzpreader.model.records import LabelRule
from zzpreader.store.home import Home
from zzpreader.store.notebooks import NotebookFile


def run(command, capfdbinary, *arguments: object):
    parser = ArgumentParser()
    command.arguments(parser)
    command.run(parser.parse_args([str(one) for one in arguments]))
    return json.loads(capfdbinary.readouterr().out)


def test_sections_and_labels_are_those_of_the_window(tmp_path: Path, capfdbinary):
    document = pymupdf.open("pdf", text_pdf("een", "twee", "drie"))
    document.set_toc([[1, "Een", 1], [1, "Twee", 2]])
    file = write(tmp_path, finished(document))
    with reading(file) as reader:
        known = Known(reader, Home())
        publication = known.remember()
        record = replace(remember(known.tree.sections[1], known.tree), title="Anders")
    rule = LabelRule(id="urn:uuid:rule", first=1, printed="38", per_page=2)
    notebook = NotebookFile(Home().notebook(publication.id), publication)
    notebook.save({record.id: record, rule.id: rule})
    notebook.close()
    found = run(sections, capfdbinary, file, "--json")
    assert [(one["title"], one["label"]) for one in found] == [("Een", None), ("Anders", "38")]
    assert [one["title"] for one in run(sections, capfdbinary, file, "--json", "--found")] == ["Een", "Twee"]
    assert run(labels, capfdbinary, file, "--json") == [None, ["38", "39"], ["40", "41"]]
