"""What holds between losses and for whole ranges of numbers, tried by hypothesis."""

import numpy as np
from hypothesis import assume, example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import lossviz as lv

errors = st.floats(-1e6, 1e6)
scores = st.floats(-700, 700)
positive = st.floats(1e-3, 1e3)
logits = arrays(float, 4, elements=st.floats(-50, 50))
EVEN = ["squared_error", "half_squared_error", "absolute_error", "huber", "smooth_l1", "pseudo_huber", "log_cosh"]
EVEN += ["epsilon_insensitive", "gaussian_nll", "laplace_nll", "cauchy", "geman_mcclure", "welsch", "tukey_biweight"]
EVEN += ["general_robust"]


@st.composite
def distributions(draw):
    weights = draw(arrays(float, 4, elements=st.floats(1e-6, 1)))
    return weights / weights.sum()


def close(result, expected, rtol=1e-12, atol=0.0):
    np.testing.assert_allclose(result, expected, rtol=rtol, atol=atol)


@given(errors)
def test_even_losses_do_not_see_the_sign_of_the_error(e):
    """Value equal and slope opposite for −e, for every loss of the error that is even."""
    for name in EVEN:
        loss = lv.LOSSES[name]
        assert loss(0.0, e) == loss(0.0, -e)
        assert loss.gradient(0.0, e) == -loss.gradient(0.0, -e)


@given(errors, st.floats(0.01, 0.99))
def test_pinball_mirrors_at_the_opposite_quantile(e, quantile):
    """The pinball loss of −e is that of e with 1 − quantile, and at one half it is half the absolute error."""
    close(lv.pinball(0.0, e, quantile=quantile), lv.pinball(0.0, -e, quantile=1 - quantile))
    close(lv.pinball(0.0, e, quantile=0.5), lv.absolute_error(0.0, e) / 2, atol=5e-324)


@given(errors)
def test_huber_lies_between_its_limits(e):
    """For large δ Huber is e²/2; divided by a small δ it is |e|; both bound it, and its slope is at most δ."""
    assert lv.huber(0.0, e, delta=1e7) == lv.half_squared_error(0.0, e)
    close(lv.huber(0.0, e, delta=1e-9) / 1e-9, abs(e), atol=1e-9)
    assert lv.huber(0.0, e) <= min(e * e / 2, abs(e)) * (1 + 1e-15)
    assert abs(lv.huber.gradient(0.0, e)) <= 1


@given(errors, positive)
def test_smooth_l1_is_huber_divided(e, beta):
    """smooth_l1 with β is Huber with δ = β divided by β, in value and slope."""
    close(lv.smooth_l1(0.0, e, beta=beta), lv.huber(0.0, e, delta=beta) / beta)
    close(lv.smooth_l1.gradient(0.0, e, beta=beta), lv.huber.gradient(0.0, e, delta=beta) / beta)


@given(errors, positive, st.floats(1e-2, 1e2))
def test_tunables_that_are_scales_scale(e, scale, factor):
    """Stretching error and scale together leaves a robust loss alone, and multiplies Huber by the square."""
    for name in ("cauchy", "geman_mcclure", "welsch", "general_robust"):
        loss = lv.LOSSES[name]
        close(loss(0.0, e * factor, scale=scale * factor), loss(0.0, e, scale=scale), rtol=1e-9, atol=1e-300)
    for loss in (lv.huber, lv.pseudo_huber):
        stretched = loss(0.0, e * factor, delta=scale * factor)
        close(stretched, loss(0.0, e, delta=scale) * factor**2, rtol=1e-9, atol=1e-300)


@given(errors, positive)
def test_robust_slopes_are_bounded(e, scale):
    """No robust slope exceeds 1 / scale, and Tukey's none the scale itself."""
    for name in ("cauchy", "geman_mcclure", "welsch", "general_robust"):
        assert abs(lv.LOSSES[name].gradient(0.0, e, scale=scale)) * scale <= 1
    assert abs(lv.tukey_biweight.gradient(0.0, e, scale=scale)) <= scale


