"""Does a first visitor wait only for what a first page needs?"""

import subprocess
import sys

_START = (
    "import sys; from pages.ui.importing import templates, upload; print('openpyxl' in sys.modules)"
)


def test_openpyxl_is_imported_with_the_first_file_that_needs_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False"]
