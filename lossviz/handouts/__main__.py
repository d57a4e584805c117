"""`python -m lossviz.handouts`: a folder of pages whose sliders move with no kernel, and the same on paper."""

import argparse
import sys
from pathlib import Path


def main(arguments=None):
    """Run the command; returns its exit code, 1 where anything failed."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        from . import build, folder, paper
        from .progress import Progress
    except ModuleNotFoundError as error:
        parser.error(f"{error.name} is missing: pip install 'lossviz[handouts]'")
    paths = _notebooks(options, parser)
    if options.output.exists() and not options.output.is_dir():
        parser.error(f"{options.output} is a file; the pages need a folder")
    foreign = folder.foreign(options.output)
    if foreign and not options.force:
        listed = ", ".join(foreign[:3]) + (", …" if len(foreign) > 3 else "")
        parser.error(
            f"{options.output} holds other files ({listed}); choose another folder, or say --force to keep them beside"
        )
    editions = tuple(options.edition or build.EDITIONS)
    browser = None if options.no_pdf else paper.browser()
    complete = not options.only and set(editions) == set(build.EDITIONS)
    order = build.Order(paths, editions, options.output, complete, browser)
    try:
        failures, remarks = build.build(order, Progress(len(paths), options.quiet))
    except ValueError as error:  # of a notebook that is none, or of a page around the notebooks
        failures, remarks = [str(error)], []
    for line in failures + remarks:
        print(line, file=sys.stderr)
    if failures:
        print(f"Nothing was written to {options.output}.", file=sys.stderr)
        return 1
    if not options.quiet:
        print(f"{options.output}: {len(paths)} notebook{'s'[: len(paths) != 1]}, {' and '.join(editions)} edition")
    if browser is None and not options.no_pdf:
        print("No PDF was made: that needs Chromium or Chrome (on Debian: apt-get install chromium).", file=sys.stderr)
    return 0


def _parser():
    parser = argparse.ArgumentParser(
        prog="python -m lossviz.handouts",
        description="Make pages whose sliders move with no kernel, and PDFs, for students and for teachers.",
    )
    parser.add_argument(
        "--only", metavar="NN", action="append", help="this notebook alone, by its number (may be repeated)"
    )
    parser.add_argument(
        "--edition", choices=("student", "teacher"), action="append", help="one edition (default: both)"
    )
    parser.add_argument(
        "--output", metavar="DIR", type=Path, default=Path("build/handouts"), help="default: build/handouts"
    )
    parser.add_argument("--notebooks", metavar="DIR", type=Path, default=Path("notebooks"), help="where the course is")
    parser.add_argument("--force", action="store_true", help="write although other files are there; they stay")
    parser.add_argument("--no-pdf", action="store_true", help="make the pages only")
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but failures")
    return parser


def _notebooks(options, parser):
    every = sorted(options.notebooks.glob("[0-9][0-9]_*.ipynb")) if options.notebooks.is_dir() else []
    if not every:
        parser.error(f"there is no notebook in {options.notebooks}; run this where the folder notebooks is")
    chosen = [path for path in every if not options.only or path.name[:2] in options.only]
    missing = sorted(set(options.only or ()) - {path.name[:2] for path in every})
    if missing:
        parser.error(
            f"there is no notebook {', '.join(missing)}; there are {', '.join(path.name[:2] for path in every)}"
        )
    return tuple(chosen)


if __name__ == "__main__":
    sys.exit(main())
