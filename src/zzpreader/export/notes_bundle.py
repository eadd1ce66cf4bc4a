"""The notes bundle (`.zzpnotes`): a zip with all that a colleague's zzpreader merges, and sheets that anybody can read.

docs/storage.md lists its members; `imports/notes_bundle.py` reads it.
"""

import msgspec

from zzpreader.export.annotation_set import MEMBER, to_json_ld
from zzpreader.export.archive import packed
from zzpreader.export.lessons import split
from zzpreader.export.markdown import pictures, to_markdown
from zzpreader.export.report import Report

MIMETYPE = b"application/vnd.zzpreader.notes+zip"
SECTIONS = "sections.json"


def to_notes_bundle(report: Report) -> bytes:
    sheets = [(f"notes/{name}.md", to_markdown(part).encode(errors="replace")) for name, part in split(report)]
    shown = sorted((f"notes/{path}", data) for path, data in pictures(report).items())
    head = [("mimetype", MIMETYPE), (MEMBER, to_json_ld(report)), (SECTIONS, _section_map(report))]
    return packed([*head, *sheets, *shown], stored=frozenset({"mimetype"}))


def sheet_names(report: Report) -> tuple[str, ...]:
    return tuple(f"{name}.md" for name, _ in split(report))


def _section_map(report: Report) -> bytes:
    """The tree as its reader saw it; pages count from 1."""
    rows = [
        {
            "id": section.id,
            "level": section.level,
            "kind": section.kind,
            "title": section.title,
            "page": section.page + 1,
            "label": section.label,
        }
        for section in report.sections
    ]
    return msgspec.json.format(msgspec.json.encode(rows), indent=2) + b"\n"
