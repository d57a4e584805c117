"""Losses with their gradients and facts. Needs NumPy only and draws nothing."""

from .absolute import absolute_error, epsilon_insensitive, pinball
from .bounded import brier, generalized_crossentropy
from .catalogue import LOSSES, find
from .directions import cosine_distance
from .divergences import jensen_shannon, kl_divergence
from .focal import binary_focal, binary_focal_from_logits
from .general import general_robust
from .generative import gan_discriminator, gan_generator, vae_kl
from .hinges import hinge, modified_huber, perceptron, squared_hinge
from .hyperbolic import log_cosh, pseudo_huber
from .likelihood import gaussian_nll, laplace_nll, poisson
from .links import log_softmax, logsumexp, sigmoid, softmax, softplus
from .logits import (
    binary_crossentropy_from_logits,
    categorical_crossentropy_from_logits,
    sparse_categorical_crossentropy_from_logits,
)
from .margin import exponential, logistic
from .overlap import dice, tversky
from .pairs import contrastive_similarity, pairwise_ranking, triplet
from .probabilities import binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy
from .regression import half_squared_error, huber, smooth_l1, squared_error
from .relative import absolute_percentage_error, squared_logarithmic_error
from .robust import cauchy, geman_mcclure, tukey_biweight, welsch
from .weighted import class_weighted_crossentropy, confusion_weighted_crossentropy

__all__ = [
    "LOSSES",
    "absolute_error",
    "absolute_percentage_error",
    "binary_crossentropy",
    "binary_crossentropy_from_logits",
    "binary_focal",
    "binary_focal_from_logits",
    "brier",
    "categorical_crossentropy",
    "categorical_crossentropy_from_logits",
    "cauchy",
    "class_weighted_crossentropy",
    "confusion_weighted_crossentropy",
    "contrastive_similarity",
    "cosine_distance",
    "dice",
    "epsilon_insensitive",
    "exponential",
    "find",
    "gan_discriminator",
    "gan_generator",
    "gaussian_nll",
    "geman_mcclure",
    "general_robust",
    "generalized_crossentropy",
    "half_squared_error",
    "hinge",
    "huber",
    "jensen_shannon",
    "kl_divergence",
    "laplace_nll",
    "log_cosh",
    "log_softmax",
    "logistic",
    "logsumexp",
    "modified_huber",
    "pairwise_ranking",
    "perceptron",
    "pinball",
    "poisson",
    "pseudo_huber",
    "sigmoid",
    "smooth_l1",
    "softmax",
    "softplus",
    "sparse_categorical_crossentropy",
    "sparse_categorical_crossentropy_from_logits",
    "squared_error",
    "squared_hinge",
    "squared_logarithmic_error",
    "triplet",
    "tukey_biweight",
    "tversky",
    "vae_kl",
    "welsch",
]
