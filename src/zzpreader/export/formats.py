"""All formats, in the order in which they are offered, each with the writer that makes it."""

from collections.abc import Callable
from importlib.util import find_spec

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.export.annotated_copy import asking as copy_of
from zzpreader.export.annotated_copy import is_ours as is_our_copy
from zzpreader.export.annotation_set import to_annotations, to_json_ld
from zzpreader.export.by_worker import Asking
from zzpreader.export.cards import to_cards
from zzpreader.export.cite import to_bibtex, to_csl, to_ris
from zzpreader.export.docx import to_docx
from zzpreader.export.html import to_html
from zzpreader.export.living_markdown import is_ours as is_our_obsidian
from zzpreader.export.living_markdown import renew_obsidian
from zzpreader.export.living_odt import is_ours as is_our_odt
from zzpreader.export.living_odt import renewed_or_new
from zzpreader.export.markdown import pictures, to_markdown, to_obsidian
from zzpreader.export.notes_bundle import to_notes_bundle
from zzpreader.export.odt import to_odt
from zzpreader.export.pdf import asking as pages_of
from zzpreader.export.pdf import is_ours as is_our_pdf
from zzpreader.export.report import Report
from zzpreader.export.rows import to_csv
from zzpreader.export.xlsx import to_xlsx
from zzpreader.files import NOTES_SUFFIX


class Format(Struct, frozen=True, kw_only=True):
    """
    Args:
        suffix: of file names, with the full stop.
        renew: an earlier export and the report to the renewed one; None where the author's text cannot be told apart.
            What is none of ours it replaces.
        knows: whether a file is an earlier export, which `renew` renews.
        asks: what a worker is asked first, where it takes one: with the bytes that come of it `made` gives the format
            that writes.
        beside: files that the document names, by their paths from where it lies; their names tell their contents.
        needs: a package that is not always there, and the extra that brings it.
    """

    name: str
    suffix: str
    write: Callable[[Report], bytes]
    asks: Callable[[Report], Asking] | None = None
    renew: Callable[[bytes, Report], bytes] | None = None
    knows: Callable[[bytes], bool] | None = None
    beside: Callable[[Report], dict[str, bytes]] | None = None
    needs: tuple[str, str] = ("", "")

    def made(self, data: bytes) -> "Format":
        def write(_report: Report) -> bytes:
            return data

        return replace(self, write=write, asks=None)

    @property
    def is_here(self) -> bool:
        return not self.needs[0] or find_spec(self.needs[0]) is not None


def _markdown(report: Report) -> bytes:
    return to_markdown(report).encode(errors="replace")


def _obsidian(report: Report) -> bytes:
    return to_obsidian(report).encode(errors="replace")


def _renewed_obsidian(old: bytes, report: Report) -> bytes:
    try:
        return renew_obsidian(old.decode("utf-8"), report).encode(errors="replace")
    except UnicodeDecodeError:
        return _obsidian(report)


def _is_our_obsidian(old: bytes) -> bool:
    try:
        return is_our_obsidian(old.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _by_a_worker(_report: Report) -> bytes:
    raise NotImplementedError("a worker has a part in it; see Format.asks")


FORMATS = {
    one.name: one
    for one in (
        Format(name="odt", suffix=".odt", write=to_odt, renew=renewed_or_new, knows=is_our_odt),
        Format(name="docx", suffix=".docx", write=to_docx, needs=("docx", "docx")),
        Format(name="markdown", suffix=".md", write=_markdown, beside=pictures),
        Format(
            name="obsidian",
            suffix=".md",
            write=_obsidian,
            renew=_renewed_obsidian,
            knows=_is_our_obsidian,
            beside=pictures,
        ),
        Format(name="html", suffix=".html", write=to_html),
        Format(name="pdf", suffix=".pdf", write=_by_a_worker, asks=pages_of, knows=is_our_pdf),
        Format(name="annotated-pdf", suffix=".pdf", write=_by_a_worker, asks=copy_of, knows=is_our_copy),
        Format(name="csv", suffix=".csv", write=to_csv),
        Format(name="xlsx", suffix=".xlsx", write=to_xlsx, needs=("xlsxwriter", "xlsx")),
        Format(name="json-ld", suffix=".jsonld", write=to_json_ld),
        Format(name="annotations", suffix=".annotations", write=to_annotations),
        Format(name="notes-bundle", suffix=NOTES_SUFFIX, write=to_notes_bundle),
        Format(name="cards", suffix=".txt", write=to_cards),
        Format(name="bibtex", suffix=".bib", write=to_bibtex),
        Format(name="csl-json", suffix=".json", write=to_csl),
        Format(name="ris", suffix=".ris", write=to_ris),
    )
}
