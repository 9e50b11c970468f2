import numpy as np

def share_inside(n, draws=20_000, seed=0):
    """How often does one more run lie in the range of n?"""
    rng = np.random.default_rng(seed)
    runs = rng.normal(size=(draws, n + 1))
    ours, theirs = runs[:, :n], runs[:, n]
    above = theirs > ours.min(axis=1)
    below = theirs < ours.max(axis=1)
    return np.mean(above & below)

# Check
for n in (7, 10, 20):
    assert abs(share_inside(n) - (n - 1) / (n + 1)) < 0.01
