"""Makes the fixed tables and the expected values that the oracle tests read.

    apt-get install -y python3-numpy python3-sklearn
    OPENBLAS_NUM_THREADS=1 /usr/bin/python3 tests/Geometry.Scores.Tests/Oracles/make_oracles.py

Written with numpy 1.24.2 and scikit-learn 1.2.1. Every table is a CSV file with the columns condition, f0..fN; all numbers are
rounded to four decimals first, so that the file holds exactly what was scored. Expected values go to expected.json.
"""

import itertools
import json
import pathlib

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import balanced_accuracy_score, roc_auc_score
from sklearn.multiclass import OneVsRestClassifier
from sklearn.svm import LinearSVC

import geometry_oracles as geometry

HERE = pathlib.Path(__file__).parent


def table(seed, conditions, rows, width, noise, spread=1.0, offset=0.0):
    rng = np.random.default_rng(seed)
    means = rng.normal(size=(conditions, width)) * spread + offset
    codes = np.repeat(np.arange(conditions), rows)
    rng.shuffle(codes)
    values = means[codes] + noise * rng.normal(size=(len(codes), width))
    return codes, np.round(values, 4).astype(np.float32).astype(np.float64)


TABLES = {
    # eight conditions, more rows than units, noise that leaves decoding imperfect
    "tall": table(1, 8, 12, 10, 1.5),
    # four conditions, fewer rows than units
    "wide": table(2, 4, 5, 40, 2.5),
    # six conditions, responses far from the origin and of very unequal scale
    "offset": table(3, 6, 10, 7, 1.2, spread=0.8, offset=5.0),
}


