"""A loss of this package, or a plain NumPy function, as a loss that PyTorch or Keras trains with."""

from ..losses.custom import loss as make_loss
from ..losses.loss import Loss
from . import extra


def torch_loss(loss, *, reduction="mean", **tunables):
    """Make a loss for PyTorch of a loss of this package or of your own NumPy function.

    Parameters
    ----------
    loss : Loss or callable
        One of `lossviz.LOSSES`, one made by `lossviz.loss`, or a plain function `f(y_true, y_pred, …)`.
    reduction : {"mean", "sum", "none"}
        As in PyTorch: the mean over all losses, their sum, or one loss per example.
    **tunables
        What the loss carries with it, as in ``delta=2.0``.

    Returns
    -------
    torch.nn.Module
        Called in PyTorch's order, `(input, target)`. A loss without targets takes its predictions in its own order.

    Raises
    ------
    MissingLibrary
        If PyTorch is not installed.
    TypeError, ValueError
        If `loss` is no loss, or a tunable is unknown or out of its domain.

    Notes
    -----
    Value and slope are those of NumPy, computed on the processor in float64, and come back in the dtype and on the
    device of the input. The slope is in the input alone, and cannot be differentiated again.

    Examples
    --------
    >>> import torch
    >>> from lossviz import huber
    >>> prediction = torch.tensor([0.5, 3.0], requires_grad=True)
    >>> cost = torch_loss(huber, delta=1.0)(prediction, torch.zeros(2))
    >>> cost.backward()
    >>> round(cost.item(), 4), prediction.grad.tolist()
    (1.3125, [0.25, 0.5])
    """
    extra.need("PyTorch")
    from .torch_module import TorchLoss

    return TorchLoss(_as_loss(loss), tunables, reduction)


def keras_loss(loss, *, reduction="sum_over_batch_size", name=None, **tunables):
    """Make a loss for Keras, on its PyTorch backend, of a loss of this package or of your own NumPy function.

    Parameters
    ----------
    loss : Loss or callable
        As for `torch_loss`, with one target and one prediction.
    reduction : str or None
        As in Keras: "sum_over_batch_size" is the mean, "sum", "mean_with_sample_weight", or "none".
    name : str, optional
        What Keras calls it; otherwise the loss's name.
    **tunables
        What the loss carries with it, as in ``delta=2.0``.

    Returns
    -------
    keras.losses.Loss
        For `model.compile(loss=…)`. Like Keras's own, an element-wise loss is averaged over the last axis before it is
        weighted, and targets of shape (n,) fit predictions of shape (n, 1). It is saved with the model; a function of
        your own is named again when loading: ``load_model(path, custom_objects={"capped": capped})``.

    Raises
    ------
    MissingLibrary
        If Keras or PyTorch is not installed.
    RuntimeError
        If Keras runs on another backend than PyTorch.
    TypeError, ValueError
        If `loss` is no loss of one target and one prediction, or a tunable is unknown or out of its domain.

    Examples
    --------
    >>> from lossviz import huber
    >>> cost = keras_loss(huber, delta=1.0)([0.0, 0.0], [0.5, 3.0])
    >>> round(float(cost), 4)
    1.3125
    """
    extra.need("Keras", "PyTorch")
    from .keras_class import KerasLoss

    return KerasLoss(_as_loss(loss), tunables, reduction=reduction, name=name)


def _as_loss(loss):
    return loss if isinstance(loss, Loss) else make_loss(loss)
