"""The robust family: its members are the named losses, and the nearest one is nearest by the weights it gives."""

import numpy as np
import pytest

from lossviz.explorers.robust_family import robust_family
from lossviz.figures.robust_family import nearest_member, weight
from lossviz.losses import (
    cauchy,
    geman_mcclure,
    general_robust,
    half_squared_error,
    pseudo_huber,
    tukey_biweight,
    welsch,
)

MEMBERS = {2.0: half_squared_error, 1.0: pseudo_huber, 0.0: cauchy, -2.0: geman_mcclure, -np.inf: welsch}
ERRORS = np.linspace(0.02, 5, 250)


@pytest.mark.parametrize("alpha", MEMBERS)
def test_drawn_members_are_members(alpha):
    """At c = 1 the general loss of a member's α is the named loss that is drawn and labelled with that α."""
    zero = np.zeros_like(ERRORS)
    for general, named in (
        (general_robust, MEMBERS[alpha]),
        (general_robust.gradient, MEMBERS[alpha].gradient),
    ):
        np.testing.assert_allclose(general(zero, ERRORS, alpha=alpha), named(zero, ERRORS), rtol=1e-12, atol=1e-15)
    assert nearest_member(alpha)[1] == alpha


def weights(alpha):
    return general_robust.gradient(np.zeros_like(ERRORS), ERRORS, alpha=alpha) / ERRORS


def test_the_nearest_member_is_nearest_by_its_weights():
    """The named member's weights are never half as far again, by mean distance, as those of the nearest."""
    drawn = {alpha: weights(alpha) for alpha in MEMBERS}
    for alpha in np.linspace(-10, 2, 61).round(1):
        distances = {member: np.abs(weights(alpha) - drawn[member]).mean() for member in MEMBERS}
        assert distances[nearest_member(alpha)[1]] <= 1.5 * min(distances.values()), alpha


@pytest.mark.parametrize("alpha", [2.0, 1.3, 0.0, -0.7, -10.0])
@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_a_weight_is_slope_over_error(alpha, scale):
    """The weight is slope / e at every e ≠ 0, at 0 its limit 1/c², and never more."""
    tunables = {"alpha": alpha, "scale": scale}
    assert weight(general_robust, 0.0, **tunables) == pytest.approx(1 / scale**2)
    for error in (-4.0, -0.3, 0.1, 5.0):
        here = weight(general_robust, error, **tunables)
        assert here == pytest.approx(general_robust.gradient(0.0, error, **tunables) / error)
        assert here <= 1 / scale**2 * (1 + 1e-12)


def test_curves_and_dots_are_those_of_the_general_loss():
    """Loss, slope and weight are drawn over both signs of the error, and the dots lie at the cursor's."""
    explorer = robust_family()
    for values in ({"alpha": 2.0}, {"alpha": -1.5, "scale": 2.0, "error": -2.2}, {"alpha": 0.0, "error": 0.0}):
        explorer.set(**values)
        scene, tunables = explorer.scene, {name: explorer.values[name] for name in ("alpha", "scale")}
        x = scene.lines[0].get_xdata()
        zero = np.zeros_like(x)
        value, slope = general_robust(zero, x, **tunables), general_robust.gradient(zero, x, **tunables)
        for line, heights in zip(scene.lines, (value, slope, slope / x), strict=True):
            np.testing.assert_allclose(line.get_ydata(), heights, rtol=1e-9, atol=1e-15)
        error = explorer.values["error"]
        at = (general_robust(0.0, error, **tunables), general_robust.gradient(0.0, error, **tunables))
        assert [float(dot.get_ydata()[0]) for dot in scene.dots[:2]] == pytest.approx(at)
        assert (x.min(), x.max()) == (-5.0, 5.0) and np.diff(x).max() < 0.2


def test_tukey_ignores_what_lies_beyond_its_scale():
    """The drawn Tukey weight is 1 at 0 and 0 from its scale 4.685 on."""
    assert weight(tukey_biweight, 0.0, scale=4.685) == pytest.approx(1)
    assert weight(tukey_biweight, 4.7, scale=4.685) == 0
