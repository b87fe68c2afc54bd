"""How is a database opened? The only place that opens connections."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import duckdb

from scoring.store.address import MEMORY, Address
from scoring.store.refusals import no_extension, refusal

# Nothing is fetched at run time: extensions come from installed packages only.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # At the default of 16 MB every second load of a large sheet waits for the file to be tidied.
    "checkpoint_threshold": "256MB",
}


def connect(address: Address) -> duckdb.DuckDBPyConnection:
    """An open connection; give it to `cursor_of`, do not query it.

    Raises: StoreBusy, StoreUnreadable.
    """
    with refusing(address):
        _make_folders(address)
        return _connect_lake(address) if address.is_lake else _connect_file(address)


@contextmanager
def refusing(address: Address) -> Iterator[None]:
    """Turn what goes wrong while a database is opened into a sentence for people."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        # A server's error repeats the connection text, which may hold a password.
        cause = None if address.on_postgres else error
        raise refusal(address.shown, error, served=address.on_postgres) from cause


@contextmanager
def cursor_of(
    connection: duckdb.DuckDBPyConnection, address: Address
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor for one thread and one use; it sees the database's tables by their bare names."""
    cursor = connection.cursor()
    try:
        if address.is_lake:
            cursor.execute("use lake")  # a cursor does not inherit the connection's choice
        yield cursor
    finally:
        cursor.close()


def _make_folders(address: Address) -> None:
    if address.catalog != MEMORY and not address.on_postgres:
        Path(address.catalog).parent.mkdir(parents=True, exist_ok=True)
    if address.data_path is not None:
        Path(address.data_path).mkdir(parents=True, exist_ok=True)


def _connect_file(address: Address) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(address.catalog, config=_CONFIG)


def _connect_lake(address: Address) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(MEMORY, config=_CONFIG)
    try:
        for name in ("ducklake", "postgres_scanner") if address.on_postgres else ("ducklake",):
            connection.execute(f"load {_quoted(_extension(name))}")
        _attach(connection, address)
    except Exception:
        connection.close()
        raise
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, address: Address) -> None:
    # override_data_path: the folder may be moved together with its catalog.
    # data_inlining_row_limit 0: all rows, and so the uploaded bytes, live in the Parquet files,
    # whatever database holds the catalog.
    attach = (
        f"attach {_quoted('ducklake:' + address.catalog)} as lake "
        f"(data_path {_quoted(f'{address.data_path}/')}, override_data_path true, "
        "data_inlining_row_limit 0)"
    )
    try:
        connection.execute(attach)
    except duckdb.Error as error:
        if "already exists" not in str(error):
            raise
        time.sleep(1)  # another server is creating the catalog at this moment
        connection.execute(attach)


def _extension(name: str) -> str:
    """The file of an extension, from the package that carries it for this release of DuckDB."""
    spec = find_spec(f"duckdb_extension_{name}")
    folders = spec.submodule_search_locations or [] if spec else []
    version = f"v{duckdb.__version__}"
    for folder in folders:
        file = Path(folder) / "extensions" / version / f"{name}.duckdb_extension"
        if file.exists():
            return str(file)
    raise no_extension(name)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
