"""Is a new criteria set wholly there or not at all, whoever writes, reads or is killed?"""

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

from scoring.ingest.reference import add_criteria_set, load_reference
from tests.reference.new_sets import LEVELS, new_set


def _add_many(folder: Path, writer: int) -> None:
    for number in range(3):
        year = 2100 + 10 * writer + number
        one = new_set(id=f"bo-{writer}-{number}", from_year=year, to_year=year)
        assert add_criteria_set(folder, one, LEVELS) == ()


def test_writers_and_readers_at_once(folder: Path) -> None:
    """Three writers of three sets each; whoever reads meanwhile never sees a part of one."""
    processes = [
        multiprocessing.get_context("fork").Process(target=_add_many, args=(folder, writer))
        for writer in range(3)
    ]
    for process in processes:
        process.start()
    seen = []
    while any(process.is_alive() for process in processes):
        reference, problems = load_reference(folder)
        assert problems == ()
        new = [one for one in reference.criteria_sets if one.id.startswith("bo-")]
        assert all(len(one.criteria) == 3 and len(one.scale["1.1"]) == 3 for one in new)
        seen.append(len(new))
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert seen == sorted(seen)
    assert len(load_reference(folder)[0].criteria_sets) == 5 + 3 * 3


def test_a_killed_writer_leaves_the_set_wholly_there_or_not_at_all(folder: Path) -> None:
    chance = random.Random(20260301)
    for turn in range(40):
        child = os.fork()
        if child == 0:
            add_criteria_set(folder, new_set(title=f"Lần {turn}"), LEVELS, replace=True)
            os._exit(0)
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        reference, problems = load_reference(folder)
        new = [one for one in reference.criteria_sets if one.id == "par-tinh-2026"]
        assert problems == () and len(new) <= 1
        assert all(len(one.criteria) == 3 and len(one.scale["1.1"]) == 3 for one in new)
    assert add_criteria_set(folder, new_set(title="Cuối"), LEVELS, replace=True) == ()
    assert load_reference(folder)[0].criteria_set("PAR", "tỉnh", 2026).title == "Cuối"  # type: ignore[union-attr]
    assert not list(folder.glob("pending*"))