@given(st.floats(-1e3, 1e3), positive)
def test_members_of_the_general_robust_family(e, scale):
    """Shape 2 is the square, 1 is pseudo-Huber, 0 Cauchy, −2 Geman–McClure, and −∞ Welsch."""
    assert lv.general_robust(0.0, e, alpha=0.0, scale=scale) == lv.cauchy(0.0, e, scale=scale)
    assert lv.general_robust(0.0, e, alpha=-np.inf, scale=scale) == lv.welsch(0.0, e, scale=scale)
    close(lv.general_robust(0.0, e, alpha=-2.0, scale=scale), lv.geman_mcclure(0.0, e, scale=scale))
    close(lv.general_robust(0.0, e, alpha=2.0, scale=scale), lv.half_squared_error(0.0, e) / scale**2, atol=1e-300)
    pseudo_huber = lv.pseudo_huber(0.0, e, delta=scale) / scale**2
    close(lv.general_robust(0.0, e, alpha=1.0, scale=scale), pseudo_huber, atol=1e-300)


@given(st.floats(-100, 100), st.floats(-20, 1.9), st.floats(0.01, 0.1))
def test_the_robust_family_grows_with_its_shape(e, alpha, more):
    """A larger shape costs at least as much, for every error."""
    assert lv.general_robust(0.0, e, alpha=alpha) <= lv.general_robust(0.0, e, alpha=alpha + more) * (1 + 1e-12)


@given(errors)
def test_log_cosh_is_between_half_square_and_absolute_error(e):
    """log cosh e is at most e²/2 and |e|, at least |e| − log 2, and its slope at most 1."""
    value = lv.log_cosh(0.0, e)
    assert abs(e) - np.log(2) <= value * (1 + 1e-15) + 1e-15
    assert value <= min(e * e / 2, abs(e)) * (1 + 1e-15)
    assert abs(lv.log_cosh.gradient(0.0, e)) <= 1


@given(scores, st.sampled_from([-1, 1]))
def test_logistic_is_cross_entropy_of_logits(s, y):
    """With labels −1/+1 the logistic loss is binary cross-entropy of logits with labels 0/1, slope included."""
    assert lv.logistic(y, s) == lv.binary_crossentropy_from_logits((1 + y) / 2, s)
    assert lv.logistic.gradient(y, s) == lv.binary_crossentropy_from_logits.gradient((1 + y) / 2, s)


@given(scores, st.sampled_from([-1, 1]))
def test_surrogates_lie_above_the_zero_one_loss(s, y):
    """Hinge, its square, modified Huber, exponential and logistic / log 2 are at least 1 on the wrong side."""
    wrong = float(y * s <= 0)
    for loss in (lv.hinge, lv.squared_hinge, lv.modified_huber, lv.exponential):
        assert loss(y, s) >= wrong
    assert lv.logistic(y, s) / np.log(2) >= wrong * (1 - 1e-15)
    assert lv.perceptron(y, s) <= lv.hinge(y, s)


@given(scores, st.sampled_from([-1, 1]))
def test_margin_losses_only_see_the_margin(s, y):
    """Label and score with both signs turned cost the same."""
    for loss in (loss for loss in lv.LOSSES.values() if loss.family == "margin"):
        assert loss(y, s) == loss(-y, -s)
        assert loss.gradient(y, s) == -loss.gradient(-y, -s)


@given(logits, st.integers(0, 3))
def test_sparse_is_categorical(z, label):
    """Class numbers and one-hot rows give the same loss and gradient, from logits and from probabilities."""
    row, p = np.eye(4)[label], lv.softmax(z)
    for rows, labels, prediction in (
        (lv.categorical_crossentropy_from_logits, lv.sparse_categorical_crossentropy_from_logits, z),
        (lv.categorical_crossentropy, lv.sparse_categorical_crossentropy, p),
    ):
        assert rows(row, prediction) == labels(label, prediction)
        np.testing.assert_array_equal(rows.gradient(row, prediction), labels.gradient(label, prediction))


