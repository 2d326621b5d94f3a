"""Single keys and lines from the terminal."""

import os
import sys
from contextlib import suppress

END = ("\x04", "\x03", "")
"""Keys that end a session: control-D, control-C, and a terminal that went away."""


def key() -> str:
    """The next key that is pressed, as its character; what arrows and the like send is read whole and left out."""
    return _on_windows() if os.name == "nt" else _on_terminal()


def _on_terminal() -> str:
    import select
    import termios
    import tty

    sys.stdout.flush()
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle)
        settings = termios.tcgetattr(handle)
        settings[3] &= ~termios.ISIG
        termios.tcsetattr(handle, termios.TCSANOW, settings)
        while True:
            pressed = os.read(handle, 1)
            if pressed == b"\x1b":
                while select.select([handle], [], [], 0.02)[0] and os.read(handle, 32):
                    """The rest of what an arrow or a function key sends."""
                continue
            if pressed and pressed[0] >= 0xC0:
                rest = {0xC: 1, 0xD: 1, 0xE: 2, 0xF: 3}[pressed[0] >> 4]
                pressed += os.read(handle, rest)
            return pressed.decode("utf-8", "replace")
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)


def _on_windows() -> str:
    import msvcrt

    read = getattr(msvcrt, "getwch")  # noqa: B009  # known to type checkers on Windows alone
    while True:
        pressed = str(read())
        if pressed not in ("\x00", "\xe0"):
            return pressed
        read()


def line(prompt: str) -> str:
    """A line that is typed, without the white space around it; empty where the person thought better of it."""
    from factcheck.reporting import harmless

    with suppress(ImportError):
        import readline  # noqa: F401  # gives `input` its editing keys
    try:
        return input(harmless(prompt)).strip()
    except (EOFError, KeyboardInterrupt):
        print()  # noqa: T201  # the cursor is behind the prompt
        return ""
