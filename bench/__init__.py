"""Yardsticks: each module prints what it measures, and ``bench.gate`` holds the scores above their floors."""
