"""Scores of Vietnamese agencies: from spreadsheets to answers, everything but the pages."""

import os

# Word files need lxml. Where it is installed, openpyxl would use it too, and write other bytes and
# read with another parser than the one whose limits are tested.
os.environ.setdefault("OPENPYXL_LXML", "False")
