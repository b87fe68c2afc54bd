"""An analyst in a process of their own: loads a table for each line of JSON, and answers with one.

A line is `[address, year]`; the answer is the batch, or the sentence of a refusal. `keep` as second
argument: the database stays open between the lines, as a dashboard's does.
"""

import json
import sys

from scoring.store import Loaded, Store, StoreBusy, open_store
from tests.store.material import FILE, NOON, batch, scores

WHO = ("Lan", "Minh")


def load(store: Store, who: str, year: int) -> Loaded:
    """One analyst's file: of the same organisation and year, with other values."""
    content = FILE + f"{who} {year}".encode()
    lost = 0.5 if who == WHO[0] else 0.4
    described = batch(content, year=year, file_name=f"{who}.xlsx")
    return store.load(described, {"score": scores(lost)}, content, now=NOON, who=who)


def main() -> None:
    """Answer line by line until the input ends."""
    who, keep = sys.argv[1], "keep" in sys.argv
    for line in sys.stdin:
        address, year = json.loads(line)
        try:
            store = open_store(address)
            answer = load(store, who, year).batch
            if not keep:
                store.close()
        except StoreBusy as refused:
            answer = str(refused)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
