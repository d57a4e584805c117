"""The environment of an image that repo2docker would build, made without a container engine.

repo2docker itself says which Python, which scripts and which versions of Jupyter; pip puts them in place of conda. What
stands below them, Debian and conda, is not here, so the figures are those of the packages.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PACKAGES = {  # of repo2docker's own environment, by their names for conda and for pip
    "ipykernel": "ipykernel",
    "ipywidgets": "ipywidgets",
    "jupyter-offlinenotebook": "jupyter-offlinenotebook",
    "jupyter-resource-usage": "jupyter-resource-usage",
    "jupyter_server": "jupyter-server",
    "jupyterhub-base": "jupyterhub",
    "jupyterlab": "jupyterlab",
    "notebook": "notebook",
}
OWN = ("HOME", "JUPYTER", "IPYTHON", "PYTHON", "VIRTUAL_ENV", "MPL", "PYENV_VERSION")  # settings of whoever runs this


class CannotBuild(Exception):
    """A step failed; the message has its last words."""


@dataclass
class Image:
    """A Python environment `prefix`, the clone of the course in `folder`, and what was `measured` on the way.

    `asked` is what repo2docker wants, `python` the version it was made with.
    """

    prefix: Path
    folder: Path
    home: Path
    python: str = ""
    asked: dict = field(default_factory=dict)
    measured: dict = field(default_factory=dict)

    def environment(self, home=None):
        """The environment of a process in the image: nothing of this machine's user, and a home of its own."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
        path = f"{self.prefix / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return inherited | {"HOME": str(home or self.home), "PATH": path, "KERNEL_PYTHON_PREFIX": str(self.prefix)}

    def run(self, *command):
        """Run a command in the clone; `CannotBuild` with its last words if it fails."""
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise CannotBuild(f"{' '.join(map(str, command))}: {done.stderr[-500:]}")
        return done.stdout

    def megabytes(self):
        """What the environment takes on the disk."""
        return sum(path.lstat().st_blocks * 512 for path in self.prefix.rglob("*")) / 1e6


def build(place):
    """Build the image for the last commit of this repository in the folder `place`."""
    image = Image(place / "image", place / "repository", place / "home")
    image.home.mkdir()
    subprocess.run(["git", "clone", "-q", str(REPOSITORY), str(image.folder)], check=True)
    image.asked = _ask(place, image)
    subprocess.run([find_python(image.asked["python"]), "-m", "venv", str(image.prefix)], check=True)
    image.python = image.run(image.prefix / "bin/python", "--version").split()[1]
    _timed(image, "Jupyter", image.prefix / "bin/pip", "install", "-q", *_pinned(image.asked["packages"]))
    for _, script in image.asked["scripts"]:
        _timed(image, "course", "bash", "-ec", script)
    return image


def index_answers():
    """Whether pip can ask for packages here."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-cache-dir", "-d", folder, "comm"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def find_python(version):
    """A Python of that version on this machine, as `python3.12` or one of pyenv's; failing that, the one that runs."""
    name = f"python{version}"
    places = [
        shutil.which(name),
        *Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser().glob(f"versions/*/bin/{name}"),
    ]
    for place in filter(None, places):
        if subprocess.run([place, "-c", "import venv, ensurepip"], capture_output=True, check=False).returncode == 0:
            return str(place)
    return sys.executable


def _ask(place, image):
    """What repo2docker says of the clone."""
    builder = place / "builder"
    subprocess.run([sys.executable, "-m", "venv", str(builder)], check=True)
    image.run(builder / "bin/pip", "install", "-q", "jupyter-repo2docker")
    return json.loads(image.run(builder / "bin/python", Path(__file__).with_name("ask_repo2docker.py")))


def _pinned(locked):
    return [f"{pip}=={locked[conda]}" for conda, pip in PACKAGES.items()]


def _timed(image, name, *command):
    before, begin = image.megabytes(), time.perf_counter()
    image.run(*command)
    image.measured[name] = time.perf_counter() - begin, image.megabytes() - before
