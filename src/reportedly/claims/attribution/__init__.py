"""Who says it: documents become sayings, and sayings the chain of each claim from the outlet to the root."""

from reportedly.claims.attribution.chains import Chains

__all__ = ["Chains"]
