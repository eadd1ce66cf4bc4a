"""Pages as PyMuPDF has them, for the lines with their typography."""

from typing import Any

import pymupdf

from zzpreader.model.lines import PageLines
from zzpreader.worker.document import Document
from zzpreader.worker.lines import read_lines


class StyledPages:
    """Opens the same bytes once more; only the worker that is asked for lines pays for it."""

    def __init__(self, document: Document) -> None:
        self._document: Any = pymupdf.open(stream=memoryview(document.data), filetype="pdf")  # pyright: ignore[reportArgumentType]
        if self._document.needs_pass:
            self._document.authenticate(document.password)
        self._document.xref_set_key(self._document.pdf_catalog(), "StructTreeRoot", "null")

    def lines(self, page: int) -> PageLines:
        """Raises: TROUBLE for a page that cannot be read."""
        return read_lines(self._document[page])
