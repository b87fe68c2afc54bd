"""How a command writes a file: whole or not at all, with a sentence where it cannot."""

from pathlib import Path


def refusal(out: Path, content: bytes) -> str | None:
    """Write the file; gives why it could not be written, with a cure, None where it was.

    It takes the place of an older file only once it is whole.
    """
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        return f"Không ghi được {out}: {error.strerror or error}. Chọn nơi khác rồi chạy lại."
    return None
