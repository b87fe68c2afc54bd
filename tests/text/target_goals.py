"""The goals that printed plans set: cases/targets.txt."""

from tests.text.cases import cases

SOURCES = ("ha-noi", "department", "gia-lai", "lam-dong")

GOALS = cases("targets", *SOURCES, "kin", "several")
