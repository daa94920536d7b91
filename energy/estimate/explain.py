"""An estimate, line by line: each stage with its formula, its numbers and its sources."""

from __future__ import annotations

from dataclasses import dataclass

from energy.book.sources import SourceId
from energy.estimate.estimate import Estimate
from energy.methods.item_energy import AppliedFactor
from energy.values.interval import Interval


@dataclass(frozen=True, slots=True)
class Step:
    """One line: a stage, its formula in symbols, what goes in, what comes out in its unit."""

    stage: str
    formula: str
    inputs: tuple[AppliedFactor, ...]
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
    count, key = result.usage.count, result.usage.key
    formulas = {
        "task": f"E_accelerator = {count} x energy of one ({key})",
        "server": "E_IT = E_accelerator x server_per_accelerator",
        "facility": "E_facility = E_IT x PUE",
        "carbon": "carbon = E_facility x carbon intensity of the grid",
        "water": "water = E_IT x WUE + E_facility x water of the grid",
    }
    if result.stated_at_meter:
        formulas |= {
            "task": "E_accelerator = E_IT / server_per_accelerator",
            "server": "E_IT = E_facility / PUE",
            "facility": f"E_facility = {count} x figure stated at the meter ({key})",
        }
    return tuple(Step(one.name, formulas[one.name], one.inputs, one.result, one.unit) for one in result.stages)
