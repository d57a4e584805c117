"""The keywords that a loss carries into a framework, checked before training begins."""

import inspect


def checked(loss, tunables):
    """The same keywords, or an error in the words of the loss."""
    known = [name for name in inspect.signature(loss).parameters if name not in (*loss.targets, *loss.predictions)]
    for name, value in tunables.items():
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise TypeError(f"{loss.name} has no tunable {name!r}; {has}")
        if name in loss.tunables:
            loss.tunables[name].check(name, value)
    return dict(tunables)


def listed(tunables):
    """Each keyword as it would be typed."""
    return [f"{name}={value!r}" for name, value in tunables.items()]
