"""Where the files are that come with the program: icons, bundles, catalogues."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """The place of a file or folder that is shipped; it is not said that it exists.

    In a wheel and in a PyInstaller tree `resources` lies inside the package, in a checkout at its top.
    """
    shipped = _PACKAGE / "resources"
    root = shipped if shipped.is_dir() else _PACKAGE.parents[1] / "resources"
    return root.joinpath(*parts)
