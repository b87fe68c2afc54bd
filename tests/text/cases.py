"""The tables of cases under cases/: a text, and what it is read as."""

from pathlib import Path

CASES = Path(__file__).parent / "cases"


def cases(name: str, *sections: str) -> list[tuple[str, str]]:
    """The cases of some sections of a file, in order: text and expected.

    A section begins with '## its-name: what it is', a comment with '#'; the first '|' of a line
    separates, and '\\n' is a line end.

    Raises: KeyError where there is no such section.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    section = ""
    for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ").partition(":")[0]
            found[section] = []
        elif line and not line.startswith("#"):
            text, _, expected = line.partition("|")
            found[section].append((text.strip().replace("\\n", "\n"), expected.strip()))
    return [case for one in sections for case in found[one]]
