"""How long every format takes for 10,000 annotations.

python tests/bench/exports.py [NUMBER]
"""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from export_notes import TREE, mark, material, report

from zzpreader.export.choice import Choice
from zzpreader.export.formats import FORMATS
from zzpreader.export.gather import gather
from zzpreader.export.guard import check

_COMMENTS = ("", "Navragen.", "Dit *past* bij **ons** plan:\n\n- eerst\n- dan\n", "Goed voor het voorstel.")
_COLOURS = ("yellow", "green", "blue", "pink")


def main(number: int) -> None:
    quote = "Wie cijfers per wijk en per bedrijfstak heeft, kan gerichter kiezen waar beleid begint, nummer {}."
    notes = [
        mark(quote.format(n), n % 6, float(n % 700), value=_COMMENTS[n % 4], color=_COLOURS[n % 4], tags=("beleid",))
        for n in range(number)
    ]
    print(f"| {number:,} annotations, {len(TREE)} sections | seconds | MB |\n|---|---|---|")
    start = perf_counter()
    gather(material(*notes), Choice())
    made = report(*notes)
    print(f"| report | {perf_counter() - start:.2f} | |")
    for name, one in FORMATS.items():
        made = report(*notes)  # what a writer parses is kept in the report, and each is to pay for it
        start = perf_counter()
        data = one.write(made)
        print(f"| {name} | {perf_counter() - start:.2f} | {len(data) / 1e6:.1f} |")
        if one.renew:
            start = perf_counter()
            one.renew(data, made)
            print(f"| {name}, renewed | {perf_counter() - start:.2f} | |")
    text = "\n".join(quote.format(n) for n in range(40))
    start = perf_counter()
    for n in range(number):
        check(quote.format(n % 50), [text])
    print(f"| quotes checked, a fifth of them edited | {perf_counter() - start:.2f} | |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
