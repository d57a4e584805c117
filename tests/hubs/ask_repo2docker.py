"""Run by a Python that has repo2docker, in the folder of the repository: prints as JSON what it would build."""

import json
import re
from pathlib import Path


def answer():
    """Kind of image, Python, scripts, and the versions of repo2docker's own packages."""
    import repo2docker
    from repo2docker.app import Repo2Docker

    app = Repo2Docker()
    packs = (kind(app.base_image) for kind in app.buildpacks)
    pack = next(pack for pack in packs if pack.detect())
    locked = Path(repo2docker.__file__).parent / f"buildpacks/conda/environment.py-{pack.python_version}-linux-64.lock"
    return {
        "version": repo2docker.__version__,
        "pack": type(pack).__name__,
        "folder": pack.binder_dir,
        "python": pack.python_version,
        "early": pack.get_preassemble_scripts(),
        "scripts": pack.get_assemble_scripts(),
        "packages": dict(re.findall(r"/(?:noarch|linux-64)/(.+)-([^-]+)-[^-]+\.conda", locked.read_text("utf-8"))),
    }


if __name__ == "__main__":
    print(json.dumps(answer()))
