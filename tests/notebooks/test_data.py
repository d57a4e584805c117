"""The data files of the course: as published, and each with its source."""

import csv

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


def test_every_data_file_states_its_source_and_licence():
    """Each file has a section of its own in the folder's README, with source and licence."""
    sections = dict(section.split("\n", 1) for section in (DATA / "README.md").read_text("utf-8").split("\n## ")[1:])
    assert set(sections) == {path.name for path in DATA.iterdir() if path.name != "README.md"}
    for name, text in sections.items():
        assert "**Source.**" in text and "**Licence.**" in text, name
