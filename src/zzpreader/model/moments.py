"""Moments as other programs write them, in our one way: xsd:dateTime in UTC with milliseconds."""

import re
from datetime import UTC, datetime, timedelta, timezone

_PDF = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?")
_SPAN = range(1900, 2200)


def written(moment: datetime) -> str:
    """A moment that names no zone is taken as UTC."""
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def of_pdf(text: str) -> str:
    """`D:20261124093000+01'00'` (ISO 32000-2, 7.9.4); "" for what is no moment."""
    found = _PDF.match(text.strip())
    if not found:
        return ""
    year, *rest = (int(part) if part else None for part in found.groups()[:6])
    month, day, hour, minute, second = rest
    away = timedelta(hours=int(found[9] or 0), minutes=int(found[10] or 0)) * (-1 if found[8] == "-" else 1)
    try:
        zone = timezone(away)
        return _checked(datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=zone))
    except ValueError:
        return ""


def of_iso(text: str) -> str:
    """`2026-11-24T09:30:00+01:00`, also with a blank in the middle; "" for what is no moment."""
    try:
        return _checked(datetime.fromisoformat(text.strip()))
    except ValueError:
        return ""


def of_seconds(seconds: float) -> str:
    """Since 1970; "" for what is no moment."""
    try:
        return _checked(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return ""


def _checked(moment: datetime) -> str:
    try:
        return written(moment) if moment.year in _SPAN else ""
    except OverflowError:
        return ""
