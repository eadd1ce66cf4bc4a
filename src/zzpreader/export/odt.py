"""A report as OpenDocument text (ODF 1.3): https://docs.oasis-open.org/office/OpenDocument/v1.3/.

Written with the standard library: Qt's own writer loses headings, styles and alternative texts.
"""

from collections.abc import Mapping

from zzpreader.export.archive import packed
from zzpreader.export.odt_body import CONTENTS, MARK, digest_of_words, pieces
from zzpreader.export.odt_styles import AUTOMATIC, declared, styles_xml
from zzpreader.export.report import Illustration, Report
from zzpreader.export.xml import attribute, text

MIMETYPE = "application/vnd.oasis.opendocument.text"
WRITTEN = f"{MARK}written"
_DECLARED = declared("office", "style", "text", "table", "draw", "fo", "svg", "xlink")
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def to_odt(report: Report) -> bytes:
    shown = pictures(report)
    members = {
        "content.xml": content(report).encode(),
        "styles.xml": styles_xml(report).encode(),
        "meta.xml": _meta(report).encode(),
        **shown,
        "META-INF/manifest.xml": _manifest(report).encode(),
    }
    # The first member, stored, says what the file is (part 2, 3.3).
    return packed([("mimetype", MIMETYPE.encode()), *members.items()], stored=frozenset({"mimetype", *shown}))


def content(report: Report) -> str:
    body = "".join(piece.text for piece in pieces(report))
    return (
        f'{_XML}<office:document-content {_DECLARED} office:version="1.3">'
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles><office:body><office:text>\n{body}</office:text></office:body>"
        "</office:document-content>"
    )


def pictures(report: Report) -> Mapping[str, bytes]:
    """By their names in the package."""
    shown = [block.picture for block in report.blocks if isinstance(block, Illustration)]
    return {f"Pictures/{picture.file_name}": picture.data for picture in shown}


def entries(report: Report) -> list[str]:
    """What the manifest says of the pictures."""
    types = {
        f"Pictures/{block.picture.file_name}": block.picture.media_type
        for block in report.blocks
        if isinstance(block, Illustration)
    }
    return [_entry(path, media_type) for path, media_type in types.items()]


def _entry(path: str, media_type: str) -> str:
    return f"<manifest:file-entry manifest:full-path={attribute(path)} manifest:media-type={attribute(media_type)}/>"


def _manifest(report: Report) -> str:
    listed = [_entry(name, "text/xml") for name in ("content.xml", "styles.xml", "meta.xml")]
    return (
        f'{_XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        ' manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
        f' manifest:media-type="{MIMETYPE}"/>{"".join([*listed, *entries(report)])}</manifest:manifest>'
    )


def written_entry(report: Report) -> str:
    """Which words each block had when it was written; office programs keep what stands here."""
    digests = " ".join(f"{piece.id}={digest_of_words(piece.text)}" for piece in pieces(report) if piece.id != CONTENTS)
    return f'<meta:user-defined meta:name="{WRITTEN}">{digests}</meta:user-defined>'


def _meta(report: Report) -> str:
    meta = report.meta
    facts = (
        ("meta:generator", "zzpreader"),
        ("dc:title", meta.title),
        ("dc:subject", meta.work.cited),
        ("meta:initial-creator", meta.author),
        ("dc:creator", meta.author),
        ("meta:creation-date", meta.date.rstrip("Z")),
        ("dc:date", meta.date.rstrip("Z")),
        ("dc:language", "nl-NL" if meta.language == "nl" else "en-GB"),
    )
    written = "".join(f"<{name}>{text(value)}</{name}>" for name, value in facts if value) + written_entry(report)
    return (
        f'{_XML}<office:document-meta {declared("office", "meta", "dc")} office:version="1.3">'
        f"<office:meta>{written}</office:meta></office:document-meta>"
    )
