"""An amount of energy as people write it: "10 kWh", "500 Wh", "2,5 MWh"."""

from __future__ import annotations

import re

from energy.reading.amounts import clean
from energy.reading.numerals import in_digits
from energy.values.errors import Refusal
from energy.values.units import JOULES_PER_KJ, JOULES_PER_MJ, WH_PER_GWH, WH_PER_KWH, WH_PER_MWH, wh_from_joules

_WH_PER_UNIT = {
    "wh": 1.0,
    "kwh": WH_PER_KWH,
    "mwh": WH_PER_MWH,
    "gwh": WH_PER_GWH,
    "kj": wh_from_joules(JOULES_PER_KJ),
    "mj": wh_from_joules(JOULES_PER_MJ),
}
_ENERGY = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s*([kmg]?w(?:att)?s?[- ]?h(?:ours?|eures?)?|[km]j)")
_PREFIX = re.compile(r"(?:kilo|m[ée]ga|giga)(?=w|j)")
MOST_WH = 1e12


def read_energy(text: str) -> float:
    """Watt-hours in "10 kWh". Raises Refusal where it is no energy, none at all, or beyond a terawatt-hour."""
    found = _ENERGY.fullmatch(_PREFIX.sub(lambda word: word[0][0], in_digits(clean(text, "energy"))).strip())
    unit = re.sub(r"att|s|[- ]|ours?|eures?", "", found[2]) if found else ""
    if not found or unit not in _WH_PER_UNIT:
        raise Refusal("energy.unreadable", f"{text!r} is no amount of energy. Try 500 Wh or 10 kWh.", read=text[:40])
    energy_wh = float(found[1]) * _WH_PER_UNIT[unit]
    if not 0.0 < energy_wh <= MOST_WH:
        raise Refusal("energy.range", f"{text!r} is out of reach. Try 500 Wh or 10 kWh.", read=text[:40])
    return energy_wh
