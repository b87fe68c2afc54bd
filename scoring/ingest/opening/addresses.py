"""How a spreadsheet names its cells."""


def column_letter(index: int) -> str:
    """The column's letters, counted from 0: 0 → 'A', 27 → 'AB'."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The column of these letters, large or small, counted from 0: 'A' → 0, 'AB' → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def cell_name(row: int, column: int) -> str:
    """The cell's address, both counted from 0: (8, 4) → 'E9'."""
    return f"{column_letter(column)}{row + 1}"


def position_of(address: str) -> tuple[int, int]:
    """'E9' → (8, 4)"""
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]) - 1, column_index(letters)
