"""The command: `python -m lite [--output FOLDER]`, from the folder of the repository."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
REQUIREMENTS = f"{HERE.name}/requirements.txt"
_KERNEL = "@jupyterlite/pyodide-kernel-extension"
_NOT_FOR_READERS = shutil.ignore_patterns("conftest.py", "make_*.py", "__pycache__", ".*")


def main(arguments=None):
    """Build the site; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m lite", description="Build the course as a site without a server.")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "lite", help="folder (default: build/lite)")
    options = parser.parse_args(arguments)
    if sys.version_info < (3, 12):
        parser.error(f"this needs Python 3.12 or later; here runs {sys.version.split()[0]}")
    try:
        from . import lock
    except ModuleNotFoundError as error:
        parser.error(f"{error.name} is missing: pip install -r {REQUIREMENTS}")
    output = options.output.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        contents = shutil.copytree(ROOT / "notebooks", folder / "contents", ignore=_NOT_FOR_READERS)
        _settings(folder)
        _jupyterlite(folder, contents, folder / "site")
        packages = folder / "site" / "pyodide"
        packages.mkdir()
        _wheels(packages)
        lock.write(packages, _pyodide(folder))
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(folder / "site", output, ignore=shutil.ignore_patterns("*.map"))
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    print(f"{output}: {size / 1e6:.0f} MB; to look at it: python -m http.server -d {options.output}")
    return 0


def _settings(folder):
    """What JupyterLite is told, and what the course tells every Jupyter."""
    shutil.copy(HERE / "jupyter-lite.json", folder)
    overrides = json.loads((HERE / "overrides.json").read_text("utf-8"))
    overrides |= json.loads((ROOT / "lossviz" / "jupyter" / "settings.json").read_text("utf-8"))
    (folder / "overrides.json").write_text(json.dumps(overrides), "utf-8")


def _jupyterlite(folder, contents, site):
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", folder, "--contents", contents]
    _run(*command, "--output-dir", site, "--apps", "lab", "--no-sourcemaps", cwd=folder)


def _wheels(packages):
    """The course's package, what it imports, and what the kernel itself is made of, as wheels in one folder."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    _run(*pip, "wheel", "--no-deps", "-w", packages, ROOT)
    _run(*pip, "download", "--no-deps", "--only-binary", ":all:", "-d", packages, "-r", HERE / "wheels.txt")
    kernel = packages.parent / "extensions" / _KERNEL / "static" / "pypi"
    for wheel in [*kernel.glob("*.whl")]:
        if not wheel.name.startswith("widgetsnbextension-3"):  # that is for ipywidgets 7
            shutil.copy(wheel, packages)


def _pyodide(folder):
    """The address of Pyodide's files, as JupyterLite is told it."""
    told = json.loads((folder / "jupyter-lite.json").read_text("utf-8"))
    url = told["jupyter-config-data"]["litePluginSettings"][f"{_KERNEL}:kernel"]["pyodideUrl"]
    return url.rpartition("/")[0] + "/"


def _run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
