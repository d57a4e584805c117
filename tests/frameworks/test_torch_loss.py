"""Losses in PyTorch: gradients, dtypes, reductions, a learner's own function, errors in words."""

import copy
import pickle

import numpy as np
import pytest

from . import REASON

torch = pytest.importorskip("torch", reason=REASON)

import lossviz
from lossviz import LOSSES, absolute_error, contrastive_similarity, huber, squared_error
from lossviz.frameworks import torch_loss
from lossviz.losses import prepare
from tests.losses.examples import arrays, gradients, settings

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
pairs = [loss for loss in LOSSES.values() if loss._prepare is prepare.square]


def tensors(loss, dtype=torch.float64, **kwargs):
    """Targets, and predictions that require a gradient."""
    given = [torch.tensor(array) for array in arrays(loss, **kwargs)]
    given = [each.to(dtype) if each.is_floating_point() else each for each in given]
    count = len(loss.targets)
    return given[:count], [each.requires_grad_() for each in given[count:]]


def capped(y_true, y_pred, *, cap=4.0):
    return np.minimum((y_pred - y_true) ** 2, cap)


@every_loss
def test_the_gradient_is_that_of_the_value(loss):
    """PyTorch's own check, central differences for each output, finds every loss's gradient right."""
    targets, predictions = tensors(loss, count=6, seed=3)
    reduction = "sum" if loss in pairs else "none"
    for tunables in settings(loss):
        module = torch_loss(loss, reduction=reduction, **tunables)
        assert torch.autograd.gradcheck(lambda *each, module=module: module(*each, *targets), predictions)


@every_loss
def test_value_and_gradient_are_those_of_numpy(loss):
    """Each reduction is that of NumPy's losses, and the gradient of the sum is the loss's own, to the bit."""
    targets, predictions = tensors(loss)
    given = arrays(loss)
    for reduction, of in (("mean", np.mean), ("sum", np.sum), ("none", np.asarray)):
        got = torch_loss(loss, reduction=reduction)(*predictions, *targets)
        np.testing.assert_allclose(got.detach(), of(loss(*given)), rtol=1e-14)
    torch_loss(loss, reduction="sum")(*predictions, *targets).backward()
    for prediction, slope in zip(predictions, gradients(loss, *given), strict=True):
        np.testing.assert_array_equal(prediction.grad, slope)


@every_loss
def test_single_precision_comes_back_as_such(loss):
    """A float32 prediction gets a float32 loss and gradient, close to those of float64."""
    targets, predictions = tensors(loss, torch.float32)
    cost = torch_loss(loss, reduction="sum")(*predictions, *targets)
    cost.backward()
    assert cost.dtype == torch.float32 and {each.grad.dtype for each in predictions} == {torch.float32}
    given = [each.detach().numpy() for each in (*targets, *predictions)]
    wide = [array.astype(float) if array.dtype.kind == "f" else array for array in given]
    np.testing.assert_allclose(cost.detach(), loss(*wide).sum(), rtol=1e-5)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_half_precision_is_taken(dtype):
    """Half precision goes through float32 and comes back as it was."""
    prediction = torch.tensor([0.5, 3.0], dtype=dtype, requires_grad=True)
    cost = torch_loss(huber)(prediction, torch.zeros(2, dtype=dtype))
    cost.backward()
    assert cost.dtype == prediction.grad.dtype == dtype
    assert prediction.grad.tolist() == [0.25, 0.5]


def test_what_comes_from_above_is_passed_on():
    """Losses weighed one by one give slopes weighed one by one, for elements and for rows."""
    for loss in (huber, lossviz.categorical_crossentropy_from_logits, lossviz.dice):
        targets, predictions = tensors(loss)
        losses = torch_loss(loss, reduction="none")(*predictions, *targets)
        weights = torch.linspace(-1, 2, len(losses), dtype=torch.float64)
        (losses * weights).sum().backward()
        wanted = loss.gradient(*arrays(loss))
        wanted = wanted * (weights.numpy() if wanted.ndim == 1 else weights.numpy()[:, None])
        np.testing.assert_allclose(predictions[0].grad, wanted, rtol=1e-14)


def test_the_same_as_a_built_in_in_a_network():
    """In a network, cost and the gradients of all weights are those of PyTorch's own loss."""
    torch.manual_seed(0)
    net = torch.nn.Sequential(torch.nn.Linear(3, 5), torch.nn.Tanh(), torch.nn.Linear(5, 1)).double()
    x, y = torch.randn(20, 3, dtype=torch.float64), 3 * torch.randn(20, 1, dtype=torch.float64)
    found = []
    for criterion in (torch_loss(huber, delta=2.0), torch.nn.HuberLoss(delta=2.0)):
        net.zero_grad()
        cost = criterion(net(x), y)
        cost.backward()
        found.append([cost.detach(), *(each.grad.clone() for each in net.parameters())])
    for ours, theirs in zip(*found, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-12, atol=1e-14)


