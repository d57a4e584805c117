"""Normalising: what goes, what stays, and that doing it again changes nothing."""

import base64
import io
import json

import nbformat
import pytest
from nbformat import v4
from PIL import Image, PngImagePlugin

from lossviz.notebooks.normalise import normalise, read, strip_png, write


def png(**remarks):
    """A small picture with text chunks, and its bytes without them."""
    info = PngImagePlugin.PngInfo()
    for name, text in remarks.items():
        info.add_text(name, text)
    stream = io.BytesIO()
    Image.new("RGB", (7, 5), "teal").save(stream, "png", pnginfo=info, dpi=(144, 144))
    return stream.getvalue()


def messy():
    """A notebook as a session leaves it: timings, widget state, split streams, counts of a long afternoon."""
    code = v4.new_code_cell("slider", execution_count=41, metadata={"execution": {"iopub.execute_input": "12:00"}})
    code.metadata["tags"] = ["T12"]
    picture = base64.b64encode(png(Software="Matplotlib 3.11")).decode() + "\n"
    data = {
        "application/vnd.jupyter.widget-view+json": {"model_id": "8f2c", "version_major": 2, "version_minor": 0},
        "image/png": picture,
        "text/plain": "Explorer: Huber loss (delta = 1.0)",
    }
    code.outputs = [
        v4.new_output("stream", name="stdout", text="one\n"),
        v4.new_output("stream", name="stderr", text="oh\n"),
        v4.new_output("stream", name="stdout", text="two\n"),
        v4.new_output("execute_result", data, execution_count=41, metadata={"image/png": {"alt": "δ = 1"}, "x/y": {}}),
        v4.new_output("display_data", {"application/vnd.jupyter.widget-view+json": {"model_id": "77"}}),
    ]
    never_run = v4.new_code_cell("later")
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell("# ŷ"), never_run, code])
    notebook.metadata = nbformat.from_dict({"widgets": {"application/vnd.jupyter.widget-state+json": {}}})
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    return notebook


def without_ids(notebook, *ids):
    """The text of `notebook` with these ids in place of its own; None leaves a cell without one."""
    raw = json.loads(write(notebook))
    for cell, name in zip(raw["cells"], ids, strict=True):
        del cell["id"]
        if name is not None:
            cell["id"] = name
    return json.dumps(raw)


def test_widgets_go_and_the_picture_stays():
    """A stored explorer keeps picture, alt text and one line of text; view and state of its widget are gone."""
    notebook = normalise(messy())
    result = notebook.cells[2].outputs[-1]
    assert set(result.data) == {"image/png", "text/plain"}
    assert result.metadata == {"image/png": {"alt": "δ = 1"}}
    assert "widget" not in write(notebook)


def test_an_output_that_was_only_a_widget_disappears():
    """What showed nothing but a live widget leaves no empty output behind."""
    kinds = [output.output_type for output in normalise(messy()).cells[2].outputs]
    assert kinds == ["stream", "stream", "execute_result"]


def test_pieces_of_a_stream_become_one():
    """Neighbouring streams are one output each, standard output first, however the kernel cut them up."""
    streams = [output for output in normalise(messy()).cells[2].outputs if output.output_type == "stream"]
    assert [(stream.name, stream.text) for stream in streams] == [("stdout", "one\ntwo\n"), ("stderr", "oh\n")]


def test_streams_stay_on_their_side_of_a_picture():
    """Text printed before and after a picture is not merged across it."""
    cell = v4.new_code_cell("show", execution_count=1)
    text = v4.new_output("stream", name="stdout", text="a")
    cell.outputs = [text, v4.new_output("display_data", {"text/plain": "b"}), text]
    notebook = normalise(v4.new_notebook(cells=[cell]))
    assert [output.output_type for output in notebook.cells[0].outputs] == ["stream", "display_data", "stream"]


