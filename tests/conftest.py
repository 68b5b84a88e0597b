"""Records for tests: on SQLite, and on a PostgreSQL server of our own where its programs are installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sql

from reportedly.ledger import Ledger
from tests import databases

ROOT = Path(__file__).parents[1]


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
