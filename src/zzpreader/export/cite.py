"""The publication itself for reference managers: BibTeX, CSL-JSON and RIS."""

import json
import re
import unicodedata

from zzpreader.export.report import Report, Work

_TEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def to_bibtex(report: Report) -> bytes:
    """UTF-8, as biber and every BibTeX of today read it; each author is one name, however many words it has."""
    work = _work(report)
    year, month, _ = _date(work)
    fields = (
        ("title", f"{{{_tex(work.title)}}}"),
        ("author", " and ".join(f"{{{_tex(author)}}}" for author in work.authors)),
        ("institution", _tex(work.publisher)),
        ("year", year),
        ("month", str(int(month)) if month else ""),
        ("langid", {"nl": "dutch", "en": "english"}.get(work.language[:2], "")),
        ("pagetotal", str(work.pages) if work.pages else ""),
    )
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value.strip("{}")]
    return "\n".join([f"@report{{{_key(work)},", *lines, "}", ""]).encode(errors="replace")


def to_csl(report: Report) -> bytes:
    work = _work(report)
    parts = [int(part) for part in _date(work) if part]
    entry: dict[str, object] = {"id": _key(work), "type": "report", "title": work.title}
    if work.authors:
        entry["author"] = [{"literal": author} for author in work.authors]
    if parts:
        entry["issued"] = {"date-parts": [parts]}
    entry |= {name: said for name, said in (("publisher", work.publisher), ("language", work.language)) if said}
    if work.pages:
        entry["number-of-pages"] = str(work.pages)
    return (json.dumps([entry], ensure_ascii=False, indent=2) + "\n").encode(errors="replace")


def to_ris(report: Report) -> bytes:
    """Lines end with CR LF, as the format has it."""
    work = _work(report)
    year, month, day = _date(work)
    lines = [("TY", "RPRT"), ("TI", work.title), *(("AU", author) for author in work.authors)]
    lines += [("PB", work.publisher), ("PY", year), ("DA", f"{year}/{month}/{day}" if year else "")]
    lines += [("LA", work.language), ("ID", _key(work))]
    written = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value.strip())
    return f"{written}ER  - \r\n".encode(errors="replace")


def _work(report: Report) -> Work:
    work = report.meta.work
    return work if work.title else Work(title=report.meta.title)


def _date(work: Work) -> tuple[str, str, str]:
    found = _DATE.match(work.issued)
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def _key(work: Work) -> str:
    """Of letters and digits: who, when, what."""
    who = (work.authors[0].split()[-1:] if work.authors else work.publisher.split()[:1]) or [""]
    what = "".join(word.capitalize() for word in work.title.split()[:4])
    plain = unicodedata.normalize("NFKD", f"{who[0]}{_date(work)[0]}{what}")
    return re.sub(r"[^A-Za-z0-9]", "", plain) or "publication"


def _tex(value: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in " ".join(value.split()))
