"""The pages in Chromium, with the network cut off."""

import re

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe

from lossviz import absolute_error, explore
from lossviz.exercises import EXERCISES, PREDICTIONS, check

from .moving import assert_agrees_everywhere, assert_same, numbers, shown

pytestmark = pytest.mark.browser

CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}  # of the rules the one that hangs on colours
LAWS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
MAKERS = (
    lambda: explore(absolute_error),
    lambda: explore("surrogates", margin=0.5),
    lambda: explore("residuals"),
)


@pytest.fixture
def small(offline, handouts):
    """The student's page, open."""
    page = offline.open(handouts / "02_small.html")
    yield page
    assert offline.complaints == []
    assert offline.outside == []


@pytest.mark.parametrize("place", range(len(MAKERS)))
def test_sliders_moved_by_keyboard_agree_with_the_kernel(small, place):
    """From its low end to its high one, every slider shows the drawing, words and value of the live explorer."""
    assert_agrees_everywhere(small, small.locator(".explorer").nth(place), MAKERS[place](), every=5)


def test_choices_are_radio_buttons(small):
    """A choice moves by the arrow keys, in a group with a name, and shows what the live explorer shows."""
    figure = small.locator(".explorer").nth(1)
    group = figure.get_by_role("group")
    explorer = MAKERS[1]()
    name, spec = next((name, spec) for name, spec in explorer.specs.items() if not hasattr(spec, "step"))
    assert group.get_by_role("radio").count() == len(spec.options)
    group.get_by_role("radio", checked=True).focus()
    small.keyboard.press("ArrowRight")
    place = group.get_by_role("radio").evaluate_all("radios => radios.findIndex(radio => radio.checked)")
    explorer.set(**{name: spec.options[place]})
    assert_same(shown(figure), explorer)


def test_a_slider_moves_alone_where_combinations_are_too_many(small):
    """Where one slider moves at a time, moving a second takes the first back to where it began."""
    figure = small.locator(".explorer").nth(2)
    first, second = figure.get_by_role("slider").nth(0), figure.get_by_role("slider").nth(1)
    begin = first.input_value()
    first.focus()
    small.keyboard.press("End")
    assert first.input_value() != begin
    second.focus()
    small.keyboard.press("ArrowRight")
    assert first.input_value() == begin
    assert shown(figure)["values"][0] == first.get_attribute("aria-valuetext")


def test_the_readout_is_changed_in_place(small):
    """The status that a screen reader watches is one node, whose text changes."""
    figure = small.locator(".explorer").first
    figure.locator(".readout").evaluate("node => { node.kept = true }")
    before = shown(figure)["readout"]
    figure.get_by_role("slider").focus()
    small.keyboard.press("ArrowRight")
    assert shown(figure)["readout"] != before
    assert figure.locator(".readout").evaluate("node => node.kept && node.getAttribute('role')") == "status"


@pytest.mark.parametrize("letter", "abcd")
def test_a_choice_is_answered_with_the_words_of_check(small, letter):
    """Checking a choice says what `check` says of it."""
    form = small.locator('form[data-key="02-corner"]')
    form.locator(f'[value="{letter}"]').check()
    form.get_by_role("button", name="Check").click()
    assert said(form) == words(check("02-corner", letter))


@pytest.mark.parametrize("typed", ["0.125", "1/8", "0,125", "0.5", "−0.125", "0.1252", "12.5", "3", "-2", "0.01"])
def test_a_number_is_answered_with_the_words_of_check(small, typed):
    """Right, known to be wrong, off by sign or digits, too large, too small: the words are those of `check`."""
    form = small.locator('form[data-key="02-mae-slope"]')
    form.get_by_role("textbox").fill(typed)
    form.get_by_role("textbox").press("Enter")
    plain = typed.replace("−", "-").replace(",", ".")
    assert said(form) == words(check("02-mae-slope", 0.125 if plain == "1/8" else float(plain)))


