# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
"""A reader who hears and presses, as a screen reader does it over AT-SPI: runs on the system's Python, which has gi.

    python3 listener.py WHAT.json PROGRAM ARGUMENT...

Starts the program, waits for its window, walks its tree, presses buttons and types; writes down what it met. Whoever
starts it gives it a session bus of its own (dbus-run-session).
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LONGEST_S = 40
MOST_NODES = 3000


class Listener:
    def __init__(self) -> None:
        self.heard = []
        self.focused = []
        self._context = GLib.MainContext.default()
        self._hears = Atspi.EventListener.new(self._take)
        for kind in ("object:announcement", "object:state-changed:focused"):
            self._hears.register(kind)

    def _take(self, event, *_):
        if "announcement" in event.type:
            self.heard.append(event.any_data if isinstance(event.any_data, str) else str(event.any_data))
        elif event.detail1:
            self.focused.append([event.source.get_role_name(), event.source.get_name()])

    def wait(self, for_what, what):
        """Until it is there; events come in meanwhile."""
        end = time.monotonic() + LONGEST_S
        while time.monotonic() < end:
            while self._context.iteration(False):
                pass
            try:
                if found := for_what():
                    return found
            except GLib.Error:  # what was looked at has gone meanwhile
                pass
            time.sleep(0.05)
        raise SystemExit(f"{what} did not come; heard: {self.heard}")


def nodes(root):
    """All that is below, each with its depth, in the order of the tree."""
    stack, seen = [(root, 0)], 0
    while stack and seen < MOST_NODES:
        node, depth = stack.pop()
        if node is None:
            continue
        seen += 1
        yield node, depth
        # A list of ten thousand cards is not walked to its end.
        stack.extend((node.get_child_at_index(n), depth + 1) for n in reversed(range(min(node.get_child_count(), 60))))


def find(root, role, name):
    for node, _ in nodes(root):
        if node.get_role_name() == role and node.get_name().startswith(name):
            return node
    return None


def told(node, depth):
    states = node.get_state_set()
    has_text = "Text" in node.get_interfaces()
    return {
        "depth": depth,
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "checked": states.contains(Atspi.StateType.CHECKED),
        "checkable": states.contains(Atspi.StateType.CHECKABLE),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "text": Atspi.Text.get_text(node, 0, -1) if has_text else None,
    }


def main(written, command):
    listener = Listener()
    program = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:

        def application():
            desktop = Atspi.get_desktop(0)
            apps = (desktop.get_child_at_index(n) for n in range(desktop.get_child_count()))
            return next((app for app in apps if app and app.get_process_id() == program.pid), None)

        app = listener.wait(application, "the program")
        listener.wait(lambda: find(app, "document frame", ""), "the page")
        listener.wait(lambda: find(app, "text", "Text of page"), "the text of the page")
        listener.wait(lambda: find(app, "heading", ""), "a heading")
        tree = listener.wait(lambda: [told(node, depth) for node, depth in nodes(app)], "the tree")
        press(listener.wait(lambda: find(app, "push button", "Next page"), "the button for the next page"))
        listener.wait(lambda: any(words.startswith("Page 4") for words in listener.heard), "word of the next page")
        words = listener.wait(lambda: menu_item(app, "Find…"), "the command to find")
        press(words)
        line = listener.wait(lambda: find(app, "text", "Find in this publication"), "the find bar")
        Atspi.EditableText.set_text_contents(line, "notities")
        listener.wait(lambda: any(" of " in one and not one.startswith("Page") for one in listener.heard), "hits")
        press(listener.wait(lambda: menu_item(app, "Note on this section"), "the command for a note"))
        sheet = listener.wait(lambda: find(app, "text", "Note on"), "the note of the section")
        Atspi.EditableText.set_text_contents(sheet, "Gehoord en geschreven.")
        listener.wait(lambda: any("saved" in one for one in listener.heard), "word that it is saved")
        written.write_text(
            json.dumps({"tree": tree, "heard": listener.heard, "focused": listener.focused}), encoding="utf-8"
        )
    finally:
        program.terminate()
        program.wait(timeout=20)


def menu_item(app, name):
    return next(
        (n for n, _ in nodes(app) if n.get_role_name() in ("menu item", "check menu item") and n.get_name() == name),
        None,
    )


def press(node):
    Atspi.Action.do_action(node, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
