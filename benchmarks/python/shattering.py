"""Decodes every dichotomy by a loop over scikit-learn's LinearSVC.

Reads a folder that the benchmark wrote: features.csv (one row a trial), folds.csv (the fold of each row), codes.csv (the condition of
each row: first as it is, then as every shuffle has it), dichotomies.csv (one row a dichotomy, 1 for the conditions on the positive
side). Writes scikit-learn.json: accuracies by labelling and dichotomy, number of fits, and the seconds that fitting and
predicting took.
"""

import argparse
import json
import time
import warnings
from pathlib import Path

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm import LinearSVC


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--nulls", type=int, default=None, help="use only this many of the shuffles")
    parser.add_argument(
        "--solver",
        choices=["dual", "primal"],
        default="primal",
        help="primal converges and is faster with more rows than units; dual is what LinearSVC does unless told otherwise",
    )
    arguments = parser.parse_args()

    def read(name, kind):
        return np.loadtxt(arguments.folder / name, delimiter=",", dtype=kind, ndmin=2)

    features, folds = read("features.csv", np.float64), read("folds.csv", int)[:, 0]
    codes, dichotomies = read("codes.csv", int), read("dichotomies.csv", int)
    if arguments.nulls is not None:
        codes = codes[:, : 1 + arguments.nulls]

    # The dual solver stops after its 1000 iterations more often than not.
    warnings.simplefilter("ignore", ConvergenceWarning)
    accuracies = np.zeros((codes.shape[1], len(dichotomies)))
    fits = 0
    start = time.perf_counter()
    for labelling in range(codes.shape[1]):
        for number, dichotomy in enumerate(dichotomies):
            labels = dichotomy[codes[:, labelling]]
            correct = 0
            for fold in range(folds.max() + 1):
                test = folds == fold
                classifier = LinearSVC(C=1.0, dual=arguments.solver == "dual").fit(features[~test], labels[~test])
                correct += np.count_nonzero(classifier.predict(features[test]) == labels[test])
                fits += 1
            accuracies[labelling, number] = correct / len(labels)
    seconds = time.perf_counter() - start
    result = {"seconds": seconds, "fits": fits, "accuracies": accuracies.tolist()}
    (arguments.folder / "scikit-learn.json").write_text(json.dumps(result))


if __name__ == "__main__":
    main()
