"""How long answers are kept, and how many: said once for every part of the cache."""

# Another server may load into the same DuckLake, and nobody tells this one.
KEPT = "1m"
LONG = "1h"  # of bytes that never change
ENTRIES = 500
FEW = 50
FILES = 8
