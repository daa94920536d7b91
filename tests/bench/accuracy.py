"""The same measured rows scored by us, by EcoLogits where it covers them, and by "3.4 MJ for 5 s": `… FILE.csv`."""

from __future__ import annotations

import math
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from ecologits.estimations import video_impacts
from ecologits.impacts import llm
from ecologits.utils.range_value import RangeValue

from energy import load_book
from energy.validation.validate import Row, Skipped, predict_joules, read_rows
from energy.values.units import JOULES_PER_WH, WH_PER_KWH

VIRAL_J_PER_S = 3.4e6 / 5
ECOLOGITS_VIDEO = {
    "Wan2.1-T2V-14B": "alibaba/wan2.1",
    "Wan2.2-T2V-A14B": "alibaba/wan2.2",
    "HunyuanVideo": "tencent/hunyuanvideo",
    "HunyuanVideo-1.5": "tencent/hunyuanvideo-1.5",
    "LTX-2": "lightricks/ltx-2-t2v",
}
TEXT = ("text-generation", "multimodal-chat")


def ecologits(row: Row) -> float:
    """EcoLogits' accelerator term in J: its regression for text, latency times power for video, PUE taken out."""
    if row["task"] in TEXT:
        active, total = float(row["params_b_active"]), float(row["params_b_total"])
        needed = 1.2 * total * llm.MODEL_QUANTIZATION_BITS / 8 / llm.GPU_MEMORY
        gpus = 2 ** max(0, math.ceil(math.log2(needed)))
        shared = llm.GPU_ENERGY_ALPHA * math.exp(llm.GPU_ENERGY_BETA * llm.BATCH_SIZE) * active
        return float((shared + llm.GPU_ENERGY_GAMMA) * gpus * JOULES_PER_WH)
    if row["task"] != "text-to-video" or row["model"] not in ECOLOGITS_VIDEO:
        raise Skipped("not covered")
    # It always counts 24 frames a second: it is given the seconds that make the row's frames.
    seconds = (int(row["frames"]) - 1) / 24
    result = video_impacts(ECOLOGITS_VIDEO[row["model"]], row["resolution"], seconds, datacenter_pue=1.0)
    assert result.energy is not None
    energy = result.energy.value
    low, high = (energy.min, energy.max) if isinstance(energy, RangeValue) else (energy, energy)
    return (low + high) / 2 * WH_PER_KWH * JOULES_PER_WH


def viral(row: Row) -> float:
    """The microwave claim: the same energy for every second of every video."""
    if "video" not in row["task"] or not row["duration_s"]:
        raise Skipped("not a video")
    return VIRAL_J_PER_S * float(row["duration_s"])


def main() -> None:
    book = load_book()
    rows = read_rows(Path(sys.argv[1]))
    rivals: dict[str, Callable[[Row], float]] = {
        "Wattson": lambda row: predict_joules(row, book).central,
        "EcoLogits 0.11.3": ecologits,
        "3.4 MJ for 5 s": viral,
    }
    print("| task | method | rows | median error factor | 90th percentile |\n|---|---|---|---|---|")
    for task in dict.fromkeys(row["task"] for row in rows):
        for name, predict in rivals.items():
            errors = []
            for row in rows:
                try:
                    predict_joules(row, book)
                    ratio = predict(row) / float(row["value_J"]) if row["task"] == task else 0.0
                except Skipped:
                    continue
                if ratio:
                    errors.append(max(ratio, 1 / ratio))
            if errors:
                errors.sort()
                tenth = errors[int(0.9 * (len(errors) - 1))]
                print(f"| {task} | {name} | {len(errors)} | {statistics.median(errors):.2f} | {tenth:.2f} |")


if __name__ == "__main__":
    main()