def test_training_takes_the_same_path_as_with_the_built_in():
    """Thirty steps of Adam on a table of logits: every cost agrees with that under cross_entropy."""
    labels = torch.arange(40) % 4
    x = torch.randn(40, 6, generator=torch.Generator().manual_seed(1))
    ours = torch_loss(lossviz.sparse_categorical_crossentropy_from_logits)
    histories = []
    for criterion in (ours, torch.nn.CrossEntropyLoss()):
        torch.manual_seed(0)
        net = torch.nn.Linear(6, 4)
        optimiser = torch.optim.Adam(net.parameters(), lr=0.05)
        history = []
        for _ in range(30):
            optimiser.zero_grad()
            cost = criterion(net(x), labels)
            cost.backward()
            optimiser.step()
            history.append(cost.item())
        histories.append(history)
    np.testing.assert_allclose(*histories, rtol=1e-5)
    assert histories[0][-1] < 0.9 * histories[0][0]


def test_a_function_of_your_own_is_taken_as_it_is():
    """A plain NumPy function, and a loss made of one, train; its tunables are handed over."""
    prediction = torch.tensor([1.0, 5.0], dtype=torch.float64, requires_grad=True)
    for function in (capped, lossviz.loss(capped)):
        prediction.grad = None
        torch_loss(function, cap=9.0, reduction="sum")(prediction, torch.zeros(2)).backward()
        np.testing.assert_allclose(prediction.grad, [2.0, 0.0], rtol=1e-12)
    targets = torch.zeros(2, dtype=torch.float64)
    assert torch.autograd.gradcheck(torch_loss(capped, reduction="none"), (prediction, targets))


def test_a_loss_without_targets_takes_its_predictions():
    """`vae_kl` and `gan_generator` are called with predictions alone, in their own order."""
    mean, log_variance = torch.ones(4, 2), torch.zeros(4, 2)
    assert torch_loss(lossviz.vae_kl)(mean, log_variance).item() == pytest.approx(1.0)
    assert torch_loss(lossviz.gan_generator)(torch.zeros(3)).item() == pytest.approx(np.log(2))


def test_nothing_is_computed_where_no_gradient_is_wanted():
    """Without a gradient to come, the result hangs on no graph."""
    assert not torch_loss(huber)(torch.ones(2), torch.zeros(2)).requires_grad


def test_it_can_be_copied_stored_and_shown():
    """Copies and pickles are called alike, and print says the loss and what it carries."""
    module = torch_loss(huber, delta=2.0)
    for other in (copy.deepcopy(module), pickle.loads(pickle.dumps(module))):
        assert other(torch.tensor([3.0]), torch.tensor([0.0])) == 4.0
    assert repr(module) == "TorchLoss(huber, delta=2.0, reduction='mean')"
    assert not module.state_dict()


def test_a_swapped_order_is_told():
    """(target, input) instead of (input, target) would train nothing, without a word; here it is an error."""
    prediction = torch.ones(2, requires_grad=True)
    with pytest.raises(ValueError, match=r"is the order \(input, target\)"):
        torch_loss(squared_error)(torch.zeros(2), prediction)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: torch_loss(huber, gamma=2.0), "huber has no tunable 'gamma'; it has delta"),
        (lambda: torch_loss(squared_error, delta=2.0), "squared_error has no tunable 'delta'; it has none"),
        (lambda: torch_loss(huber, delta=-1.0), "delta must be greater than 0"),
        (lambda: torch_loss(huber, reduction="average"), "reduction is one of 'mean', 'sum', 'none'; got 'average'"),
        (lambda: torch_loss("huber"), "a function"),
        (lambda: torch_loss(huber)(torch.ones(2)), "huber takes y_pred, y_true here; got 1 arguments"),
        (lambda: torch_loss(huber)(torch.ones(3, 1), torch.ones(3)), r"they must be equal"),
    ],
)
def test_a_wrong_call_is_told_in_words(make, said):
    """What is wrong is told when the loss is made, or in the words of the loss when it is called."""
    with pytest.raises((TypeError, ValueError), match=said):
        make()


def test_the_second_derivative_is_refused():
    """The slope cannot be differentiated again, and PyTorch says so instead of returning zeros."""
    prediction = torch.tensor([0.5], requires_grad=True)
    cost = torch_loss(absolute_error)(prediction, torch.zeros(1)) ** 2
    (slope,) = torch.autograd.grad(cost, prediction, create_graph=True)
    with pytest.raises(RuntimeError, match="once_differentiable"):
        slope.sum().backward()


def test_losses_that_share_their_entries_are_not_weighed_apart():
    """The contrastive loss knows the slope of its sum only: other weights are refused, equal ones are right."""
    similarity = torch.eye(3, dtype=torch.float64, requires_grad=True)
    losses = torch_loss(contrastive_similarity, reduction="none")(similarity)
    with pytest.raises(RuntimeError, match="weigh them all alike"):
        (losses * torch.arange(3)).sum().backward()
    (2 * torch_loss(contrastive_similarity)(similarity)).backward()
    wanted = contrastive_similarity.gradient(np.eye(3)) * 2 / 3
    np.testing.assert_allclose(similarity.grad, wanted, rtol=1e-14)


def test_whole_numbers_are_predictions_too():
    """Integer predictions are taken as real numbers: their losses keep what stands behind the point."""
    assert torch_loss(squared_error, reduction="sum")([1, 2], [1.5, 2.5]).item() == 0.5
