"""Makes the reading guide of a bundle from its source text: leeswijzer.md beside bundle.toml becomes leeswijzer.pdf.

    python packaging/make_guide.py [SOURCE.md [-o GUIDE.pdf]]

`make guide` does this for the bundle that comes with the program. The same source gives the same file.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from guide.design import Design
from guide.front import Contents, draw_cover
from guide.layout import Setter
from guide.pdf import Pdf
from guide.pdf_file import pdf_bytes
from guide.source import Guide, Heading, SourceError, parse_guide
from zzpreader.model.bundle import Bundle, BundleError, parse_bundle

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources/bundles/zzp-en-de-stad/leeswijzer.md"
FONTS = ROOT / "resources/fonts"


def guide_pdf(guide: Guide, lengths: Sequence[float], fonts: Path = FONTS) -> bytes:
    """
    Args:
        lengths: the pages of each section of the publication; they are the houses on the cover.

    Raises:
        KeyError: a link leads to a heading that is not there.
        ValueError: a font lacks a character.
    """
    header = guide.header
    pdf = Pdf()
    design = Design.of(fonts)
    draw_cover(pdf, design, header, lengths)
    contents = Contents(pdf, design, header["contents"], header["running"])
    Setter(pdf, design, header["running"]).set(guide.blocks)
    headings = [block for block in guide.blocks if isinstance(block, Heading)]
    contents.draw([(heading.level, heading.text, heading.anchor) for heading in headings])
    return pdf_bytes(
        pdf,
        title=f"{header['kind']}: {header['title']}",
        author=header["author"],
        subject=header["subject"],
        keywords=header["keywords"],
        language=header["language"],
    )


def section_lengths(bundle: Bundle) -> list[float]:
    """How many printed pages each section has; the last one, whose end is not known, is as long as the shortest."""
    starts = [int(section.start) for section in bundle.sections if section.level == 1 and section.start]
    lengths = [float(end - start) for start, end in pairwise(starts)]
    return [*lengths, min(lengths)]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Make a reading guide from its source text.")
    parser.add_argument("source", type=Path, nargs="?", default=SOURCE)
    parser.add_argument("-o", "--output", type=Path, help="the PDF; beside the source if left out")
    wanted = parser.parse_args(arguments)
    source: Path = wanted.source
    output: Path = wanted.output or source.with_suffix(".pdf")
    try:
        bundle = parse_bundle(source.with_name("bundle.toml").read_text(encoding="utf-8"))
        guide = parse_guide(source.read_text(encoding="utf-8"))
        output.write_bytes(guide_pdf(guide, section_lengths(bundle)))
    except (OSError, SourceError, BundleError) as error:
        print(error, file=sys.stderr)
    except KeyError as error:
        print(f"A link leads to {error}, and no heading is called so.", file=sys.stderr)
    except ValueError as error:
        print(f"A character cannot be set: {error}", file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
