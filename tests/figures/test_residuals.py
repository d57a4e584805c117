"""Lengths and areas: squares are squares on the screen, stay in their panel, and the shares are those of the losses."""

import numpy as np
import pytest

from lossviz.explorers.residuals import residuals

PHONES = (np.arange(1950.0, 1974.0), np.r_[np.geomspace(4.4, 21.2, 14), 119, 124, 142, 159, 182, 212, 43, 24, 27, 29])
DATA = {"default": (), "years": PHONES}


@pytest.fixture(params=DATA)
def explorer(request):
    """The explorer on its own points, and on years with six wild values."""
    return residuals(*DATA[request.param])


def positions(explorer, count=60):
    """Every corner of the sliders' ranges and random places between."""
    rng = np.random.default_rng(0)
    ends = {name: (spec.low, spec.high) for name, spec in explorer.specs.items()}
    corners = np.stack(np.meshgrid(*ends.values()), axis=-1).reshape(-1, len(ends))
    low, high = np.transpose(list(ends.values()))
    for values in [*corners, *(low + (high - low) * rng.random((count, len(ends))))]:
        yield dict(zip(ends, values, strict=True))


def corners(patch):
    """Each rectangle of a patch: left, bottom, right and top on the screen."""
    screen = patch.get_transform().transform(patch.get_path().vertices).reshape(-1, 5, 2)
    return np.column_stack([screen.min(axis=1), screen.max(axis=1)])


def test_squares_are_as_wide_as_their_error_is_long(explorer):
    """At any position each square is as wide as high, as high as its error's length, and inside the panel."""
    scene = explorer.scene
    panel = scene.squares.axes.bbox
    for values in positions(explorer):
        explorer.set(**values)
        boxes = np.concatenate([corners(scene.largest_square), corners(scene.squares)])
        wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
        np.testing.assert_allclose(wide, high, atol=0.05)
        lengths = scene.lengths.get_transform().transform(scene.lengths.get_xydata()).reshape(-1, 3, 2)
        np.testing.assert_allclose(np.sort(np.abs(np.diff(lengths[:, :2, 1])).ravel()), np.sort(high), atol=1e-6)
        assert (boxes[:, 0] >= panel.x0 - 0.05).all() and (boxes[:, 2] <= panel.x1 + 0.05).all()
        assert (boxes[:, 1] >= panel.y0 - 0.05).all() and (boxes[:, 3] <= panel.y1 + 0.05).all()


def test_bars_are_the_shares_of_the_sums(explorer):
    """Each bar is 100 percent of its sum, and its lowest piece the share of the largest error, as the readout says."""
    scene = explorer.scene
    for values in positions(explorer, count=20):
        explorer.set(**values)
        size = np.sort(np.abs(values["intercept"] + values["slope"] * (scene.x - scene.origin) - scene.y_true))[::-1]
        for power, bar, rest in zip((1, 2), scene.largest_bars, scene.bars, strict=True):
            shares = 100 * size**power / np.sum(size**power)
            heights = np.ptp(
                np.concatenate([bar.get_path().vertices, rest.get_path().vertices]).reshape(-1, 5, 2), axis=1
            )
            np.testing.assert_allclose(heights[:, 1], shares, atol=1e-9)
            assert f"{shares[0]:.0f} %" in explorer.readout
        assert f"MAE {size.mean():.3f} · MSE {np.mean(size**2):.3f}" in explorer.readout


def test_the_far_point_weighs_more_among_squares():
    """As it opens, one point of eight makes less than half of the lengths and more than two thirds of the areas."""
    lengths, areas = (shares[0] for shares in residuals().scene.shares)
    assert lengths < 50 and areas > 67


def test_a_line_through_all_points_has_no_shares():
    """Where every error is 0 the shares are 0 rather than a division by zero."""
    explorer = residuals([0.0, 1.0, 2.0, 4.0], [0.0, 1.0, 2.0, 4.0])
    assert "MAE 0.000 · MSE 0.000" in explorer.readout and explorer.error is None
