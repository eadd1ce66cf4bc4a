"""What formats and groupings are called."""

from PySide6.QtCore import QCoreApplication

from zzpreader.export.choice import Grouping


def format_words(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        "odt": translate("Formats", "Document (ODT)"),
        "docx": translate("Formats", "Word document (DOCX)"),
        "markdown": translate("Formats", "Markdown"),
        "obsidian": translate("Formats", "Markdown for Obsidian"),
        "html": translate("Formats", "Web page (HTML)"),
        "pdf": translate("Formats", "PDF of the notes"),
        "annotated-pdf": translate("Formats", "Copy of the PDF with your marks"),
        "template": translate("Formats", "Text through a template"),
        "csv": translate("Formats", "Table (CSV)"),
        "xlsx": translate("Formats", "Excel table (XLSX)"),
        "json-ld": translate("Formats", "Web annotations (JSON-LD)"),
        "annotations": translate("Formats", "Annotation set with pictures"),
        "notes-bundle": translate("Formats", "Notes bundle for colleagues"),
        "cards": translate("Formats", "Flash cards for Anki"),
        "bibtex": translate("Formats", "Publication for BibTeX"),
        "csl-json": translate("Formats", "Publication as CSL-JSON"),
        "ris": translate("Formats", "Publication as RIS"),
    }.get(name, name)


def grouping_words(grouping: Grouping) -> str:
    translate = QCoreApplication.translate
    return {
        Grouping.SECTION: translate("Grouping", "Section"),
        Grouping.TAG: translate("Grouping", "Tag"),
        Grouping.COLOUR: translate("Grouping", "Meaning of the colour"),
        Grouping.DATE: translate("Grouping", "Date"),
    }[grouping]
