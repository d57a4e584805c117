"""The data files of the course: as published, and each with its source."""

import csv

import numpy as np

from . import FOLDER

DATA = FOLDER / "data"


def test_phones_are_the_published_numbers():
    """24 years, 1950 to 1973, in millions of calls: the values of table 2 in Rousseeuw and Leroy (1987), times ten."""
    with open(DATA / "phones.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["year"]) for row in rows] == list(range(1950, 1974))
    calls = [float(row["calls"]) for row in rows]
    in_calls = [4.4, 4.7, 4.7, 5.9, 6.6, 7.3, 8.1, 8.8, 10.6, 12.0, 13.5, 14.9, 16.1]
    changing, in_minutes, changing_back, in_calls_again = [21.2], [119, 124, 142, 159, 182, 212], [43], [24, 27, 29]
    assert calls == in_calls + changing + in_minutes + changing_back + in_calls_again


def test_digits_are_whole():
    """1,797 pictures of 8 × 8 points from 0 to 16, some 180 of each digit, the first ten being 0 to 9."""
    with np.load(DATA / "digits.npz") as digits:
        images, labels = digits["images"], digits["labels"]
    assert images.shape == (1797, 8, 8) and (images.min(), images.max(), images.sum()) == (0, 16, 561718)
    assert list(labels[:10]) == list(range(10))
    assert list(np.bincount(labels)) == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_breast_cancer_is_whole():
    """569 samples of which 212 are malignant; the means of radius and area are the published ones."""
    table = np.loadtxt(DATA / "breast_cancer.csv", delimiter=",", skiprows=1)
    assert table.shape == (569, 11) and table[:, 0].sum() == 212
    assert np.round(table[:, [1, 4]].mean(axis=0), 3).tolist() == [14.127, 654.889]


def test_faithful_is_whole():
    """272 eruptions: the first and last row, and both means, are the published ones."""
    table = np.loadtxt(DATA / "faithful.csv", delimiter=",", skiprows=1)
    assert table.shape == (272, 2) and table[[0, -1]].tolist() == [[3.6, 79], [4.467, 74]]
    assert np.round(table.mean(axis=0), 3).tolist() == [3.488, 70.897]


def test_elements_are_whole():
    """118 elements in the order of their numbers, each symbol and name once, with the spellings of the IUPAC."""
    with open(DATA / "elements.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["number"]) for row in rows] == list(range(1, 119))
    names, symbols = ([row[column] for row in rows] for column in ("name", "symbol"))
    assert len(set(names)) == len(set(symbols)) == 118
    assert all(name.isascii() and name.isalpha() and name.islower() for name in names)
    assert all(symbol.istitle() and len(symbol) <= 2 for symbol in symbols)
    spelt = {"aluminium": 13, "sulfur": 16, "caesium": 55, "tungsten": 74, "flerovium": 114, "oganesson": 118}
    assert {name: names.index(name) + 1 for name in spelt} == spelt
    from_other_names = {"Na", "K", "Fe", "Ag", "Sn", "Sb", "W", "Au", "Hg", "Pb"}  # natrium, kalium, ferrum …
    assert {s for s, name in zip(symbols, names, strict=True) if s[0] != name[0].upper()} == from_other_names
    assert sum(name.endswith("ium") for name in names) == 79
    assert sum(map(len, names)) == 923 and max(map(len, names)) == len("rutherfordium")


def test_every_data_file_states_its_source_and_licence():
    """Each file has a section of its own in the folder's README, with source and licence."""
    sections = dict(section.split("\n", 1) for section in (DATA / "README.md").read_text("utf-8").split("\n## ")[1:])
    assert set(sections) == {path.name for path in DATA.iterdir() if path.suffix not in (".md", ".py")}
    for name, text in sections.items():
        assert "**Source.**" in text and "**Licence.**" in text, name
