import numpy as np

def share_inside(n, draws=20_000, seed=0):
    """One more run: how often does it lie between the lowest and the highest of n?"""
    runs = np.random.default_rng(seed).normal(size=(draws, n + 1))
    ours, theirs = runs[:, :n], runs[:, n]
    return np.mean((theirs > ours.min(axis=1)) & (theirs < ours.max(axis=1)))

# Check
for n in (7, 10, 20):
    assert abs(share_inside(n) - (n - 1) / (n + 1)) < 0.01
