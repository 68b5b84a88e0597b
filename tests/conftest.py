"""Records for tests: on SQLite, and on a PostgreSQL server of our own where its programs are installed."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sql

from reportedly.app.cli import main
from reportedly.ledger import Ledger
from tests import databases

ROOT = Path(__file__).parents[1]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Run a command in this process, on a record of its own: exit code, standard output, standard error."""
    monkeypatch.setenv("REPORTEDLY_LEDGER", str(tmp_path / "situation.ledger"))

    def running(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["reportedly", *map(str, arguments)])
        code = main()
        out, err = capsysbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return running


@pytest.fixture(scope="session")
def server() -> Iterator[str | None]:
    yield from databases.server(ROOT)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new record may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "situation.ledger")
    url = request.getfixturevalue("server")
    if url is None:
        pytest.skip("PostgreSQL is not installed here")
    wipe(url)
    return str(url)


def wipe(url: str) -> None:
    engine = sql.create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    with Ledger(address, create=True) as opened:
        yield opened
