"""Run a notebook as a learner's server does, in the environment that this process has: `python learner.py NOTEBOOK`.

Prints what a reader gets to see, cell by cell. (`lossviz.notebooks` would not do: it gives its kernels an environment
of their own.)
"""

import hashlib
import json
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def seen(cell):
    """Kind and text of each output of a cell; a picture's text is its digest."""
    found = []
    for output in cell.outputs:
        if output.output_type == "stream":
            if found and found[-1][0] == output.name:
                output.text = found.pop()[1] + output.text  # it may come in any number of parts
            found.append([output.name, output.text])
        elif output.output_type == "error":
            found.append(["error", f"{output.ename}: {output.evalue}"])
        else:
            if "image/png" in output.data:
                found.append(["picture", hashlib.sha256(output.data["image/png"].encode()).hexdigest()])
            found.append(["result", output.data.get("text/plain", "")])
    return found


def main(path):
    """Run the notebook in its own folder, errors and all, and print what is seen as JSON."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, allow_errors=True, timeout=300, resources={"metadata": {"path": path.parent}}).execute()
    json.dump([seen(cell) for cell in notebook.cells if cell.cell_type == "code"], sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
