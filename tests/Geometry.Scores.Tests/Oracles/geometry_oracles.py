"""Formulas of the scores that need no decoder, written down with numpy as plainly as they can be. Used by make_oracles.py."""

import itertools

import numpy as np
from scipy.stats import rankdata


def centred(z):
    return z - z.mean(0)


def condition_means(codes, x):
    return np.array([x[codes == c].mean(0) for c in range(codes.max() + 1)])


def mean_cosine(vectors):
    v = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return float((v @ v.T)[np.triu_indices(len(v), 1)].mean())


def onto_parallelism(means, positive, pearson=False):
    """Best over all ways to give the larger side partners on the smaller one, every one of which is used."""
    a, b = np.flatnonzero(positive), np.flatnonzero(~positive)
    if len(a) < len(b):
        a, b = b, a
    best = -np.inf
    for choice in itertools.product(b, repeat=len(a)):
        if len(set(choice)) < len(b):
            continue
        v = means[a] - means[list(choice)]
        best = max(best, mean_cosine(centred(v.T).T if pearson else v))
    return best


def hamming_parallelism(means, positive, pearson):
    """Conditions are numbered high * 2 + low by two variables."""
    differences = []
    for p in np.flatnonzero(positive):
        for n in np.flatnonzero(~positive):
            if (p // 2 == n // 2) != (p % 2 == n % 2):
                v = means[p] - means[n]
                differences.append(v - v.mean() if pearson else v)
    return mean_cosine(np.array(differences)) if len(differences) > 1 else None


def dimension(z):
    w = np.clip(np.linalg.eigvalsh(np.cov(z.T)), 0, None)[::-1]
    p = w / w.sum()
    n = len(z)
    total, square, count = 0.0, 0.0, 0
    k = z @ z.T
    d = np.diag(k)[:, None] + np.diag(k)[None] - 2 * k
    if n <= 12:
        # Means over all ordered quadruples of different rows.
        for i, j, l, m in itertools.permutations(range(n), 4):
            total += d[i, j] * d[l, m] / 4
            square += ((z[i] - z[j]) @ (z[l] - z[m])) ** 2 / 4
            count += 1
    positive = p[p > 1e-12]
    return {
        "entropy": float(np.exp(-(positive * np.log(positive)).sum())),
        "variance-90": int(np.searchsorted(np.cumsum(p), 0.9) + 1),
        "corrected": total / square if count else None,
    }


def collapse(codes, x, classes_of, readout=None):
    """Classes weigh the same, conditions of a class weigh the same, rows of a condition weigh the same."""
    classes = int(max(classes_of)) + 1
    means = condition_means(codes, x)
    class_means = np.array([means[classes_of == k].mean(0) for k in range(classes)])
    grand = class_means.mean(0)
    sb = sum(np.outer(m - grand, m - grand) for m in class_means) / classes
    between, noise = [], []
    for k in range(classes):
        members = np.flatnonzero(classes_of == k)
        between.append(sum(np.outer(means[c] - class_means[k], means[c] - class_means[k]) for c in members) / len(members))
        noise.append(sum(np.cov(x[codes == c].T, bias=True) for c in members) / len(members))
    pseudo = np.linalg.pinv(sb, rcond=1e-10, hermitian=True)
    result = {}
    for name, parts in (("total", [b + n for b, n in zip(between, noise)]), ("between-conditions", between), ("noise", noise)):
        sw = sum(parts) / classes
        pairs = [
            (np.trace(parts[i]) + np.trace(parts[j])) / (2 * ((class_means[i] - class_means[j]) ** 2).sum())
            for i, j in itertools.combinations(range(classes), 2)
        ]
        result[name] = {
            "pinv": float(np.trace(sw @ pseudo) / classes),
            "quotient": float(np.trace(sw) / np.trace(sb)),
            "cdnv": float(np.mean(pairs)),
        }
    m = class_means - grand
    norms = np.linalg.norm(m, axis=1)
    cosines = ((m @ m.T) / np.outer(norms, norms))[np.triu_indices(classes, 1)]
    result["equinorm"] = float(norms.std() / norms.mean())
    result["equiangular"] = float(cosines.std())
    result["maximal-angle"] = float(np.abs(cosines + 1 / (classes - 1)).mean())
    weights, biases = readout
    result["nc3"] = float(np.linalg.norm(weights / np.linalg.norm(weights) - m / np.linalg.norm(m)))
    answers = (x @ weights.T + biases).argmax(1)
    nearest = ((x[:, None] - class_means[None]) ** 2).sum(2).argmin(1)
    result["nc4"] = float((answers != nearest).mean())
    return result


def crossnobis(codes, x, folds, shrinkage=0.1):
    """Folds take the rows of a condition in turn; the precision is that of the training rows' residuals."""
    m = codes.max() + 1
    fold_of = np.zeros(len(codes), int)
    for c in range(m):
        fold_of[codes == c] = np.arange((codes == c).sum()) % folds
    values = np.zeros((m, m))
    for f in range(folds):
        own, others = fold_of == f, fold_of != f
        test, train = condition_means(codes[own], x[own]), condition_means(codes[others], x[others])
        residuals = x[others] - train[codes[others]]
        covariance = residuals.T @ residuals / (others.sum() - m)
        covariance = (1 - shrinkage) * covariance + shrinkage * np.diag(np.diag(covariance))
        for i, j in itertools.combinations(range(m), 2):
            values[i, j] += (test[i] - test[j]) @ np.linalg.solve(covariance, train[i] - train[j]) / folds
    return values[np.triu_indices(m, 1)]


def rdms(codes, x, folds):
    means = condition_means(codes, x)
    pairs = np.triu_indices(len(means), 1)
    squared = ((means[:, None] - means[None]) ** 2).sum(2)[pairs]
    result = {"squared-euclidean": squared.tolist(), "correlation": (1 - np.corrcoef(means))[pairs].tolist()}
    # A unit that never varies says nothing and has no precision.
    result["crossnobis"] = crossnobis(codes, x[:, np.ptp(x, axis=0) > 0], folds).tolist()
    return result


def compare(a, b):
    a, b = np.array(a), np.array(b)
    return {
        "pearson": float(np.corrcoef(a, b)[0, 1]),
        # Values that differ by rounding alone share their rank.
        "spearman": float(np.corrcoef(rankdata(a.round(12)), rankdata(b.round(12)))[0, 1]),
        "cosine": float(a @ b / np.linalg.norm(a) / np.linalg.norm(b)),
    }