@given(logits, st.integers(0, 3))
def test_crossentropy_of_logits_is_that_of_their_softmax(z, label):
    """Both routes agree where probabilities have the digits; the identity matrix and equal weights change nothing."""
    loss = lv.sparse_categorical_crossentropy_from_logits(label, z)
    close(lv.sparse_categorical_crossentropy(label, lv.softmax(z)), loss, atol=1e-14)
    close(lv.class_weighted_crossentropy(label, z, weights=np.ones(4)), loss)
    close(lv.confusion_weighted_crossentropy(label, z, matrix=np.eye(4)), loss)
    close(lv.categorical_crossentropy_from_logits.gradient(np.eye(4)[label], z).sum(), 0, atol=1e-15)


@given(st.floats(0.001, 0.999), st.sampled_from([0.0, 1.0]))
def test_binary_is_the_two_class_case(p, y):
    """Binary cross-entropy is categorical cross-entropy of the pair, and focal loss with γ = 0 is both."""
    pair = lv.categorical_crossentropy([1 - y, y], [1 - p, p])
    close(lv.binary_crossentropy(y, p), pair)
    assert lv.binary_focal(y, p, gamma=0.0) == lv.binary_crossentropy(y, p)


@given(st.floats(-15, 15), st.sampled_from([0.0, 1.0]), st.floats(0, 5))
def test_focal_loss_is_cross_entropy_made_smaller(z, y, gamma):
    """The focal loss is at most cross-entropy, and from logits it is the same as from their sigmoid."""
    focal = lv.binary_focal_from_logits(y, z, gamma=gamma)
    assert focal <= lv.binary_crossentropy_from_logits(y, z) * (1 + 1e-15)
    close(lv.binary_focal(y, lv.sigmoid(z), gamma=gamma), focal, rtol=1e-8)


@given(distributions(), distributions())
def test_kl_is_no_distance_but_never_negative(p, q):
    """KL ≥ 0 and 0 for equal rows; Jensen–Shannon is symmetric and at most log 2; cross-entropy is entropy plus KL."""
    assert lv.kl_divergence(p, q) >= 0
    assert lv.kl_divergence(p, p) == 0
    assert lv.jensen_shannon(p, q) == lv.jensen_shannon(q, p)
    assert 0 <= lv.jensen_shannon(p, q) <= np.log(2)
    entropy = lv.categorical_crossentropy(p, p)
    close(lv.categorical_crossentropy(p, q), entropy + lv.kl_divergence(p, q), rtol=1e-12)


@given(distributions(), distributions())
def test_proper_scores_are_least_at_the_truth(p, q):
    """On average over labels drawn from p, stating p costs no more than stating q, under log loss and Brier score."""
    for loss in (lv.sparse_categorical_crossentropy, lv.brier):
        honest, other = (p @ loss(np.arange(4), np.tile(stated, (4, 1))) for stated in (p, q))
        assert honest <= other * (1 + 1e-12)


@given(distributions(), st.integers(0, 3), st.floats(0.05, 1.0))
def test_generalized_crossentropy_lies_between_its_limits(p, label, q):
    """q = 1 is 1 − p of the label, q → 0 is cross-entropy, and in between it is between."""
    crossentropy = lv.sparse_categorical_crossentropy(label, p)
    close(lv.generalized_crossentropy(label, p, q=1.0), 1 - p[label], atol=1e-15)
    close(lv.generalized_crossentropy(label, p, q=1e-9), crossentropy, rtol=1e-6)
    value = lv.generalized_crossentropy(label, p, q=q)
    assert (1 - p[label]) * (1 - 1e-12) - 1e-15 <= value <= crossentropy * (1 + 1e-12) + 1e-15


