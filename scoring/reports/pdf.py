"""Documents as .pdf by LibreOffice, where that is: without a window, network or leftovers."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS, _SECONDS_EACH = 60.0, 3.0
_NONE = (
    "Máy chủ chưa cài LibreOffice nên không xuất được .pdf. Tải tệp .docx, rồi lưu thành .pdf trong"
    " Word hoặc LibreOffice."
)
_LATE = (
    "LibreOffice không xuất xong .pdf trong {} giây. Tải tệp .docx, hoặc thử lại với ít tệp hơn."
)
_FAILED = "LibreOffice không xuất được .pdf của {}. Tải tệp .docx, rồi mở và lưu thành .pdf."


class NotConverted(RuntimeError):
    """Why there is no .pdf, as a sentence for people."""


def available() -> bool:
    """Whether documents can be handed out as .pdf here."""
    return _program() is not None


def as_pdf(files: Mapping[str, bytes], *, seconds: float | None = None) -> dict[str, bytes]:
    """Each file as .pdf, under its name with that ending.

    Shape: `files` by name, whose ending says what they are; `seconds` for all of them, by default
        60 and 3 for each. One call starts LibreOffice once, however many files there are.
    Raises: NotConverted where it is not installed, takes longer, or cannot open a file.
    """
    program = _program()
    if program is None:
        raise NotConverted(_NONE)
    limit = _SECONDS + _SECONDS_EACH * len(files) if seconds is None else seconds
    # The profile may still be written to while the last process of a killed group ends.
    with TemporaryDirectory(prefix="pdf-", ignore_cleanup_errors=True) as folder:
        within = Path(folder)
        sources = _written(files, within)
        _run([program, *_asked(within), *map(str, sources.values())], within, limit)
        return {_pdf(name): _made(path, name) for name, path in sources.items()}


def _program() -> str | None:
    return next((found for one in _PROGRAMS if (found := shutil.which(one))), None)


def _asked(within: Path) -> list[str]:
    profile = f"-env:UserInstallation={(within / 'profile').as_uri()}"
    quiet = ("--headless", "--norestore", "--nolockcheck", "--nodefault")
    return [profile, *quiet, "--convert-to", "pdf", "--outdir", str(within / "out")]


def _written(files: Mapping[str, bytes], within: Path) -> dict[str, Path]:
    """The files under numbers: a name may be longer than a file system bears."""
    found = {}
    for at, (name, content) in enumerate(files.items()):
        path = within / f"{at}{PurePath(name).suffix.lower()}"
        path.write_bytes(content)
        found[name] = path
    return found


def _run(command: list[str], within: Path, limit: float) -> None:
    """Raises: NotConverted after `limit` seconds; all that it started is ended then."""
    log = (within / "log").open("wb")  # a pipe that nobody empties would block it
    with (
        log,
        subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        ) as process,
    ):
        try:
            process.wait(timeout=limit)
        except subprocess.TimeoutExpired as late:
            raise NotConverted(_LATE.format(round(limit))) from late
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program that was started and what it started: the wrapper leaves it running."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # all of them have ended
    process.wait()


def _made(source: Path, name: str) -> bytes:
    path = source.parent / "out" / f"{source.stem}.pdf"
    if not path.exists():
        raise NotConverted(_FAILED.format(name))
    return path.read_bytes()


def _pdf(name: str) -> str:
    return f"{name.removesuffix(PurePath(name).suffix)}.pdf"