def test_metadata_is_what_the_course_needs():
    """Tags stay; timings, the kernel's patch version and empty entries go."""
    notebook = normalise(messy())
    assert notebook.cells[2].metadata == {"tags": ["T12"]}
    assert notebook.metadata.kernelspec.name == "python3"
    assert "version" not in notebook.metadata.language_info


def test_counts_run_from_one_and_a_cell_that_never_ran_keeps_none():
    """Execution counts are 1 to n, but normalising does not make a cell look executed."""
    notebook = normalise(messy())
    assert [cell.execution_count for cell in notebook.cells[1:]] == [None, 1]
    assert notebook.cells[2].outputs[-1].execution_count == 1


def test_the_drawing_program_is_not_named_and_the_picture_is_the_same():
    """Text chunks leave a PNG; size, pixels and resolution stay to the bit."""
    marked = png(Software="Matplotlib 3.11", Author="someone")
    stripped = strip_png(marked)
    assert b"Matplotlib" not in stripped and b"tEXt" not in stripped
    assert stripped == strip_png(png())
    before, after = Image.open(io.BytesIO(marked)), Image.open(io.BytesIO(stripped))
    assert before.tobytes() == after.tobytes() and after.info["dpi"] == before.info["dpi"]


@pytest.mark.parametrize("damage", [lambda image: image[:-6], lambda image: image[:-1] + b"x", lambda image: b"GIF89a"])
def test_a_damaged_picture_is_an_error(damage):
    """A picture that is cut off, altered or no PNG at all is reported, not stored."""
    with pytest.raises(ValueError, match="image/png"):
        strip_png(damage(png()))


def test_valid_ids_are_kept():
    """An id that is valid and unique survives, so that editing one cell does not rename the others."""
    text = without_ids(messy(), "intro", "a-b_C9", "x" * 64)
    assert [cell.id for cell in normalise(read(text)).cells] == ["intro", "a-b_C9", "x" * 64]


@pytest.mark.parametrize("bad", [None, "", "two words", "ŷ", "x" * 65, "intro"])
def test_a_missing_invalid_or_repeated_id_is_made_from_the_text(bad):
    """Such a cell gets an id that depends on its text alone, so that two machines, and two runs, give the same."""
    text = without_ids(messy(), "intro", "other", bad)
    made = [normalise(read(text)).cells[2].id for _ in range(2)]
    assert made[0] == made[1] and made[0] not in {"intro", "other", bad}
    assert nbformat.validate(normalise(read(text))) is None


def test_cells_with_equal_texts_get_different_ids():
    """Two cells without id and with the same text are told apart."""
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell("same") for _ in range(3)])
    ids = [cell.id for cell in normalise(read(without_ids(notebook, None, None, None))).cells]
    assert len(set(ids)) == 3


def test_normalising_twice_changes_no_byte():
    """A normalised notebook that is read, normalised and written again is the same file."""
    once = write(normalise(messy()))
    assert write(normalise(read(once))) == once


def test_the_file_is_written_as_jupyter_writes_it():
    """One space of indent, letters as they are, keys in order, a newline at the end."""
    text = write(normalise(messy()))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert "ŷ" in text


def test_old_cells_get_the_format_that_knows_ids():
    """A notebook of format 4.4, whose cells have no ids, is stored as 4.5, which needs them."""
    raw = json.loads(without_ids(messy(), None, None, None))
    raw["nbformat_minor"] = 4
    assert normalise(read(json.dumps(raw))).nbformat_minor == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [("{", "not a Jupyter notebook"), ("[]", "not a Jupyter notebook"), ('{"nbformat": 3}', "format 3")],
)
def test_what_is_no_notebook_is_refused_in_words(text, said):
    """A file that is no notebook, or one of an old format, is told as such."""
    with pytest.raises(ValueError, match=said):
        read(text)


def test_an_invalid_notebook_is_refused():
    """A cell of an unknown kind is an error, not something to store."""
    raw = json.loads(write(messy()))
    raw["cells"][0]["cell_type"] = "poem"
    with pytest.raises(ValueError, match="valid notebook"):
        normalise(read(json.dumps(raw)))