def balanced(m):
    """In the order of Dichotomy.AllBalanced: colexicographic, the last condition on the negative side."""
    sets = sorted(itertools.combinations(range(m - 1), m // 2), key=lambda s: s[::-1])
    return [np.isin(np.arange(m), s) for s in sets]


def svm(balance=False):
    return LinearSVC(dual=False, tol=1e-10, max_iter=20_000, class_weight="balanced" if balance else None)


class LeastSquares:
    """Ridge with a penalty relative to the mean diagonal of the centred scatter matrix."""

    def fit(self, x, y):
        scatter = ((x - x.mean(0)) ** 2).sum() / x.shape[1]
        self.model = Ridge(alpha=1e-3 * scatter, solver="svd").fit(x, y)
        self.coef_, self.intercept_ = self.model.coef_, self.model.intercept_
        return self

    def decision_function(self, x):
        return self.model.predict(x)


DECODERS = {
    "svm": svm,
    "svm-balanced": lambda: svm(True),
    "least-squares": LeastSquares,
    "logistic": lambda: LogisticRegression(tol=1e-10, max_iter=1000, solver="newton-cholesky"),
}


class Signed(BaseEstimator):
    """Trains on targets of +1 and -1 where scikit-learn's one-against-the-rest gives 1 and 0."""

    def __init__(self, make):
        self.make = make

    def fit(self, x, y):
        self.model = self.make().fit(x, np.where(y > 0, 1, -1))
        return self

    def decision_function(self, x):
        return self.model.decision_function(x)


def accuracy(model, x, y):
    d = model.decision_function(x)
    return float(np.mean(np.where(d == 0, 0.5, (d > 0) == (y > 0))))


def ccgp(make, codes, x, positive, held_out_sets):
    y = np.where(positive[codes], 1, -1)
    values = []
    for held in held_out_sets:
        test = np.isin(codes, held)
        model = make().fit(x[~test], y[~test])
        sides = []
        for side in (True, False):
            sides.append(np.mean([accuracy(model, x[codes == c], y[codes == c]) for c in held if positive[c] == side]))
        values.append(float(np.mean(sides)))
    return values


def pairs(positive):
    return [[p, n] for p in np.flatnonzero(positive) for n in np.flatnonzero(~positive)]


def halves(positive):
    p, n = np.flatnonzero(positive), np.flatnonzero(~positive)
    return [list(a) + list(b) for a in itertools.combinations(p, len(p) // 2) for b in itertools.combinations(n, len(n) // 2)]


def all_sizes(positive):
    p, n = np.flatnonzero(positive), np.flatnonzero(~positive)
    return [list(a) + list(b) for k in range(1, len(p)) for a in itertools.combinations(p, k) for b in itertools.combinations(n, k)]


def levels(positive):
    """Conditions are numbered high * 2 + low; the levels of high that have both sides within them and outside them."""
    held = [[2 * h, 2 * h + 1] for h in range(len(positive) // 2)]
    return [h for h in held if positive[h].sum() == 1]


def multiclass(make, x, codes, test_x, test_codes):
    model = OneVsRestClassifier(Signed(make)).fit(x, codes)
    decisions = np.column_stack([e.decision_function(test_x) for e in model.estimators_])
    right = decisions.argmax(1) == test_codes
    areas = [roc_auc_score(test_codes == c, decisions[:, c]) for c in range(codes.max() + 1)]
    return {
        "accuracy": float(right.mean()),
        "balanced-accuracy": float(np.mean([right[test_codes == c].mean() for c in range(codes.max() + 1)])),
        "auc": float(np.mean(areas)),
    }


def cka(z, u):
    n = len(z)
    c = np.eye(n) - 1 / n
    k, l = c @ z @ z.T @ c, c @ u @ u.T @ c
    return float((k * l).sum() / np.sqrt((k * k).sum() * (l * l).sum()))


def uncentred(z, u):
    k, l = z @ z.T, u @ u.T
    return float((k * l).sum() / np.sqrt((k * k).sum() * (l * l).sum()))


def hsic(k, l):
    n = len(k)
    k, l = k - np.diag(np.diag(k)), l - np.diag(np.diag(l))
    one = np.ones(n)
    return (np.trace(k @ l) + (one @ k @ one) * (one @ l @ one) / ((n - 1) * (n - 2)) - 2 / (n - 2) * (one @ k @ l @ one)) / (n * (n - 3))


def debiased(z, u):
    # The estimate does not depend on the origin; centred first, its sums cancel without loss of digits.
    z, u = z - z.mean(0), u - u.mean(0)
    k, l = z @ z.T, u @ u.T
    return float(hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l)))


def minibatch(z, u, order, size):
    """The estimates are summed over batches of at least a size, cut from the rows in an order."""
    count = max(1, len(z) // size)
    batches = [order[len(z) * b // count : len(z) * (b + 1) // count] for b in range(count)]

    def total(a, b):
        return sum(hsic((a[i] - a[i].mean(0)) @ (a[i] - a[i].mean(0)).T, (b[i] - b[i].mean(0)) @ (b[i] - b[i].mean(0)).T) for i in batches)

    return float(total(z, u) / np.sqrt(total(z, z) * total(u, u)))


def parallelism(means, positive):
    p, n = np.flatnonzero(positive), np.flatnonzero(~positive)
    best = -np.inf
    for order in itertools.permutations(n):
        v = means[p] - means[list(order)]
        v /= np.linalg.norm(v, axis=1, keepdims=True)
        g = v @ v.T
        best = max(best, g[np.triu_indices(len(p), 1)].mean())
    return float(best)


def participation(z):
    w = np.linalg.eigvalsh(np.cov(z.T))
    return float(w.sum() ** 2 / (w ** 2).sum())


def expected(codes, x, order):
    m = codes.max() + 1
    means = np.array([x[codes == c].mean(0) for c in range(m)])
    sets = balanced(m)
    other = np.tanh(x[:, : x.shape[1] // 2] @ np.random.default_rng(9).normal(size=(x.shape[1] // 2, 5))).round(4)
    other = other.astype(np.float32).astype(np.float64)
    other_means = np.array([other[codes == c].mean(0) for c in range(m)])
    result = {"other": other.tolist(), "fits": {}, "ccgp": {}, "held_out": {}, "auc": {}, "balanced": {}, "multiclass": {}, "alignment": {}}
    y = np.where(sets[0][codes], 1, -1)
    unequal = np.where(codes == 0, 1, -1)
    train = np.arange(len(codes)) % 3 != 0
    for name, make in DECODERS.items():
        fits = {}
        for target, labels in (("first", y), ("zero-against-rest", unequal)):
            model = make().fit(x, labels)
            fits[target] = {"weights": np.ravel(model.coef_).tolist(), "intercept": float(np.ravel(model.intercept_)[0])}
        result["fits"][name] = fits
        result["ccgp"][name] = {"leave-one-pair-out": [ccgp(make, codes, x, s, pairs(s)) for s in sets[:10]]}
        if (m // 2) % 2 == 0 and name in ("svm", "least-squares"):
            result["ccgp"][name]["half-half"] = [ccgp(make, codes, x, s, halves(s)) for s in sets[:10]]
        if name == "least-squares":
            result["ccgp"][name]["all-sizes"] = [ccgp(make, codes, x, s, all_sizes(s)) for s in sets[:4]]
            result["ccgp"][name]["by-variable:high"] = [ccgp(make, codes, x, s, levels(s)) for s in sets[:10]]
        held, areas = [], []
        for s in sets:
            labels = np.where(s[codes], 1, -1)
            model = make().fit(x[train], labels[train])
            held.append(accuracy(model, x[~train], labels[~train]))
            areas.append(float(roc_auc_score(labels[~train], model.decision_function(x[~train]))))
        result["held_out"][name] = held
        result["auc"][name] = areas
        model = make().fit(x[train], unequal[train])
        answers = np.where(model.decision_function(x[~train]) > 0, 1, -1)
        result["balanced"][name] = float(balanced_accuracy_score(unequal[~train], answers))
        result["multiclass"][name] = multiclass(make, x[train], codes[train], x[~train], codes[~train])
    for name, formula in (("centred", cka), ("uncentred", uncentred), ("debiased", debiased)):
        signs = np.array([np.where(s, 1.0, -1.0) for s in sets]).T
        result["alignment"][name] = {
            "rows": formula(x, other),
            "rows_targets": [formula(x, signs[codes][:, [i]]) for i in range(len(sets))],
        }
        if m > 4 or name != "debiased":
            result["alignment"][name]["conditions"] = formula(means, other_means)
            result["alignment"][name]["conditions_targets"] = [formula(means, signs[:, [i]]) for i in range(len(sets))]
    result["minibatch"] = {str(size): minibatch(x, other, order, size) for size in (8, 20)}
    result["parallelism"] = [parallelism(means, s) for s in sets]
    unequal_sides = [np.arange(m) < k for k in range(1, m // 2)]
    result["parallelism_variants"] = {
        "pearson": [geometry.onto_parallelism(means, s, True) for s in sets[:5]],
        "unequal": [geometry.onto_parallelism(means, s) for s in unequal_sides],
        "hamming-cosine": [geometry.hamming_parallelism(means, s, False) for s in sets],
        "hamming-pearson": [geometry.hamming_parallelism(means, s, True) for s in sets],
    }
    result["dimension"] = {"conditions": geometry.dimension(means), "rows": geometry.dimension(x), "ten_rows": geometry.dimension(x[:10])}
    classes_of = np.arange(m) % (m // 2)
    readout = np.random.default_rng(5).normal(size=(m // 2, x.shape[1])).round(3), np.random.default_rng(6).normal(size=m // 2).round(3)
    result["collapse"] = geometry.collapse(codes, x, classes_of, readout)
    result["collapse"]["weights"], result["collapse"]["biases"] = readout[0].tolist(), readout[1].tolist()
    result["rdm"] = geometry.rdms(codes, x, 3)
    others = geometry.rdms(codes, other, 3)
    result["rdm_other"] = {k: geometry.compare(result["rdm"][k], v) for k, v in others.items()}
    target_rdm = [float(sets[0][i] != sets[0][j]) for i, j in itertools.combinations(range(m), 2)]
    result["rdm_target"] = geometry.compare(result["rdm"]["squared-euclidean"], target_rdm)
    result["participation"] = {"conditions": participation(means), "rows": participation(x)}
    return result


def main():
    # The order in which Alignment puts rows into batches, drawn from its seed 0.
    orders = json.loads((HERE / "batch_orders.json").read_text())
    everything = {}
    for name, (codes, x) in TABLES.items():
        header = "condition," + ",".join(f"f{i}" for i in range(x.shape[1]))
        lines = [f"{c}," + ",".join(f"{v:.4f}" for v in row) for c, row in zip(codes, x)]
        (HERE / f"{name}.csv").write_text("\n".join([header, *lines]) + "\n")
        everything[name] = expected(codes, x, orders[name])
    (HERE / "expected.json").write_text(json.dumps(everything, indent=1) + "\n")


if __name__ == "__main__":
    main()
