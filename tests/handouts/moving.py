"""An explorer of a page and the kernel's explorer, moved alike and compared."""

import re

import numpy as np

from lossviz.handouts.positions import Control

_GLYPH = re.compile(r'<path id="[^"]*-[^"]*" d="[^"]*"[^>]*/>')  # the page keeps the shapes of letters elsewhere
_PLACES = re.compile(r' (?:d|x|y|points)="([^"]*)"')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_SHOWN = """figure => ({
    drawing: figure.querySelector(".moving").innerHTML,
    alt: figure.querySelector("svg").getAttribute("aria-label"),
    readout: figure.querySelector(".readout").textContent,
    values: [...figure.querySelectorAll("output")].map(output => output.textContent.replace("−", "-")),
})"""
_COLLECT = """figure => {
    figure.states = [];
    figure.collect = (event) => {
        const control = event.target.closest(".control");
        const text = control.dataset.texts.split("|")[event.target.value];
        figure.states.push({
            drawing: figure.querySelector(".moving").innerHTML,
            alt: figure.querySelector("svg").getAttribute("aria-label"),
            readout: figure.querySelector(".readout").textContent,
            text,
            told: control.querySelector("output")?.textContent ?? text,
            spoken: event.target.getAttribute("aria-valuetext") ?? text,
        });
    };
    figure.addEventListener("input", figure.collect);
}"""
_COLLECTED = """figure => {
    figure.removeEventListener("input", figure.collect);
    return figure.states;
}"""


def numbers(elements):
    """Every coordinate of the paths and marks of a drawing, in the order in which they are drawn."""
    places = _PLACES.findall(_GLYPH.sub("", elements))
    return [float(number) for place in places for number in _NUMBER.findall(place)]


def shown(figure):
    """What a reader sees or hears of an explorer on the page."""
    return figure.evaluate(_SHOWN)


def assert_same(now, explorer):
    """Drawing, words and text alternative are those of the live explorer."""
    elements, readout, description = explorer.frame()
    assert now["alt"] == description
    assert now["readout"] == readout
    drawn, wanted = np.array(numbers(now["drawing"])), np.array(numbers(elements))
    assert drawn.shape == wanted.shape
    assert np.abs(drawn - wanted).max(initial=0.0) <= 0.06


def assert_agrees_everywhere(page, figure, explorer, every):
    """Moved by the keyboard through the range of each control, the page shows what the live explorer shows.

    Picture and text alternative change. At the ends, and so many positions apart, the kernel draws as well.
    """
    assert_same(shown(figure), explorer)
    start, alts, drawings = explorer.values, set(), set()
    for (name, spec), control in zip(explorer.specs.items(), figure.locator(".control").all(), strict=True):
        texts = Control(spec, explorer.controls[name], start[name]).texts
        value = dict(zip(texts, spec.positions(), strict=True))
        states = _walk(page, control, figure)
        for number, state in enumerate(states):
            alts.add(state["alt"])
            drawings.add(state["drawing"])
            if number % every == 0 or number == len(states) - 1:
                explorer.set(**start | {name: value[state["text"]]})
                assert_same(state, explorer)
        _put_back(control)
        explorer.set(**start)
    assert len(alts) > 5 and len(drawings) > 5


def _walk(page, control, figure):
    """What is shown after each key that moves a control through its range."""
    texts = control.get_attribute("data-texts").split("|")
    slider = control.get_by_role("slider")
    if slider.count():
        slider.focus()
        page.keyboard.press("End")
        figure.evaluate(_COLLECT)
        page.keyboard.press("Home")
        for _ in texts[1:]:
            page.keyboard.press("ArrowRight")
    else:
        radios = control.get_by_role("radio")
        radios.and_(page.locator(":checked")).focus()
        figure.evaluate(_COLLECT)
        for _ in texts:
            page.keyboard.press("ArrowRight")
    states = figure.evaluate(_COLLECTED)
    assert sorted(state["text"] for state in states) == sorted(texts)
    assert all(state["told"] == state["spoken"] == state["text"] for state in states)
    return states


def _put_back(control):
    slider = control.get_by_role("slider")
    if slider.count():
        slider.evaluate("node => { node.value = node.defaultValue }")
        slider.dispatch_event("input")
    else:
        control.get_by_role("radio").evaluate_all("all => all.find(one => one.defaultChecked).click()")
