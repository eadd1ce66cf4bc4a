"""How the program is dressed. By itself, for the first window knows nothing else of the settings."""

from enum import StrEnum


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