@given(logits, st.floats(-1e6, 1e6))
def test_softmax_does_not_see_a_common_offset(z, offset):
    """Logits shifted together, without rounding, have the same probabilities and the same cross-entropy."""
    shifted = np.round(z, 2) + np.round(offset)
    back = shifted - np.round(offset)
    close(lv.softmax(shifted), lv.softmax(back), rtol=1e-14)
    loss = lv.sparse_categorical_crossentropy_from_logits
    close(loss(0, shifted), loss(0, back), rtol=1e-14)


@given(logits)
def test_links_belong_together(z):
    """Softmax sums to 1, its logarithm is log_softmax, and sigmoid is softmax of the pair (0, z)."""
    close(lv.softmax(z).sum(), 1)
    close(np.exp(lv.log_softmax(z)), lv.softmax(z))
    close(lv.log_softmax(z) + lv.logsumexp(z), z, atol=1e-13)
    close(lv.sigmoid(z[0]), lv.softmax([0.0, z[0]])[1])
    close(lv.softplus(z[0]), lv.logsumexp([0.0, z[0]]))


@given(arrays(float, 6, elements=st.floats(0, 1)), arrays(float, 6, elements=st.floats(0, 1)), st.floats(0, 10))
@example(np.zeros(6), np.full(6, 5e-324), 0.0)  # half of the faintest pixel is no float64
def test_overlap_losses_are_one_family(y, p, smooth):
    """Tversky with ½ and ½ is Dice with twice the smooth; both lie in [0, 1] and do not see the order of the pixels."""
    close(lv.tversky(y, p, smooth=smooth), lv.dice(y, p, smooth=2 * smooth), atol=1e-300)
    assert 0 <= lv.dice(y, p, smooth=smooth) <= 1
    close(lv.dice(y[::-1], p[::-1], smooth=smooth), lv.dice(y, p, smooth=smooth), atol=1e-300)


@given(logits, logits, positive)
def test_cosine_distance_does_not_see_lengths(a, b, factor):
    """It is symmetric, between 0 and 2, unchanged by stretching, and its slope stands at a right angle to ŷ."""
    assume(np.abs(a).max() > 1e-3 and np.abs(b).max() > 1e-3)
    value = lv.cosine_distance(a, b)
    assert 0 <= value <= 2
    close(lv.cosine_distance(b, a), value, atol=1e-15)
    close(lv.cosine_distance(a, factor * b), value, atol=1e-14)
    close(lv.cosine_distance.gradient(a, b) @ b, 0, atol=1e-13)


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_games_and_rankings_are_logistic_losses(a, b):
    """Ranking is the logistic loss of a difference; a GAN's losses are cross-entropies of real and fake."""
    assert lv.pairwise_ranking(a, 0.0) == lv.logistic(1, a)
    one, zero = (lv.binary_crossentropy_from_logits(label, logit) for label, logit in ((1, a), (0, b)))
    close(lv.gan_discriminator(a, b), one + zero)
    assert lv.gan_generator(b, saturating=True) == -zero
    assert lv.gan_generator(a) == one


@given(arrays(float, (4, 4), elements=st.floats(-1, 1)), st.floats(0.05, 10))
def test_contrastive_loss_is_the_mean_of_two_crossentropies(s, temperature):
    """Rows and columns are two classification tasks; transposing the matrix changes nothing."""
    labels = np.arange(4)
    loss = lv.contrastive_similarity(s, temperature=temperature)
    rows, columns = (lv.sparse_categorical_crossentropy_from_logits(labels, m / temperature) for m in (s, s.T))
    close(loss, (rows + columns) / 2, rtol=1e-10)
    close(lv.contrastive_similarity(s.T, temperature=temperature), loss)


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_vae_kl_is_least_for_the_standard_normal(mean, log_variance):
    """It is 0 for mean 0 and log-variance 0 and positive elsewhere, and adds up over the entries of a code."""
    assert lv.vae_kl([0.0], [0.0]) == 0
    value = lv.vae_kl([mean], [log_variance])
    assert value > 0 or (abs(mean) < 1e-150 and abs(log_variance) < 1e-150)
    close(lv.vae_kl([mean, mean], [log_variance, log_variance]), 2 * value)
