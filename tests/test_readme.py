"""The README: its links lead somewhere, its examples run, its commands are what everything else uses."""

import doctest
import re
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text("utf-8")
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "binder/README.md",
    "lite/README.md",
    "notebooks/README.md",
    "notebooks/data/README.md",
)
COMMANDS = re.findall(r"^git clone .*$", README, flags=re.MULTILINE)
NOTEBOOKS = sorted(path.name for path in (REPOSITORY / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("page", PAGES)
def test_links_inside_the_repository_lead_somewhere(page):
    """Every relative link and picture of a page is a file that exists."""
    text = (REPOSITORY / page).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if not urlsplit(target).scheme]
    missing = [target for target in targets if not ((REPOSITORY / page).parent / target.split("#")[0]).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_pictures_have_alt_text(page):
    """Every picture of a page has words that stand for it."""
    text = (REPOSITORY / page).read_text("utf-8")
    assert [image for image in re.findall(r"!\[([^\]]*)\]", text) if not image.strip()] == []


def test_sessions_print_what_they_say():
    """The Python sessions in the README, run, give the answers that stand there."""
    sessions = re.findall(r"```pycon\n(.*?)```", README, flags=re.DOTALL)
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner()
    for session in sessions:
        runner.run(parser.get_doctest(session, {}, "README.md", None, 0))
    assert sessions and runner.summarize(verbose=False).failed == 0


def test_examples_run():
    """The Python examples in the README run as they are pasted."""
    examples = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert examples
    for example in examples:
        exec(example, {})


@pytest.mark.parametrize("page", ["README.md", "notebooks/README.md"])
def test_tables_link_exactly_the_notebooks_that_exist(page):
    """A notebook that is here is linked from the table, one that is planned is not."""
    linked = set(
        re.findall(r"^\|.*\]\((?:notebooks/)?(\w+\.ipynb)\)", (REPOSITORY / page).read_text("utf-8"), re.MULTILINE)
    )
    assert linked == set(NOTEBOOKS)


def test_there_are_two_commands_each_for_two_kinds_of_shell():
    """One line opens the course and one tests it, each with a line for PowerShell that does the same."""
    assert len(COMMANDS) == 4
    for shell, powershell in (COMMANDS[:2], COMMANDS[2:]):
        assert "; " not in shell and "&&" not in powershell
        translated = (
            shell.replace(" && ", "; ")
            .replace("python3 -m venv", "py -m venv")
            .replace(".venv/bin/", ".venv\\Scripts\\")
        )
        assert translated.replace("notebooks/", "notebooks\\") == powershell


def test_course_and_binder_open_on_the_first_notebook():
    """The command and the Binder link open the first notebook there is, in JupyterLab."""
    assert COMMANDS[0].endswith(f".venv/bin/jupyter lab notebooks/{NOTEBOOKS[0]}")
    (link,) = re.findall(r"https://mybinder\.org/v2/[^)\s]+", README)
    assert parse_qs(urlsplit(link).query) == {"urlpath": [f"lab/tree/notebooks/{NOTEBOOKS[0]}"]}


def test_ci_takes_the_test_command_from_the_readme():
    """`.ci/run` finds exactly one command in the README: the one that tests, without the clone before it."""
    script = (REPOSITORY / ".ci" / "run").read_text("utf-8")
    (pattern,) = re.findall(r"sed -n '([^']+)' README\.md", script)
    done = subprocess.run(
        ["sed", "-n", pattern, "README.md"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout == COMMANDS[2].split(" && cd lossviz && ")[1] + "\n"
