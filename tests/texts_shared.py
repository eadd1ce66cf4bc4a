"""What the workers of a document have read of it together, looked at from this side."""

import mmap

from zzpreader.engine.blocking import Reader
from zzpreader.model.shelf import Shelf
from zzpreader.wire import TEXTS_BYTES


def kept_texts(reader: Reader) -> list[bool]:
    """Which pages are there."""
    texts = reader._source.texts
    assert texts is not None
    shelf = Shelf(mmap.mmap(texts, TEXTS_BYTES), reader.opened.pages)
    return [shelf.take(page) is not None for page in range(reader.opened.pages)]
