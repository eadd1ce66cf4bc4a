"""PDF syntax as text (ISO 32000-2, 7.3 and 7.9). Pure."""


def number(value: float) -> str:
    """As PDF writes it: no exponent."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def text_string(text: str) -> str:
    """As it is where every PDF encoding agrees, else UTF-16."""
    if text.isascii() and all(sign.isprintable() or sign == "\n" for sign in text):
        return f"({_escaped(text)})"
    return f"<FEFF{text.encode('utf-16-be', errors='replace').hex()}>"


def address(uri: str) -> str:
    """Bytes, and not text."""
    return f"({_escaped(uri)})" if uri.isascii() and uri.isprintable() else f"<{uri.encode(errors='replace').hex()}>"


def date(iso: str) -> str:
    """ "2026-11-23T18:00:00.000Z" as PDF writes it; "" for what is no moment."""
    digits = "".join(sign for sign in iso[:19] if sign.isdigit())
    return f"D:{digits}Z" if len(digits) == 14 else ""


def entry(key: str, text: str) -> str:
    """Of a dictionary; "" without text."""
    return f"/{key}{text_string(text)}" if text else ""


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").replace("\n", r"\n")