@pytest.mark.parametrize("typed", [(0.75, 0.6875), (0.6875, 0.75), (0.75, 5.0), (7.5, 1.0), (0.375, 0.6875)])
def test_two_numbers_are_answered_with_the_words_of_check(small, typed):
    """Several numbers have a field each, and the first that is off is named."""
    form = small.locator('form[data-key="02-promise"]')
    for field, number in zip(form.get_by_role("textbox").all(), typed, strict=True):
        field.fill(str(number))
    form.get_by_role("button", name="Check").click()
    assert said(form) == words(check("02-promise", list(typed)))


def test_words_are_no_number(small):
    """Text where a number is asked for is called text."""
    form = small.locator('form[data-key="02-mae-slope"]')
    form.get_by_role("textbox").fill("much")
    form.get_by_role("button", name="Check").click()
    assert said(form) == words(check("02-mae-slope", "much"))


def test_hints_come_one_after_the_other(small):
    """Each press of the button gives the next hint, and after the last there is none."""
    form = small.locator('form[data-key="02-mae"]')
    button = form.get_by_role("button", name="Hint")
    for hint in EXERCISES["02-mae"].hints:
        button.click()
        assert hint in said(form)
    assert button.is_disabled()


def test_a_prediction_is_noted_and_compared(small):
    """A prediction is noted where it is made, and compared, with what is true, where the figure has answered."""
    prediction = PREDICTIONS["02-squares"]
    compare = small.locator('form.comparison[data-key="02-squares"]')
    compare.get_by_role("button").click()
    assert "not predicted anything yet" in said(compare)
    form = small.locator('form.prediction[data-key="02-squares"]')
    if form.get_by_role("radio").count():
        form.locator(f'[value="{prediction.answer}"]').check()
    else:
        form.get_by_role("textbox").fill(str(prediction.answer))
    form.get_by_role("button").click()
    assert "noted" in said(form) and prediction.reveal not in said(form)
    compare.get_by_role("button").click()
    assert "and so it is" in said(compare) and prediction.reveal in said(compare)


def test_the_page_counts_what_has_been_solved(small):
    """Solving an exercise is counted once."""
    form = small.locator('form[data-key="02-corner"]')
    form.locator(f'[value="{EXERCISES["02-corner"].answer}"]').check()
    for _ in range(2):
        form.get_by_role("button", name="Check").click()
    assert small.locator(".standing").inner_text().startswith("1 of ")


@pytest.mark.parametrize("name", ["02_small.teacher.html", "index.html"])
def test_no_page_breaks_a_rule_of_accessibility(offline, handouts, name):
    """axe finds no violation of WCAG 2.2 A and AA, nor of its contrasts in the dark."""
    page = offline.open(handouts / name)
    for scheme, laws in (("light", LAWS), ("dark", CONTRAST)):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=laws)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(
    "name",
    ["02_small.html", "02_small.teacher.html", "index.html", "index.teacher.html", "glossary.html", "cheat_sheet.html"],
)
def test_no_page_is_wider_than_a_phone(offline, handouts, name):
    """On a screen of 320 pixels nothing but code, tables and figures scrolls sideways, and each in its own place."""
    page = offline.open(handouts / name)
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert offline.complaints == []


def test_paper_holds_three_positions(small):
    """For print, an explorer stands as three positions of its first slider, each named, with ids of their own."""
    small.evaluate("dispatchEvent(new Event('beforeprint'))")
    figure = small.locator(".explorer").first
    papers = figure.locator(".paper")
    assert papers.count() == 3
    values = [
        re.match(r"error e: ([−\d.]+)\.", text)[1].replace("−", "-") for text in papers.locator("p").all_inner_texts()
    ]
    assert float(values[0]) < float(values[1]) < float(values[2])
    explorer = MAKERS[0]()
    for paper, value in zip(papers.all(), values, strict=True):
        explorer.set(error=float(value))
        drawn = numbers(paper.locator(".moving").inner_html())
        assert np.allclose(drawn, numbers(explorer.frame()[0]), atol=0.06)
        assert paper.locator("svg").get_attribute("aria-label") == explorer.description
    ids = small.evaluate("[...document.querySelectorAll('svg [id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))
    small.evaluate("dispatchEvent(new Event('afterprint'))")
    assert small.locator(".paper").count() == 0


def said(form):
    return " ".join(form.locator(".feedback").inner_text().split())


def words(feedback):
    return " ".join(repr(feedback).split())
