"""An estimate, line by line: each stage with its formula, its numbers and its sources."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.sources import SourceId
from energy.estimate.estimate import Applied, Estimate
from energy.values.interval import Interval


@dataclass(frozen=True, slots=True)
class Step:
    """One line: a stage, its formula in symbols, what goes in, what comes out in its unit."""

    stage: str
    formula: str
    inputs: tuple[Applied, ...]
    result: Interval
    unit: str

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """The sources of the inputs."""
        return tuple(dict.fromkeys(applied.source for applied in self.inputs))


def explain_steps(result: Estimate) -> tuple[Step, ...]:
    """The steps from the usage to energy, carbon and water, in the order they were taken.

    Where the class's figure is stated at the facility's meter, the two stages before it are derived backwards, by the
    central factors alone; the formulas say so.
    """
    by_name: dict[str, tuple[Applied, ...]] = {}
    for applied in result.stage_factors:
        by_name[applied.name] = (*by_name.get(applied.name, ()), applied)
    task = result.energy_factors
    server, pue = by_name["server_per_accelerator"], by_name["pue"]
    grid = by_name["carbon_g_per_kwh"] + by_name["carbon_method_spread"]
    water = by_name["wue_l_per_kwh"] + by_name["grid_water_l_per_kwh"]
    count = result.usage.count
    steps = (
        ("task", f"E_accelerator = {count} x energy of one ({result.usage.key})", task, result.accelerator_wh, "Wh"),
        ("server", "E_IT = E_accelerator x server_per_accelerator", server, result.it_energy_wh, "Wh"),
        ("facility", "E_facility = E_IT x PUE", pue, result.facility_energy_wh, "Wh"),
        ("carbon", "carbon = E_facility x carbon intensity of the grid", grid, result.carbon_g, "g"),
        ("water", "water = E_IT x WUE + E_facility x water of the grid", water, result.water_ml, "mL"),
    )
    backwards = {
        "task": "E_accelerator = E_IT / server_per_accelerator",
        "server": "E_IT = E_facility / PUE",
        "facility": f"E_facility = {count} x figure stated at the meter ({result.usage.key})",
    }
    if not result.stated_at_meter:
        return tuple(Step(*step) for step in steps)
    inputs = {"task": server, "server": pue, "facility": task}
    told = [Step(s, backwards.get(s, f), inputs.get(s, i), r, u) for s, f, i, r, u in steps]
    return (told[2], told[1], told[0], *told[3:])
