"""`python -m energy`."""

from energy.cli.main import entry

if __name__ == "__main__":
    entry()
