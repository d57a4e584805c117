"""Runs a notebook from top to bottom, in a kernel of its own that knows nothing of the user's settings."""

import os
import tempfile

import matplotlib
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

SECONDS_A_CELL = 300  # a cell that takes longer is taken for hung


class CellFailed(Exception):
    """A cell raised an error, hung, or took its kernel with it; the message names the cell."""


def execute(notebook, folder):
    """Run every cell of `notebook` in place, with `folder` as working directory.

    Raises `CellFailed` at the first cell that fails.
    """
    running = []  # the cells that were started, the last one being the one that failed
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as private:
        client = NotebookClient(
            notebook,
            km=_kernel(private),
            timeout=SECONDS_A_CELL,
            resources={"metadata": {"path": str(folder)}},
            on_cell_start=lambda cell, cell_index: running.append((cell_index, cell)),
        )
        try:
            client.execute(env=_environment(private), cleanup_kc=True)
        except CellExecutionError as error:
            raise CellFailed(f"{_place(running)}: {error.ename}: {error.evalue}") from error
        except CellTimeoutError as error:
            raise CellFailed(f"{_place(running)}: it ran longer than {SECONDS_A_CELL} seconds") from error
        except DeadKernelError as error:
            raise CellFailed(f"{_place(running)}: the kernel died") from error


def _kernel(private):
    """The kernel of the Python that runs now, whatever kernels the user has installed under the same name.

    It is reached through files in the folder `private`: no port, so none that another kernel may have taken.
    """
    here = KernelSpecManager(kernel_dirs=[], ensure_native_kernel=True)
    way = {} if os.name == "nt" else {"transport": "ipc", "connection_file": os.path.join(private, "kernel.json")}
    return AsyncKernelManager(kernel_name="python3", kernel_spec_manager=here, **way)


def _environment(private):
    """The environment of the kernel: hashes, threads, style and profile are the same for everyone."""
    fixed = {
        "IPYTHONDIR": private,
        "MATPLOTLIBRC": os.path.join(matplotlib.get_data_path(), "matplotlibrc"),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "LOSSVIZ_STORING": "1",  # a notebook that lacks a library fails then, where it would rest otherwise
        "PYTHONHASHSEED": "0",
    }
    inherited = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}  # the kernel's own: inline
    return inherited | fixed


def _place(running):
    if not running:
        return "before the first cell"
    index, cell = running[-1]
    lines = cell.source.strip().splitlines()
    number = sum(1 for _, earlier in running if earlier.cell_type == "code" and earlier.source.strip())
    return f"cell {index + 1} (In [{number}]), which begins {lines[0]!r}"
