"""The progress bar, in a kernel of its own: shown where it takes long, and gone afterwards."""

import time

from nbclient import NotebookClient
from nbformat import v4

from lossviz.explorers.progress_bar import progress_bar


def outputs(pause):
    source = (
        "import time\nfrom lossviz.explorers.progress_bar import progress_bar\n"
        f"for _ in progress_bar(range(4), 'training'):\n    time.sleep({pause})\n'done'"
    )
    seen = []
    notebook = v4.new_notebook(cells=[v4.new_code_cell(source)])
    client = NotebookClient(notebook, timeout=60)
    process = client.process_message

    def watch(message, *rest):
        seen.append(message["msg_type"])
        return process(message, *rest)

    client.process_message = watch
    client.execute()
    return seen, notebook.cells[0].outputs


def test_a_long_loop_shows_a_bar_and_leaves_nothing():
    """Four items of 0.7 s show a bar; what is stored in the end is the cell's own result alone."""
    seen, stored = outputs(0.7)
    assert "display_data" in seen
    assert [output.data for output in stored] == [{"text/plain": "'done'"}]


def test_a_short_loop_shows_nothing():
    """What is over in less than two seconds shows no bar at all."""
    seen, stored = outputs(0.01)
    assert "display_data" not in seen and "clear_output" not in seen
    assert len(stored) == 1


def test_outside_a_notebook_the_items_come_through():
    """Without a kernel there is no bar, and the items are the same."""
    assert list(progress_bar(iter("abc"), "letters")) == ["a", "b", "c"]
    start = time.perf_counter()
    assert sum(progress_bar(range(1000), "sum")) == 499500
    assert time.perf_counter() - start < 1
