"""What a worker can still do once it is locked in, tried from inside."""

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_files import text_pdf, write

from zzpreader.engine.blocking import Reader
from zzpreader.engine.nursery import Nursery
from zzpreader.model.walls import Wall
from zzpreader.worker import seccomp
from zzpreader.worker.syscalls import ALLOWED, CONDITIONAL, OUTWARD, REFUSED, TO_ITSELF, Call

HEADERS = Path("/usr/include")
ESCAPES = Path(__file__).with_name("escapes.py")
KILL, ALLOW = 0x80000000, 0x7FFF0000

on_linux = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"), reason="the walls of Linux"
)
on_x86 = pytest.mark.skipif(platform.machine() != "x86_64", reason="by numbers of x86_64")


def run_escapes(code: str) -> "subprocess.CompletedProcess[str]":
    """In a process without Qt, since each attempt is a fork."""
    environment = {**os.environ, "PYTHONPATH": str(ESCAPES.parent)}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=120, check=False
    )


@on_linux
@on_x86
def test_no_way_out_of_a_locked_worker_is_found():
    done = run_escapes("import escapes, sys; sys.exit(escapes.main())")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) > 50
    assert "SIGSYS" not in done.stderr


@on_linux
@on_x86
def test_of_a_call_that_ends_the_worker_the_number_is_told():
    """By a handler that runs in the worker: only what it wrote into the shared block is left of it."""
    code = """
import escapes
numbers = {"start a program": 59, "use io_uring": 425, "share memory": 29, "make a file in memory": 319}
escapes.ESCAPES = {name: escapes.ESCAPES[name] for name in numbers}
print(*(f"{one.name}: {one.how}" for one in escapes.attempts() if one.how != f"its end ({numbers[one.name]})"))
"""
    done = run_escapes(code)
    assert done.stdout == "\n", done.stdout + done.stderr


@on_linux
@on_x86
def test_without_the_walls_the_same_attempts_get_out():
    code = """
import escapes
escapes.walls._lock = lambda slot: ()
harmless = ("read a file", "list a folder", "open an internet socket", "make code", "make a file in memory",
            "start a thread", "share memory")
escapes.ESCAPES = {name: escapes.ESCAPES[name] for name in harmless}
print(*(one.name for one in escapes.attempts() if not one.got_out))
"""
    done = run_escapes(code)
    assert done.stdout == "\n", done.stdout + done.stderr


@on_linux
@pytest.mark.parametrize("start", ["as a program", "from a nursery"])
def test_all_walls_stand_here(tmp_path, start):
    nursery = Nursery() if start == "from a nursery" else None
    options = {"start": nursery.spawn} if nursery else {}
    with Reader(write(tmp_path, text_pdf("een")), **options) as reader:
        assert set(reader.opened.walls) == set(Wall)
        status = Path(f"/proc/{reader._spawned.process.pid}/status").read_text()
        assert "NoNewPrivs:\t1" in status
        assert "Seccomp:\t2" in status
    if nursery:
        nursery.close()


def all_calls() -> list[Call]:
    refused = [call for _, calls in REFUSED for call in calls]
    return [*ALLOWED, *(call for call, _ in CONDITIONAL), TO_ITSELF, *refused]


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_every_call_is_named_once(machine):
    numbers = [number for call in all_calls() if (number := getattr(call, machine)) is not None]
    assert len(numbers) == len(set(numbers))
    assert len({call.name for call in all_calls()}) == len(all_calls())


@pytest.mark.parametrize(
    ("machine", "headers"),
    [
        ("x86_64", ("x86_64-linux-gnu/asm/unistd_64.h", "asm/unistd_64.h")),
        ("aarch64", ("asm-generic/unistd.h",)),
    ],
)
def test_the_numbers_are_those_of_the_kernels_headers(machine, headers):
    """aarch64 takes the kernel's common table, which every machine has among its headers."""
    found = next((path for name in headers if (path := HEADERS / name).is_file()), None)
    if found is None:
        pytest.skip("the kernel's headers are not here (linux-libc-dev)")
    numbers = _numbers(found.read_text())
    ours = {call.name: getattr(call, machine) for call in (*all_calls(), *OUTWARD)}
    assert ours == {name: numbers.get(name) for name in ours}


def _numbers(header: str) -> dict[str, int]:
    """By name. Calls that have a form for 32 bits have their number under another name (`__NR3264_lseek`)."""
    defined = re.findall(r"^#define __NR(?:3264)?_(\w+)\s+(\d+)\s*$", header, re.MULTILINE)
    found = {name: int(number) for name, number in defined}
    return found | ({"newfstatat": found["fstatat"]} if "fstatat" in found else {})


@pytest.mark.parametrize(
    ("machine", "allowed", "killing"),
    [("x86_64", (0, 1, 231, 202), (59, 101, 319, 425)), ("aarch64", (63, 64, 94, 98), (221, 117, 279, 425))],
)
def test_a_filter_lets_reading_through_and_ends_who_starts_a_program(machine, allowed, killing):
    """Both filters are run here as the kernel would run them."""
    code = seccomp.program(machine, process=7)
    assert {_answer(code, machine, number) for number in allowed} == {ALLOW}
    assert {_answer(code, machine, number) for number in killing} == {KILL}
    other = "aarch64" if machine == "x86_64" else "x86_64"
    assert _answer(code, other, allowed[0]) == KILL


def test_a_filter_looks_at_arguments():
    code = seccomp.program("x86_64", process=7)
    assert _answer(code, "x86_64", 9, 0, 4096, 3) == ALLOW
    assert _answer(code, "x86_64", 9, 0, 4096, 7) == 0x00050001
    assert _answer(code, "x86_64", 234, 7, 7, 6) == ALLOW
    assert _answer(code, "x86_64", 234, 8, 8, 6) == KILL
    assert _answer(code, "x86_64", 13, 31) == 0x00050001
    assert _answer(code, "x86_64", 0x40000000) == KILL


def _answer(code: bytes, machine: str, number: int, *arguments: int) -> int:
    """What the filter says to a call."""
    words = {0: number, 4: seccomp._MACHINES[machine]} | {16 + 8 * n: value for n, value in enumerate(arguments)}
    steps = list(seccomp._INSTRUCTION.iter_unpack(code))
    at, loaded = 0, 0
    while True:
        kind, if_so, if_not, value = steps[at]
        at += 1
        match kind:
            case seccomp._LOAD:
                loaded = words.get(value, 0)
            case seccomp._RETURN:
                return value
            case _:
                tests = {
                    seccomp._IS_EQUAL: loaded == value,
                    seccomp._IS_AT_LEAST: loaded >= value,
                    seccomp._HAS_A_BIT: bool(loaded & value),
                }
                at += if_so if tests[kind] else if_not
