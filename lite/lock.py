"""Pyodide's list of packages, with the course's own added: what a cell imports comes without being asked for."""

import json
import os
import urllib.request
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

NAME = "pyodide-lock.json"
MIRROR = "LOSSVIZ_PYODIDE"  # a folder with Pyodide's files, for machines that do not reach its own place


def write(folder, pyodide):
    """Write the list into `folder`, beside the wheels that lie there; `pyodide` is the address of Pyodide's files."""
    lock = PyodideLockSpec.from_dict(_pyodides_own(pyodide))
    for package in lock.packages.values():
        package.file_name = pyodide + package.file_name
    lock = add_wheels_to_spec(lock, sorted(folder.glob("*.whl")), base_path=folder)
    lock.to_json(folder / NAME)


def _pyodides_own(pyodide):
    mirror = os.environ.get(MIRROR)
    if mirror:
        return json.loads((Path(mirror) / NAME).read_text("utf-8"))
    with urllib.request.urlopen(pyodide + NAME, timeout=60) as answer:
        return json.load(answer)
