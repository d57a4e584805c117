"""Loading Matplotlib with the figures: on any ground, and without taking anything from the learner's own drawing."""

import os
import subprocess
import sys

import pytest

SHOWN = "import os, matplotlib; print(matplotlib.get_backend(auto_select=False), os.environ.get('MPLBACKEND'))"


def python(code, **settings):
    """What a fresh Python with these settings prints; an empty one takes its variable away."""
    environment = {name: value for name, value in (os.environ | settings).items() if name not in settings or value}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)


@pytest.mark.parametrize("backend", ["agg", "module://nowhere", "qtagg"])
def test_the_backend_of_the_environment_stays(backend):
    """A learner's own figures are drawn by the backend that the environment names, with lossviz as without it."""
    alone = python(SHOWN, MPLBACKEND=backend).stdout
    assert python(f"import lossviz.figures; {SHOWN}", MPLBACKEND=backend).stdout == alone == f"{backend} {backend}\n"


def test_a_backend_that_matplotlib_does_not_know_is_left_out():
    """Where `import matplotlib` alone would fail, the figures load, and the variable stands as it was."""
    assert python(f"import lossviz.figures; {SHOWN}", MPLBACKEND="qt4agg").stdout == "None qt4agg\n"


def test_a_backend_that_was_chosen_stays():
    """What the learner has told Matplotlib before is not undone by the environment."""
    code = f"import matplotlib; matplotlib.use('svg'); import lossviz.figures; {SHOWN}"
    assert python(code, MPLBACKEND="agg").stdout == "svg agg\n"


def test_a_home_that_cannot_be_written_is_not_spoken_of():
    """Matplotlib's remarks on the folder it takes instead are left out; later ones, on a learner's figures, are not."""
    code = "import lossviz.figures.style, logging; logging.getLogger('matplotlib.font_manager').warning('later')"
    done = python(code, HOME="/proc/nobody", XDG_CONFIG_HOME="", XDG_CACHE_HOME="", MPLCONFIGDIR="")
    assert done.stderr == "later\n"
