"""Opens the dashboard: `python -m pages`, with any option of `streamlit run`."""

import sys
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

DASHBOARD = Path(__file__).resolve().parent.parent / "dashboard.py"

if __name__ == "__main__":
    # A folder called `pages` means Streamlit's older multipage layout until `st.navigation` has
    # run once: without this the first link into a page after a start would find no such page.
    PagesManager.uses_pages_directory = False
    sys.argv = ["streamlit", "run", str(DASHBOARD), *sys.argv[1:]]
    sys.exit(cli.main())
