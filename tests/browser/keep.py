"""`python -m tests.browser.keep`: runs the browser tests and keeps the pictures that the README shows."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def main() -> int:
    """Take every kept picture anew; returns the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WATTSON_ARTEFACTS"] = folder
        if status := pytest.main(["-q", str(HERE)]):
            return int(status)
        for kept in sorted((HERE / "kept").glob("*.png")):
            shutil.copyfile(Path(folder) / kept.name, kept)
            print(kept.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
