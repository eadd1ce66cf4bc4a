"""Pages of text in columns, one of them with a word broken over a line end."""

from array import array

from zzpreader.model.text import Line, PageText

WIDTH, HEIGHT = 10, 12


def page(*blocks: tuple[float, list[str]]) -> PageText:
    """Blocks at their left edge, the lines of each from the top; every code point is 10 wide and 12 high."""
    text, boxes, lines = "", array("f"), []
    for number, (left, rows) in enumerate(blocks):
        for row, words in enumerate(rows):
            start = len(text)
            for column in range(len(words)):
                x = left + column * WIDTH
                boxes.extend((x, row * HEIGHT, x + WIDTH, (row + 1) * HEIGHT))
            text += words + "\n"
            boxes.extend((left, row * HEIGHT, left, (row + 1) * HEIGHT))
            lines.append(Line(start, start + len(words), number))
    return PageText(text, boxes.tobytes(), tuple(lines))


COLUMNS = page((0, ["De gemeen-", "te helpt. Zij", "luistert."]), (200, ["Zzp’ers", "lezen dit."]))


def at(words: str) -> int:
    return COLUMNS.text.index(words)
