"""Explorers: sliders and the figures they move."""

from functools import partial

from ..losses import LOSSES
from .asymmetric_cost import asymmetric_cost
from .batches import batches
from .best_constant import best_constant
from .both_labels import both_labels
from .calibration import calibration
from .class_distribution import class_distribution
from .class_weights import class_weights
from .clipping import clipping
from .confidence import confidence
from .confusion_costs import confusion_costs
from .contrastive import contrastive
from .curve import curve_explorer
from .decision_costs import decision_costs
from .delta_scan import delta_scan
from .digit_training import digit_training
from .entropy_and_kl import entropy_and_kl
from .explorer import Explorer
from .five_outputs import five_outputs
from .flicker import flicker
from .focal_weights import focal_weights
from .from_logits import from_logits
from .gan_slopes import gan_slopes
from .gan_training import gan_training
from .gradient_check import gradient_check
from .gradient_descent import gradient_descent
from .guidance import guidance
from .label_noise import label_noise
from .log_odds import log_odds
from .loss_surface import loss_surface
from .mask_losses import mask_losses
from .metric_and_loss import metric_and_loss
from .multi_label import multi_label
from .noise_level import noise_level
from .noise_models import noise_models
from .outlier import outlier
from .overfitting import overfitting
from .pareto import pareto
from .proper_scoring import proper_scoring
from .ranking import ranking
from .reconstructions import reconstructions
from .residuals import residuals
from .robust_family import robust_family
from .saturation import saturation
from .segmentation import segmentation
from .sequence import sequence
from .signed_errors import signed_errors
from .softmax_bars import softmax_bars
from .stability import stability
from .surprise import surprise
from .surrogates import surrogates
from .temperature import temperature
from .threshold import threshold
from .training_log import training_log
from .training_loop import training_loop
from .triplet_points import triplet_points
from .two_models import two_models
from .two_outputs import two_outputs
from .vae_beta import vae_beta
from .vae_latent import vae_latent
from .vae_terms import vae_terms
from .weighted_mean import weighted_mean
from .workbench import workbench

_SUBJECTS = (
    training_loop,
    threshold,
    metric_and_loss,
    confidence,
    batches,
    signed_errors,
    gradient_descent,
    two_models,
    overfitting,
    residuals,
    best_constant,
    outlier,
    delta_scan,
    robust_family,
    noise_models,
    noise_level,
    loss_surface,
    surprise,
    both_labels,
    class_distribution,
    two_outputs,
    entropy_and_kl,
    clipping,
    saturation,
    training_log,
    class_weights,
    proper_scoring,
    decision_costs,
    log_odds,
    softmax_bars,
    temperature,
    stability,
    from_logits,
    multi_label,
    calibration,
    surrogates,
    sequence,
    workbench,
    gradient_check,
    asymmetric_cost,
    focal_weights,
    label_noise,
    confusion_costs,
    pareto,
    vae_terms,
    triplet_points,
    ranking,
    digit_training,
    five_outputs,
    reconstructions,
    vae_latent,
    vae_beta,
    mask_losses,
    segmentation,
    contrastive,
    guidance,
    gan_slopes,
    gan_training,
    flicker,
    weighted_mean,
)

EXPLORERS = {subject.__name__: subject for subject in _SUBJECTS}
"""Every explorer by name, as a maker that needs no arguments: the subjects, then each element-wise loss."""
EXPLORERS |= {name: partial(curve_explorer, loss) for name, loss in LOSSES.items() if loss.elementwise}


def explore(what, *others, **start):
    """Show a loss and its slope, or one of the course's subjects, with sliders that answer at once.

    Parameters
    ----------
    what : Loss, function or str
        An element-wise loss; a function of your own, f(y_true, y_pred, tunables with defaults); or a name from
        `EXPLORERS`.
    *others : Loss or function
        Losses to draw for comparison; they share the tunables that have the same name.
    **start
        Where sliders start, by name, as in ``delta=2.0``; for a subject also its data, as in ``x=years, y=calls``.

    Returns
    -------
    Explorer
        The last line of a cell shows it. Without a mouse: `.set(delta=2.0)`, `.readout`, `.description`.

    Raises
    ------
    ValueError
        If the name is unknown, a loss is not element-wise, or another loss cannot share its axis.

    Examples
    --------
    >>> from lossviz import huber, squared_error
    >>> explore(huber, squared_error, delta=2.0)
    Explorer: Huber loss beside Squared error (delta = 2.0, error = 1.5)
    >>> explore("noise_models").specs.keys()
    dict_keys(['error', 'deviation'])
    """
    if not isinstance(what, str):
        return curve_explorer(what, *others, **start)
    if what not in EXPLORERS:
        raise ValueError(f"there is no explorer {what!r}; there are {', '.join(EXPLORERS)}")
    return EXPLORERS[what](*others, **start)


__all__ = ["EXPLORERS", "Explorer", "explore"]
