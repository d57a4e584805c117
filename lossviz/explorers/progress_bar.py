"""A bar for what takes more than a moment, which leaves nothing behind."""

import time

import ipywidgets
from IPython import get_ipython
from IPython.display import clear_output, display

LONG = 2.0  # seconds; what is over sooner needs no bar
VIEW = "application/vnd.jupyter.widget-view+json"  # alone: a text beside it would count as printed when nbval compares


def progress_bar(items, label):
    """Go through `items`, with a bar if that will take more than two seconds; at the end the bar is gone.

    Parameters
    ----------
    items : sequence
        What to go through; the first one's time tells how long all will take.
    label : str
        What is being done, as it stands beside the bar.

    Notes
    -----
    Taking the bar away clears whatever else the cell has shown by then, so the cell should print and draw afterwards.

    Examples
    --------
    >>> [seed**2 for seed in progress_bar(range(4), "training")]
    [0, 1, 4, 9]
    """
    items = list(items)
    start, bar = time.perf_counter(), None
    for done, item in enumerate(items):
        if bar is None and done and _in_a_notebook() and (time.perf_counter() - start) * len(items) / done > LONG:
            bar = ipywidgets.IntProgress(
                done, max=len(items), description=label, style={"description_width": "initial"}
            )
            display({VIEW: {"version_major": 2, "version_minor": 0, "model_id": bar.model_id}}, raw=True)
        if bar is not None:
            bar.value = done
        yield item
    if bar is not None:
        bar.close()
        clear_output()


def _in_a_notebook():
    shell = get_ipython()
    return shell is not None and hasattr(shell, "kernel")
