"""Documents become a report: what does not add up within one of them, or between them, becomes findings."""

from reportedly.findings.between import between, told_once
from reportedly.findings.unbalanced import unbalanced
from reportedly.findings.within import find

__all__ = ["between", "find", "told_once", "unbalanced"]
