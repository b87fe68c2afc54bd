"""Frames as documents that leave the dashboard: the same figures, without a browser or network."""
