"""A Python that has imported all and run nothing: each command is a fork of it, a process of its own without the wait.

Run by tests/command.py with a socket. A request is four open files: one that holds a folder, arguments and variables,
and the three standard streams; the answer is the exit code.
"""

import gc
import importlib
import json
import os
import pkgutil
import socket
import sys
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

import factcheck  # noqa: E402

LAZY = (
    "charset_normalizer", "docx", "jinja2", "lxml.etree", "markdown_it", "mdit_py_plugins.footnote", "openpyxl",
    "portalocker", "pypdfium2", "rapidfuzz.fuzz", "ruamel.yaml", "selectolax.lexbor",
)  # fmt: skip
"""What modules import only when they need it."""


def imported() -> None:
    for found in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if found.name != "factcheck.__main__":
            importlib.import_module(found.name)
    for name in LAZY:
        importlib.import_module(name)
    gc.freeze()


def wait(requests: socket.socket) -> bool:
    """Answer requests until none can come: false then, and true in the process that is to be the command."""
    while True:
        message, files, _, _ = socket.recv_fds(requests, 1, 4)
        if not message:
            return False
        child = os.fork()
        if child == 0:
            requests.close()
            become(*files)
            return True
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        requests.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def become(asked: int, *streams: int) -> None:
    with open(asked, encoding="utf-8") as file:
        folder, arguments, variables = json.load(file)
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = [str(ROOT / "factcheck" / "__main__.py"), *arguments]
    sys.path[0] = folder


def end() -> None:
    """Run the command and end without taking the interpreter apart, which would take longer than most commands."""
    from factcheck.cli.main import main

    code = 1
    try:
        code = main()
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    imported()
    if wait(socket.socket(fileno=int(sys.argv[1]))):
        end()
