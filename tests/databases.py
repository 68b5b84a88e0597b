"""Databases for the tests of the record: a file, and a PostgreSQL server where its programs are installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

HOMES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt/postgresql")


def _program(name: str) -> str | None:
    if found := shutil.which(name):
        return found
    for home in HOMES:
        for path in sorted(Path(home).glob(f"**/bin/{name}"), reverse=True):
            return str(path)
    return None


def server(folder: Path) -> Iterator[str | None]:
    """The URL of a server of our own that listens in ``folder`` only; None where PostgreSQL is not installed."""
    initdb, control = _program("initdb"), _program("pg_ctl")
    if initdb is None or control is None:
        yield None
        return
    # PostgreSQL does not run for the superuser; its programs are then run as another user, who must own the folder.
    other = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    home = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))  # a socket's path may have about 100 characters
    if other:
        shutil.chown(home, "nobody", "nogroup")
    try:
        _run([*other, initdb, "-D", str(home / "data"), "-U", "tester", "-A", "trust", "--no-sync"])
        options = f"-k {home} -c listen_addresses='' -c fsync=off"
        _run([*other, control, "-D", str(home / "data"), "-l", str(home / "log"), "-w", "-o", options, "start"])
        try:
            yield f"postgresql://tester@/postgres?host={home}"
        finally:
            _run([*other, control, "-D", str(home / "data"), "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(call: list[str]) -> None:
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
