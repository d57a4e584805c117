"""Value and slope of a NumPy loss as one step of PyTorch's autograd."""

import numpy as np
import torch
from torch.autograd.function import once_differentiable

from ..losses.prepare import square


class Evaluation(torch.autograd.Function):
    """The losses of some tensors; backwards, the loss's own gradient times what comes from above.

    A loss of rows has one slope per entry of a row, so what comes from above stretches over the last axis.
    """

    @staticmethod
    def forward(ctx, loss, tunables, *tensors):
        """The losses, one per example, in the dtype and on the device of the last tensor."""
        ctx.loss, ctx.tunables = loss, tunables
        ctx.save_for_backward(*tensors)
        last = tensors[-1]
        if last.is_meta:  # a tensor of shape without numbers: Keras asks so for the shape before it trains
            return last.new_empty(last.shape if loss.elementwise else last.shape[:-1])
        return _as_tensor(loss(*map(as_array, tensors), **tunables), last)

    @staticmethod
    @once_differentiable
    def backward(ctx, upstream):
        """Nothing for loss, tunables and targets; for each prediction its slope times `upstream`."""
        tensors = ctx.saved_tensors
        count = len(ctx.loss.targets)
        slopes = ctx.loss.gradient(*map(as_array, tensors), **ctx.tunables)
        slopes = slopes if isinstance(slopes, tuple) else (slopes,)
        found = [
            _times(ctx.loss, _as_tensor(slope, tensor), upstream.to(tensor.dtype))
            for slope, tensor in zip(slopes, tensors[count:], strict=True)
        ]
        return (None, None, *[None] * count, *found)


def as_array(tensor):
    """The numbers of a tensor as a NumPy array, half precision as float32."""
    plain = tensor.detach().cpu()
    return (plain.float() if plain.dtype in (torch.float16, torch.bfloat16) else plain).numpy()


def _as_tensor(numbers, like):
    return torch.as_tensor(np.asarray(numbers)).to(dtype=like.dtype, device=like.device)


def _times(loss, slope, upstream):
    if loss._prepare is square:  # each of its losses depends on a row and a column: only their sum has a gradient here
        first = upstream.flatten()[0]
        if not torch.all(upstream == first):
            raise RuntimeError(f"{loss.name} knows the slope of the sum of its losses only: weigh them all alike")
        return slope * first
    return slope * (upstream if upstream.shape == slope.shape else upstream.unsqueeze(-1))
