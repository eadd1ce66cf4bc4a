"""How long every format takes for 10,000 annotations.

python tests/bench/exports.py [NUMBER]
"""

import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from export_notes import TREE, WORK, mark, material, report
from msgspec.structs import replace
from pdf_files import text_pdf, write

from zzpreader.engine.blocking import Reader
from zzpreader.export.by_worker import asked
from zzpreader.export.choice import Choice
from zzpreader.export.formats import FORMATS
from zzpreader.export.gather import gather
from zzpreader.export.guard import check
from zzpreader.export.report import Original
from zzpreader.model.annotation import Annotation
from zzpreader.model.geometry import Size
from zzpreader.model.pages import Page

_COMMENTS = ("", "Navragen.", "Dit *past* bij **ons** plan:\n\n- eerst\n- dan\n", "Goed voor het voorstel.")
_COLOURS = ("yellow", "green", "blue", "pink")


def main(number: int) -> None:
    quote = "Wie cijfers per wijk en per bedrijfstak heeft, kan gerichter kiezen waar beleid begint, nummer {}."
    notes = [
        mark(quote.format(n), n % 6, float(n % 700), value=_COMMENTS[n % 4], color=_COLOURS[n % 4], tags=("beleid",))
        for n in range(number)
    ]
    with TemporaryDirectory() as folder:
        file = write(Path(folder), text_pdf(*[""] * 6))
        with Reader(file) as reader:
            _measure(notes, reader)
    text = "\n".join(quote.format(n) for n in range(40))
    start = perf_counter()
    for n in range(number):
        check(quote.format(n % 50), [text])
    print(f"| quotes checked, a fifth of them edited | {perf_counter() - start:.2f} | |")


def _measure(notes: list[Annotation], reader: Reader) -> None:
    print(f"| {len(notes):,} annotations, {len(TREE)} sections | seconds | MB |\n|---|---|---|")
    edition = sha256(reader.file.read_bytes()).hexdigest()
    more = {
        "work": replace(WORK, pages=6),
        "original": Original(file=reader.file, edition=edition, pages=(Page(Size(400, 600)),) * 6),
    }
    start = perf_counter()
    gather(material(*notes), Choice())
    made = report(*notes, **more)
    print(f"| report | {perf_counter() - start:.2f} | |")
    for name, one in FORMATS.items():
        made = report(*notes, **more)  # what a writer parses is kept in the report, and each is to pay for it
        start = perf_counter()
        data = asked(one.asks(made), reader.ask) if one.asks else one.write(made)
        print(f"| {name} | {perf_counter() - start:.2f} | {len(data) / 1e6:.1f} |")
        if one.renew:
            start = perf_counter()
            one.renew(data, made)
            print(f"| {name}, renewed | {perf_counter() - start:.2f} | |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
