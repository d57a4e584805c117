"""What a reader does to an explorer by the keyboard alone, and what must come of it."""

from . import lab


def assert_answers(page, explorer):
    """Each slider and each button, moved by the keyboard, changes picture and words; moved back, the words return."""
    for handle in lab.sliders(explorer).all():
        before, words = lab.state(explorer), lab.words(explorer)
        back, steps = step(page, handle)
        lab.wait_until(lambda words=words: lab.words(explorer) != words)
        assert_changed(before, lab.state(explorer))
        lab.press(page, handle, back, times=steps)
        lab.wait_until(lambda words=words: lab.words(explorer) == words)
        assert lab.words(explorer) == words
    for group in lab.choices(explorer).all():
        before, words = lab.state(explorer), lab.words(explorer)
        pressed, other = lab.buttons(group)
        lab.press(page, other, "Space")
        lab.wait_until(lambda words=words: lab.words(explorer) != words)
        assert_changed(before, lab.state(explorer))
        lab.press(page, pressed, "Space")
        lab.wait_until(lambda words=words: lab.words(explorer) == words)
        assert lab.words(explorer) == words
    assert explorer.get_by_role("alert").count() == 0


def assert_changed(before, after):
    """Drawing and text alternative are others than before."""
    assert after["drawing"] != before["drawing"]
    assert after["alt"] != before["alt"]


def step(page, handle):
    """Move a slider by two steps, to the right if there is room; returns the key that leads back, and the steps."""
    steps = lab.press(page, handle, "ArrowRight", times=2)
    if steps:
        return "ArrowLeft", steps
    steps = lab.press(page, handle, "ArrowLeft", times=2)
    assert steps > 0
    return "ArrowRight", steps


def assert_agrees_with(page, shown, explorer):
    """Moved alike, the explorer on the page and `explorer`, of this process, say the same: readout and alternative."""
    start = explorer.values

    def assert_same():
        lab.wait_until(lambda: lab.words(shown) == (explorer.description, explorer.readout))
        assert lab.words(shown) == (explorer.description, explorer.readout)

    assert_same()
    handles, groups = iter(lab.sliders(shown).all()), iter(lab.choices(shown).all())
    for name, widget in explorer.controls.items():
        positions = explorer.specs[name].positions()
        at = positions.index(start[name])
        if hasattr(widget, "tooltips"):  # buttons
            group = next(groups)
            pressed, other = lab.buttons(group)
            lab.press(page, other, "Space")
            explorer.set(**{name: positions[1 if at == 0 else 0]})
            assert_same()
            lab.press(page, pressed, "Space")
        else:
            handle = next(handles)
            back, steps = step(page, handle)
            explorer.set(**{name: positions[at + (steps if back == "ArrowLeft" else -steps)]})
            assert_same()
            lab.press(page, handle, back, times=steps)
        explorer.set(**start)
        assert_same()
    assert next(handles, None) is None is next(groups, None)
    assert shown.get_by_role("alert").count() == 0


def assert_nothing_failed(page, server, complaints):
    """No cell, no callback of a kernel and no part of the page has reported an error."""
    failures = page.locator(lab.FAILURES)
    assert [output.inner_text() for output in failures.all()] == []
    assert complaints == []
    assert server.errors() == []
