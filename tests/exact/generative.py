"""The losses of generative models, for one example each, and their gradients."""

from mpmath import exp, expm1, log1p


def vae_kl(mean, log_variance):
    return -sum(1 + s - m * m - exp(s) for m, s in zip(mean, log_variance, strict=True)) / 2


def vae_kl_gradient(mean, log_variance):
    return list(mean), [expm1(s) / 2 for s in log_variance]


def gan_discriminator(real, fake):
    return log1p(exp(-real)) + log1p(exp(fake))


def gan_discriminator_slopes(real, fake):
    return -1 / (1 + exp(real)), 1 / (1 + exp(-fake))


def gan_generator(fake, saturating):
    return -log1p(exp(fake)) if saturating else log1p(exp(-fake))


def gan_generator_slope(fake, saturating):
    return -1 / (1 + exp(-fake)) if saturating else -1 / (1 + exp(fake))
