"""Training: rules, batches, and what a path holds."""

import numpy as np
import pytest

from lossviz import squared_error
from lossviz.networks import Adam, GradientDescent, dense, differentiable, outputs, train, train_autoencoder


def square(parameters, x, y):
    return differentiable(squared_error)(y, outputs(parameters, x)).mean()


@pytest.fixture
def line():
    """Points on a line, with which a network of one layer can end at no cost."""
    x = np.linspace(-1, 1, 40)[:, None]
    return x, 3 * x - 1


def test_a_line_is_found(line):
    """Either rule takes one layer to the slope 3 and the intercept −1."""
    for rule in (GradientDescent(0.3), Adam(0.05)):
        weight, bias = train(square, dense((1, 1), seed=0), line, epochs=200, rule=rule, batch=10)[-1]
        assert np.allclose([weight[0, 0], bias[0]], [3, -1], atol=1e-3), rule


def test_gradient_descent_is_the_full_step(line):
    """With one batch an epoch is one step of −rate times the slope of the cost."""
    weight, bias = start = dense((1, 1), seed=0)
    x, y = line
    error = x @ weight + bias - y
    after = train(square, start, line, epochs=1, rule=GradientDescent(0.1), batch=40)[1]
    assert np.allclose(after[0], weight - 0.1 * 2 * (error * x).mean())
    assert np.allclose(after[1], bias - 0.1 * 2 * error.mean())


def test_adam_begins_with_steps_of_the_rate():
    """Its first step is the rate in the direction of each slope, whatever their size."""
    (after,) = Adam(0.01)([np.zeros(3)], [np.array([1e-3, -5.0, 200.0])])
    assert np.allclose(after, [-0.01, 0.01, -0.01], rtol=1e-4)


def test_a_path_holds_the_start_and_each_epoch(line):
    """The path begins with the very parameters that were given, and these are left as they were."""
    start = dense((1, 4, 1), seed=0)
    copy = [each.copy() for each in start]
    path = train(square, start, line, epochs=3, rule=Adam(0.1), batch=7)
    assert len(path) == 4 and path[0] is start
    assert all(np.array_equal(a, b) for a, b in zip(start, copy, strict=True))


def test_equal_seeds_give_equal_paths(line):
    """The order of the examples is the seed's; a rule that has served one run serves the next as if it were new."""
    rule = Adam(0.1)
    ends = [
        train(square, dense((1, 4, 1), seed=0), line, epochs=2, rule=rule, batch=7, seed=seed)[-1][0]
        for seed in (0, 0, 1)
    ]
    assert np.array_equal(ends[0], ends[1]) and not np.array_equal(ends[0], ends[2])


def test_every_example_comes_once_an_epoch(line):
    """The batches of an epoch together hold each example once, the last batch being what is left."""
    seen = []

    def cost(parameters, x, y):
        seen.append(x.ravel())
        return square(parameters, x, y)

    train(cost, dense((1, 1), seed=0), line, epochs=1, rule=GradientDescent(0.1), batch=12)
    assert [len(each) for each in seen] == [12, 12, 12, 4]
    assert np.array_equal(np.sort(np.concatenate(seen)), line[0].ravel())


def test_parameters_may_be_nested(line):
    """A tuple of lists, as an encoder and a decoder are, is trained and comes back as one."""

    def cost(both, x, y):
        return differentiable(squared_error)(y, outputs(both[1], outputs(both[0], x))).mean()

    path = train(cost, (dense((1, 3), 0), dense((3, 1), 1)), line, epochs=(1, 2, 3), rule=Adam(0.05))
    assert isinstance(path[-1], tuple) and len(path) == 4
    assert cost(path[-1], *line) < cost(path[0], *line)


@pytest.mark.parametrize(
    ("data", "settings", "said"),
    [
        ((np.zeros(4), np.zeros(4)), {"batch": 0}, "batch must be at least 1; got 0"),
        ((np.zeros(4), np.zeros(4)), {"batch": -1}, "batch must be at least 1; got -1"),
        ((np.zeros(4), np.zeros(3)), {}, "data must be arrays of equal length; got lengths 4, 3"),
    ],
)
def test_what_cannot_be_trained_on_is_told(data, settings, said):
    """A batch of nothing and arrays of unequal length are refused by name."""
    with pytest.raises(ValueError, match=said):
        train(lambda *_: 0.0, dense((1, 1), seed=0), data, epochs=1, rule=GradientDescent(0.1), **settings)


def test_an_unknown_loss_of_an_autoencoder_is_named():
    """The two losses for pixels are listed."""
    with pytest.raises(ValueError, match="loss is one of 'MSE', 'BCE'; got 'mse'"):
        train_autoencoder(np.zeros((2, 64)), "mse")
