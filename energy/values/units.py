"""The only place where a conversion factor is written."""

from __future__ import annotations

JOULES_PER_WH = 3600.0
WH_PER_KWH = 1000.0
WH_PER_MWH = 1_000_000.0
WH_PER_GWH = 1_000_000_000.0
WH_PER_TWH = 1_000_000_000_000.0
JOULES_PER_KJ = 1000.0
JOULES_PER_MJ = 1_000_000.0
JOULES_PER_GJ = 1_000_000_000.0
W_PER_KW = 1000.0
W_PER_MW = 1_000_000.0
W_PER_GW = 1_000_000_000.0
W_PER_TW = 1_000_000_000_000.0
G_PER_KG = 1000.0
G_PER_TONNE = 1_000_000.0
ML_PER_L = 1000.0
ML_PER_CL = 10.0
# Kitchen measures as cookbooks define them: a teaspoon, and a hundredth of it.
ML_PER_TEASPOON = 5.0
ML_PER_DROP = 0.05
ML_PER_GALLON = 3785.411784
ML_PER_M3 = 1e6
KM_PER_MILE = 1.609344
OPS_PER_TFLOP = 1e12
OPS_PER_MFLOP = 1e6
ONES_PER_BILLION = 1e9
# What people write as pages and words, in tokens: assumed, English and French alike.
TOKENS_PER_THOUSAND = 1000.0
TOKENS_PER_WORD = 1.3
WORDS_PER_PAGE = 500.0
S_PER_MIN = 60.0
S_PER_H = 3600.0
S_PER_MS = 0.001


def wh_from_joules(joules: float) -> float:
    """Convert J to Wh."""
    return joules / JOULES_PER_WH


def wh_from_kwh(kwh: float) -> float:
    """Convert kWh to Wh."""
    return kwh * WH_PER_KWH
