"""The doors: a worker, a nursery of workers, the command line, the window. Only what stands behind one is imported."""

import sys
from collections.abc import Sequence

_COMMANDS = ("sections", "labels", "render", "search", "notes", "export", "ocr", "check")


def main(argv: Sequence[str] | None = None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    first = arguments[0] if arguments else ""
    if first == "--worker":
        from zzpreader.worker.main import run  # noqa: PLC0415 - each door opens one room

        return run(arguments[1:])
    if first == "--nursery":
        from zzpreader.worker.nursery import run as fork_workers  # noqa: PLC0415

        return fork_workers(arguments[1:])
    if first in ("--fill-index", "--search-index"):
        from zzpreader.fulltext import doors  # noqa: PLC0415

        return doors.fill() if first == "--fill-index" else doors.search()
    if first == "--read-pictures":
        from zzpreader.ocr import door  # noqa: PLC0415

        return door.run()
    if first == "--locked-program":
        from zzpreader.worker.locked_program import run as become  # noqa: PLC0415

        return become(arguments[1:])
    if first in _COMMANDS or any(word in ("-h", "--help", "--version") for word in arguments):
        from zzpreader.cli.main import main as command_line  # noqa: PLC0415

        return command_line(arguments)
    from zzpreader.app import main as window  # noqa: PLC0415

    return window(arguments)


if __name__ == "__main__":
    sys.exit(main())
