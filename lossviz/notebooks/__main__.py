"""`python -m lossviz.notebooks`: execute the notebooks and store them, or check that they are stored properly."""

import argparse
import sys
from pathlib import Path


def main(arguments=None):
    """Run the command; returns its exit code, 1 where any notebook failed."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        from . import store
    except ModuleNotFoundError as error:
        parser.error(f"{error.name} is missing; it comes with JupyterLab: pip install jupyterlab")
    work = store.check if options.check else store.store
    failed = 0
    for path in _notebooks(options.paths, parser):
        try:
            done = work(path)
        except store.FAILURES as error:
            print(f"{path}: {error}", file=sys.stderr, flush=True)
            failed += 1
        else:
            if not options.quiet:
                print(f"{path}: {done}", flush=True)
    return 1 if failed else 0


def _parser():
    parser = argparse.ArgumentParser(
        prog="python -m lossviz.notebooks",
        description="Execute notebooks and store them without anything that differs from run to run.",
    )
    parser.add_argument("paths", nargs="*", type=Path, help="notebooks, or folders of them (default: notebooks)")
    parser.add_argument("--check", action="store_true", help="execute nothing, only say which are not stored properly")
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but failures")
    return parser


def _notebooks(paths, parser):
    found = []
    for path in paths or [Path("notebooks")]:
        if path.is_dir():
            found.extend(sorted(path.glob("*.ipynb")))
        elif path.is_file():
            found.append(path)
        else:
            parser.error(f"there is no {path} here; name a notebook, or run this where the folder notebooks is")
    if not found:
        parser.error("there is no notebook in there")
    return found


if __name__ == "__main__":
    sys.exit(main())
