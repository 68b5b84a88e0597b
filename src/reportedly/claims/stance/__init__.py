"""The words around a clause become its standing: has it happened, is it planned, expected, conditional, denied?

``Standings`` reads every predicate of a sentence, ``Moods`` what that makes of a figure, ``Ties`` the conditions,
reasons and purposes, ``Prospects`` what is still to come, ``Certainties`` how likely it is called.
"""

from reportedly.claims.stance.certainties import Certainties
from reportedly.claims.stance.governors import foresees
from reportedly.claims.stance.lookout import looks_ahead
from reportedly.claims.stance.moods import Moods, Standing
from reportedly.claims.stance.openings import UNREAL
from reportedly.claims.stance.prospects import Ahead, Prospects
from reportedly.claims.stance.standings import Standings
from reportedly.claims.stance.ties import CONDITIONS, Tied, Ties
from reportedly.claims.stance.told import Told
from reportedly.claims.stance.views import views

__all__ = [
    "CONDITIONS",
    "UNREAL",
    "Ahead",
    "Certainties",
    "Moods",
    "Prospects",
    "Standing",
    "Standings",
    "Tied",
    "Ties",
    "Told",
    "foresees",
    "looks_ahead",
    "views",
]
