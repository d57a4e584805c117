"""A class on a hub: a link pulls the course into a learner's home, opens a notebook, and later brings what is new."""

import json
import subprocess
from urllib.parse import urlencode

import pytest

from . import reader

pytestmark = [pytest.mark.slow, pytest.mark.browser]

NOTEBOOK = "notebooks/01_what_is_a_loss.ipynb"
WHERE = "import lossviz; print(lossviz.__file__)"
NEWS = "Said by the teacher."


@pytest.fixture(scope="module")
def hub(image):
    """The image with nbgitpuller, as a hub's image has it."""
    image.run(image.prefix / "bin/pip", "install", "-q", "nbgitpuller")
    return image


@pytest.fixture
def published(hub, tmp_path):
    """A repository of the course that a hub can reach, its branch called main."""
    published = tmp_path / "published" / "lossviz"
    _git("clone", "-q", "--bare", hub.folder, published)
    _git("-C", published, "branch", "-f", "main", "HEAD")
    return published


@pytest.fixture
def home(tmp_path):
    """The learner's home, empty."""
    home = tmp_path / "home"
    home.mkdir()
    return home


def test_a_link_pulls_the_course_and_a_second_one_keeps_what_the_learner_wrote(hub, published, home, page):
    """The notebook opens and runs; the teacher changes it, and a second click brings that beside the learner's cell."""
    link = urlencode({"repo": published.as_uri(), "branch": "main", "urlpath": f"lab/tree/lossviz/{NOTEBOOK}"})
    with reader.server(hub, home, home) as address:
        _follow(page, address, link)
        reader.start_all(page, address)
        reader.finish(page)
        package = reader.own_cell(page, WHERE)
        reader.save(page)
        _teach(published, home.parent / "teacher")
        _follow(page, address, link)
        page.get_by_text(NEWS).first.wait_for(state="attached", timeout=1000 * reader.SECONDS)
    assert package == str(hub.folder / "lossviz" / "__init__.py")  # that of the image
    cells = json.loads((home / "lossviz" / NOTEBOOK).read_text("utf-8"))["cells"]
    assert {WHERE, NEWS} <= {"".join(cell["source"]) for cell in cells}


def test_the_package_may_follow_the_notebooks(hub, published, home):
    """With the pulled folder on PYTHONPATH a notebook runs to its end, with the package that was pulled beside it."""
    _git("clone", "-q", "-b", "main", published, home / "lossviz")
    environment = hub.environment(home) | {"PYTHONPATH": str(home / "lossviz")}
    assert _said(environment, hub.prefix / "bin/python", "-c", WHERE) == str(home / "lossviz/lossviz/__init__.py")
    _said(environment, hub.prefix / "bin/jupyter-execute", home / "lossviz" / NOTEBOOK)


def _follow(page, address, link):
    page.goto(f"{address}/git-pull?token={reader.TOKEN}&{link}")
    page.wait_for_url("**/lab/tree/**", timeout=1000 * reader.SECONDS)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=1000 * reader.SECONDS)


def _teach(published, clone):
    """Add a last cell to the notebook and publish it."""
    _git("clone", "-q", "-b", "main", published, clone)
    notebook = json.loads((clone / NOTEBOOK).read_text("utf-8"))
    notebook["cells"].append({"cell_type": "markdown", "id": "news", "metadata": {}, "source": [NEWS]})
    (clone / NOTEBOOK).write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")
    _git("-C", clone, "-c", "user.name=Teacher", "-c", "user.email=teacher@example.org", "commit", "-qam", "News")
    _git("-C", clone, "push", "-q", "origin", "main")


def _said(environment, *command):
    """What the command prints, started in the learner's home."""
    home = environment["HOME"]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _git(*command):
    subprocess.run(["git", *map(str, command)], check=True)
