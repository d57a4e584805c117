"""Small networks in NumPy: dense layers, slopes by autograd, training by minibatches."""

from .autoencoder import reconstruct, train_autoencoder
from .differentiable import differentiable
from .guidance import guided
from .layers import dense, outputs
from .masks import noisy_scenes, patches
from .segmenter import mask_costs, train_segmenter
from .towers import contrastive_cost, sets_of_ten, similarities, similarity_path, train_towers
from .training import Adam, GradientDescent, train
from .vae import beta_run, decode, encode, new_vae, train_vae, vae_terms

__all__ = [
    "Adam",
    "GradientDescent",
    "beta_run",
    "contrastive_cost",
    "decode",
    "dense",
    "differentiable",
    "encode",
    "guided",
    "mask_costs",
    "new_vae",
    "noisy_scenes",
    "outputs",
    "patches",
    "reconstruct",
    "sets_of_ten",
    "similarities",
    "similarity_path",
    "train",
    "train_autoencoder",
    "train_segmenter",
    "train_towers",
    "train_vae",
    "vae_terms",
]
