"""Documents become a report: what does not add up within one of them, or between them, becomes findings."""

from reportedly.findings.within import find

__all__ = ["find"]
