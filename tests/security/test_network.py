"""The program opens no socket but local ones: every state of its window is brought about while its calls are traced."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_files import text_pdf, write

ROOT = Path(__file__).parents[2]
FAMILY = re.compile(r"\bsocket(?:pair)?\((AF_\w+|0x\w+)")
LONGEST_S = 900

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is for Linux")


def _may(*command: str) -> bool:
    return (
        bool(shutil.which(command[0]))
        and not subprocess.run([*command, "true"], capture_output=True, check=False).returncode
    )


@pytest.fixture(scope="module")
def tracing() -> list[str]:
    """The beginning of a command that is traced, and has no network where the system grants that."""
    if not _may("strace", "-f", "-o", os.devnull):
        pytest.skip("strace is not here, or may not trace")
    alone = ["unshare", "--map-root-user", "--net"]
    # With a filter in the kernel only these calls stop the program, not every one: it takes a third of the time.
    filtered = ["strace", "-f", "--seccomp-bpf"]
    trace = filtered if _may(*filtered, "-o", os.devnull) else filtered[:2]
    return [*(alone if _may(*alone, *trace, "-o", os.devnull) else []), *trace, "-qq", "-e", "trace=%network"]


def families(tracing: list[str], folder: Path, *command: str) -> set[str]:
    """Of the sockets that a command and all that it starts have opened, also in vain."""
    log = folder / "calls"
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "tests"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*tracing, "-o", str(log), *command],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return set(FAMILY.findall(log.read_text(encoding="utf-8", errors="replace")))


def test_a_socket_to_the_network_would_be_seen(tracing, tmp_path):
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM); socket.socket(socket.AF_UNIX)"
    assert families(tracing, tmp_path, sys.executable, "-c", code) == {"AF_INET", "AF_UNIX"}


@pytest.mark.slow
def test_no_state_of_the_window_opens_a_socket_to_the_network(tracing, tmp_path):
    out = tmp_path / "tour"
    command = (sys.executable, "-m", "tour", "--looks", "nl-light-1366x768", "--out", str(out))
    assert families(tracing, tmp_path, *command) <= {"AF_UNIX"}
    assert len(list(out.rglob("*.png"))) > 50


def test_a_second_start_hands_its_files_over_by_a_local_socket_alone(tracing, tmp_path):
    file = write(tmp_path, text_pdf("Hier."))
    code = f"""
import subprocess, sys, time
first = subprocess.Popen([sys.executable, "-m", "zzpreader", {str(file)!r}])
try:
    for _ in range(100):
        time.sleep(0.3)
        second = subprocess.Popen([sys.executable, "-m", "zzpreader", {str(file)!r}])
        try:
            sys.exit(second.wait(timeout=15))
        except subprocess.TimeoutExpired:  # it came before the first could be asked
            second.terminate()
            second.wait()
finally:
    first.terminate()
    first.wait()
"""
    assert families(tracing, tmp_path, sys.executable, "-c", code) == {"AF_UNIX"}
