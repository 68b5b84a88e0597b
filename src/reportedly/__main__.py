"""``python -m reportedly`` is the command line."""

from reportedly.app.cli import run

if __name__ == "__main__":
    run()
