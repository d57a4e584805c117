"""The losses of generative models against arithmetic with many digits."""

import warnings

import numpy as np
import pytest
from mpmath import mpf, workdps

from lossviz.losses.generative import gan_discriminator, gan_generator, vae_kl
from tests.exact import generative as exact
from tests.exact.ulps import ulps


@pytest.fixture(autouse=True)
def _no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def numbers(kind, shape):
    random = np.random.default_rng(shape[-1])
    signs = random.choice([-1, 1], shape)
    if kind == "tiny":
        return signs * 10 ** random.uniform(-300, -1, shape)
    if kind == "wide":
        return signs * 10 ** random.uniform(-300, 2.5, shape)
    if kind == "far":
        return random.uniform(-1000, 710.4, shape)
    return random.normal(0, 1.5, shape)


@pytest.mark.parametrize("kind", ["ordinary", "tiny", "wide", "far"])
@pytest.mark.parametrize("length", [1, 3, 64])
def test_vae_kl_is_within_4_ulp(kind, length):
    """Also where eˢ − 1 − s cancels, and where eˢ is beyond float64's range but half of it is not."""
    mean = numbers("wide" if kind == "far" else kind, (96 // length + 1, length))
    log_variance = numbers(kind, mean.shape)[::-1]
    values, gradients = vae_kl(mean, log_variance), vae_kl.gradient(mean, log_variance)
    with workdps(650):
        for m, s, value, in_mean, in_log_variance in zip(mean, log_variance, values, *gradients, strict=True):
            m, s = [mpf(x) for x in m], [mpf(x) for x in s]
            assert ulps(value, exact.vae_kl(m, s)) <= 4
            truths = exact.vae_kl_gradient(m, s)
            assert max(map(ulps, in_mean, truths[0])) == 0
            assert max(map(ulps, in_log_variance, truths[1])) <= 4


def test_vae_kl_beyond_the_range():
    """Codes that are infinitely far cost inf, and the square of a mean may overflow where its half does not."""
    np.testing.assert_array_equal(vae_kl([[0.0], [0.0], [np.inf]], [[np.inf], [-np.inf], [0.0]]), np.inf)
    np.testing.assert_array_equal(vae_kl.gradient([[0.0, 1.0]], [[np.inf, -np.inf]])[1], [[np.inf, -0.5]])
    assert vae_kl([1.5e154], [0.0]) == pytest.approx(1.125e308, rel=1e-15)


def logits():
    random = np.random.default_rng(6)
    wide = random.choice([-1, 1], 600) * 10 ** random.uniform(-300, 4, 600)
    return np.concatenate([random.uniform(-760, 760, 600), wide, random.normal(0, 3, 600)])


def test_gan_discriminator_is_within_4_ulp():
    """For logits from 1e-300 to 1e4 in size, on either side."""
    real, fake = logits(), logits()[::-1]
    values, gradients = gan_discriminator(real, fake), gan_discriminator.gradient(real, fake)
    with workdps(60):
        for r, f, value, *slopes in zip(real, fake, values, *gradients, strict=True):
            assert ulps(value, exact.gan_discriminator(mpf(r), mpf(f))) <= 4
            assert max(map(ulps, slopes, exact.gan_discriminator_slopes(mpf(r), mpf(f)))) <= 4


@pytest.mark.parametrize("saturating", [False, True])
def test_gan_generator_is_within_4_ulp(saturating):
    """In both of its forms."""
    fake = logits()
    values = gan_generator(fake, saturating=saturating)
    slopes = gan_generator.gradient(fake, saturating=saturating)
    with workdps(60):
        for f, value, slope in zip(fake, values, slopes, strict=True):
            assert ulps(value, exact.gan_generator(mpf(f), saturating)) <= 4
            assert ulps(slope, exact.gan_generator_slope(mpf(f), saturating)) <= 4


def test_gan_losses_at_infinity():
    """Infinite logits give the limits of value and slope."""
    sure, fooled = np.array([-np.inf]), np.array([np.inf])
    assert gan_discriminator(fooled, sure) == 0
    assert gan_discriminator(sure, fooled) == np.inf
    assert gan_generator(sure) == np.inf
    assert gan_generator(fooled) == 0
    assert gan_generator(fooled, saturating=True) == -np.inf
    assert gan_generator.gradient(sure) == -1
    assert gan_generator.gradient(sure, saturating=True) == 0
