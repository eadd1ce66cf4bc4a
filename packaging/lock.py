"""Write the lock files: every package by version and sha256, for all systems and Pythons that we support.

Needs `uv`, which `make lock` brings.
"""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Lock what a reader needs first; what a developer needs then holds the same versions."""
    _lock("requirements.lock", "--group", "build")
    _lock("requirements-dev.lock", "--group", "dev", "--constraint", "requirements.lock")


def _lock(name: str, *choices: str) -> None:
    # No address of a package index: the machine that installs has its own.
    options = ["--universal", "--upgrade", "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url"]
    command = ["uv", "pip", "compile", "--quiet", "--python-version", "3.11", *options, *choices]
    subprocess.run([*command, "--output-file", name, "pyproject.toml"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
