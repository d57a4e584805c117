"""The learned noise level: the marked minimum is least, and the band holds the points it says it holds."""

import numpy as np
import pytest

from lossviz.explorers.noise_level import noise_level
from lossviz.losses import gaussian_nll

NARROWING = np.linspace(0, 5, 40)
DATA = {"default": (), "narrowing": (NARROWING, np.cos(40 * NARROWING) * np.exp(-NARROWING / 3))}


@pytest.fixture(params=DATA)
def explorer(request):
    """The explorer on its own data, whose noise grows, and on data whose noise falls."""
    return noise_level(*DATA[request.param])


def mean_loss(scene, level, growth):
    """The mean Gaussian NLL of the drawn line with this noise level, by its formula."""
    log_variance = level + growth * (scene.x - scene.x.mean())
    return np.mean(log_variance + (scene.line - scene.y) ** 2 / np.exp(log_variance)) / 2


def test_the_marked_growth_is_the_best_for_every_level(explorer):
    """At any a the curve is nowhere lower than at its mark, and is the mean loss."""
    scene = explorer.scene
    for level in explorer.specs["level"].positions()[::8]:
        explorer.set(level=level)
        growths, costs = scene.curve.get_data()
        np.testing.assert_allclose(
            costs, [mean_loss(scene, level, growth) for growth in growths], rtol=1e-9, atol=1e-12
        )
        assert scene.least.get_ydata()[0] <= costs.min()
        (best,) = scene.least.get_xdata()
        beside = [mean_loss(scene, level, best + step) for step in (-1e-3, 1e-3)]
        assert scene.least.get_ydata()[0] < min(beside)


def test_the_words_carry_the_three_costs(explorer):
    """The readout says the cost now, the least of all, and the least with a constant variance, in falling order."""
    scene = explorer.scene
    rng = np.random.default_rng(0)
    constant = min(mean_loss(scene, level, 0.0) for level in scene.constant + np.linspace(-0.1, 0.1, 201))
    assert scene.best_constant == pytest.approx(constant, abs=1e-9)
    assert scene.best < scene.best_constant - 0.1
    for _ in range(30):
        values = {name: rng.choice(spec.positions()) for name, spec in explorer.specs.items()}
        explorer.set(**values)
        now = mean_loss(scene, values["level"], values["growth"])
        assert now >= scene.best
        assert f"mean NLL {now:.3f} now, {scene.best:.3f} at the best" in explorer.readout
        assert f"{scene.best_constant:.3f} at the best constant variance" in explorer.readout


def test_the_share_inside_is_counted(explorer):
    """Light points are those farther than 2σ from the line, and the readout says the share of the others."""
    scene = explorer.scene
    for values in ({"growth": 0.0}, {"level": explorer.specs["level"].low}, {"growth": explorer.specs["growth"].high}):
        explorer.set(**values)
        deviation = np.exp((scene.level + scene.growth * (scene.x - scene.x.mean())) / 2)
        outside = np.abs(scene.y - scene.line) > 2 * deviation
        np.testing.assert_array_equal(scene.outside.get_xdata(), scene.x[outside])
        assert f"{100 * np.mean(~outside):.0f} % of the points inside" in explorer.readout
        top, bottom = np.split(scene.band.get_xy()[:-1, 1], 2)
        middle = np.exp((scene.level + scene.growth * (scene.places - scene.x.mean())) / 2)
        np.testing.assert_allclose(top - bottom[::-1], 4 * middle)


def test_the_loss_is_the_gaussian_nll():
    """At the fit the cost is that of `gaussian_nll` with the fitted variance."""
    scene = noise_level().scene
    loss = gaussian_nll(scene.y, scene.line, variance=scene.fit.variance(scene.x))
    assert scene.best == pytest.approx(loss.mean()) == pytest.approx(scene.fit.cost(scene.x, scene.y))
