import numpy as np

def dropout(a, rate, rng, training=True):
    if not training:
        return a  # all units, as they are
    kept = rng.random(a.shape) >= rate  # anew at every update
    return a * kept / (1 - rate)  # inverted scaling: the mean stays a

# Check
rng = np.random.default_rng(1)
a = np.array([1.0, -2.0, 0.5])
draws = np.array([dropout(a, 0.25, rng) for _ in range(100_000)])
# Each entry is 0 or a / 0.75, with mean a and variance a² p / (1 − p), here a² / 3.
assert set(np.round(draws[:, 0], 6)) == {0.0, round(1 / 0.75, 6)}
assert np.allclose(draws.mean(axis=0), a, atol=0.02)
assert np.allclose(draws.var(axis=0), a**2 / 3, atol=0.05)
assert (dropout(a, 0.25, rng, training=False) == a).all()
