"""The folder that handouts go to: what may be in it, and how a finished build gets there."""

import os
import re

_OURS = re.compile(r"(\d\d_[^/]+?(\.teacher)?|cheat_sheet)\.(html|pdf)|(index(\.teacher)?|glossary)\.html")


def foreign(folder):
    """The names of what lies in the folder and no build has put there."""
    return sorted(each.name for each in folder.iterdir() if not _OURS.fullmatch(each.name)) if folder.is_dir() else []


def move(fresh, folder, *, complete):
    """Move every file of the folder `fresh` into `folder`, each replacing its predecessor at once.

    Where the build was `complete`, files of earlier builds that have no successor go.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = {each.name for each in fresh.iterdir()}
    for name in sorted(names):
        os.replace(fresh / name, folder / name)
    if complete:
        for old in folder.iterdir():
            if _OURS.fullmatch(old.name) and old.name not in names:
                old.unlink()
