"""Scores of Vietnamese agencies: from spreadsheets to answers, everything but the pages."""
