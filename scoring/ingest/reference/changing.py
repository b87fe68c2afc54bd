"""How several files change at once: wholly or not at all, whatever stops the writer."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from scoring.ingest.reference.files import PENDING


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One writer at a time, whichever process it is in; a killed one lets go by itself."""
    if sys.platform == "win32":
        import msvcrt

        with (folder / ".lock").open("a+") as file:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def change(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all the files: from the one renaming on they all count, before it none does.

    Raises: OSError, and then nothing has changed.
    """
    begun = folder / f"{PENDING}-{uuid4().hex}"
    try:
        for name, content in files.items():
            _write(begun / name, content)
        _flush(begun)
        begun.rename(folder / PENDING)
    except OSError:
        shutil.rmtree(begun, ignore_errors=True)
        raise
    _flush(folder)
    finish(folder)


def finish(folder: Path) -> None:
    """Move what was decided into place, and drop what a killed writer had only begun."""
    for begun in folder.glob(f"{PENDING}-*"):
        shutil.rmtree(begun, ignore_errors=True)
    pending = folder / PENDING
    if not pending.is_dir():
        return
    for path in sorted(pending.glob("**/*.csv")):
        target = folder / path.relative_to(pending)
        target.parent.mkdir(exist_ok=True)
        path.replace(target)
        _flush(target.parent)
    shutil.rmtree(pending)
    _flush(folder)


def keep(folder: Path, files: Mapping[str, bytes], name: str) -> None:
    """Put copies of files away under replaced/<name>; what is there already stays."""
    for file, content in files.items():
        _write(folder / "replaced" / name / file, content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _flush(path.parent)


def _flush(folder: Path) -> None:
    """The names in a folder, kept through a loss of power; Windows has no such thing."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
