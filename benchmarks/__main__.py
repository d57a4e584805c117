"""The command: `python -m benchmarks [--only PART] [--steps N] [--strict]`."""

import argparse
import os
import platform
import sys

from . import browser, handouts, imports, kernels, lite, memory, notebooks, soak, steps

PARTS = {
    "imports": imports.run,
    "steps": steps.run,
    "memory": memory.run,
    "notebooks": notebooks.run,
    "handouts": handouts.run,
    "kernels": kernels.run,
    "soak": soak.run,
    "browser": browser.run,
    "lite": lite.run,
}


def main(arguments=None):
    """Run the parts asked for; the exit code is 1 where `--strict` is given and a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; may be given several times")
    parser.add_argument("--steps", type=int, help="rounds of each comparison, or steps (memory, soak)")
    parser.add_argument("--explorer", action="append", help="one explorer of the parts steps and browser, or several")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a target is missed")
    options = parser.parse_args(arguments)
    # Without the load a time says little; os.getloadavg is not there on Windows.
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors{load}\n")
    missed = sum(PARTS[part](options) for part in options.only or PARTS)
    print(f"{missed} of the targets missed" if missed else "every target met")
    return 1 if options.strict and missed else 0


if __name__ == "__main__":
    sys.exit(main())
