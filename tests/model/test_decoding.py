"""Kinds of values are learnt by one thread at a time."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import zzpreader
from zzpreader.model.decoding import learnt
from zzpreader.model.sections import Section

SOURCE = Path(zzpreader.__file__).parent

TWO_AT_ONCE = """
import sys, threading, types
import msgspec
from zzpreader.model.decoding import learnt

sys.setswitchinterval(1e-6)  # they change places as often as they can

def new_kind(number):
    module = sys.modules[f"kinds{number}"] = types.ModuleType(f"kinds{number}")
    for n in range(12):
        inner = f" | Kind{n - 1}" if n else ""
        fields = [f"    field{m}: 'Annotated[int, Meta(ge=0)] | None{inner}' = None" for m in range(8)]
        head = ["from typing import Annotated", "from msgspec import Meta, Struct", f"class Kind{n}(Struct):"]
        exec("\\n".join(head + fields), module.__dict__)
    return module.Kind11

def convert(kind, ready):
    ready.wait()
    msgspec.convert({"field0": {"field0": {}}}, learnt(kind))

for number in range(40):
    kind, ready = new_kind(number), threading.Barrier(2)
    both = [threading.Thread(target=convert, args=(kind, ready)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
print("both came back")
"""


def test_two_threads_that_first_make_a_value_of_a_kind_do_not_end_the_process():
    """Without `learnt` this ends by a segmentation fault, nearly every time."""
    done = subprocess.run([sys.executable, "-c", TWO_AT_ONCE], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (0, "both came back\n"), done.stderr


def test_a_kind_is_handed_back_as_it_is():
    assert learnt(Section) is Section
    assert learnt(list[Section]) == list[Section]


def test_no_value_is_made_of_a_kind_that_may_not_be_learnt():
    """A worker has a single thread; all else may be asked by the window's and the store's."""
    modules = [one for one in SOURCE.rglob("*.py") if "worker" not in one.parts and one.stem != "decoding"]
    found = {str(one.relative_to(SOURCE)): list(not_learnt(ast.parse(one.read_text("utf-8")))) for one in modules}
    assert len(modules) > 300
    assert {name: lines for name, lines in found.items() if lines} == {}


def not_learnt(tree: ast.AST) -> Iterator[int]:
    """Lines on which msgspec is given a kind that is not `learnt(…)`."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="convert") | ast.Name("convert"), args=[_, kind, *_]):
                kinds = [kind]
            case ast.Call(func=ast.Attribute(attr="Decoder"), args=kinds):
                pass
            case ast.Call(func=ast.Attribute(ast.Attribute(ast.Name("msgspec")), "decode"), keywords=named):
                kinds = [one.value for one in named if one.arg == "type"]
            case _:
                continue
        for kind in kinds:
            if not (isinstance(kind, ast.Call) and isinstance(kind.func, ast.Name) and kind.func.id == "learnt"):
                yield node.lineno
