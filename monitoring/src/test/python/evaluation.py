"""The same figures by pandas and scikit-learn, without intervals: python3 evaluation.py FOLDER THRESHOLD.

FOLDER holds scores.bin (float64), outcomes.bin (int8) and one file of int8 codes per attribute, *.attribute.
Prints the seconds that computing took, reading excluded, the AUROC of the whole, the number of groups, and the seconds
of processor time.
"""
import pathlib
import sys
import time
from itertools import combinations

import numpy as np
import pandas as pd
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

folder, threshold = pathlib.Path(sys.argv[1]), float(sys.argv[2])
frame = pd.DataFrame(
    {"score": np.fromfile(folder / "scores.bin", dtype="<f8"), "outcome": np.fromfile(folder / "outcomes.bin", dtype="i1")}
)
attributes = []
for path in sorted(folder.glob("*.attribute")):
    frame[path.stem] = np.fromfile(path, dtype="i1")
    attributes.append(path.stem)


def figures(group):
    outcome, score = group["outcome"].to_numpy(), group["score"].to_numpy()
    flagged, event = score >= threshold, outcome == 1
    hits = int((flagged & event).sum())
    return {
        "n": len(group),
        "auroc": roc_auc_score(outcome, score),
        "auprc": average_precision_score(outcome, score),
        "brier": brier_score_loss(outcome, score),
        "sensitivity": hits / event.sum(),
        "specificity": int((~flagged & ~event).sum()) / (~event).sum(),
        "ppv": hits / flagged.sum(),
        "flagRate": flagged.mean(),
        "observedExpected": outcome.sum() / score.sum(),
    }


start, processor = time.perf_counter(), time.process_time()
result = [figures(frame)]
for by in [[a] for a in attributes] + [list(pair) for pair in combinations(attributes, 2)]:
    result += [figures(group) for _, group in frame.groupby(by)]
print(f"{time.perf_counter() - start:.3f} {result[0]['auroc']:.12f} {len(result)} {time.process_time() - processor:.3f}")
