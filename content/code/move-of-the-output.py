import numpy as np

def move(n, rate, shrink, rng):
    a = np.abs(rng.normal(size=n))  # outputs of the first layer
    W = rng.normal(size=(n, n)) * np.sqrt(2 / n)
    v = rng.normal(size=n) * np.sqrt(2 / n) * shrink
    h = np.maximum(W @ a, 0)
    # Adam's first update, where the answer is to rise: signs alone.
    W_new = W + rate * np.sign(np.outer(v * (h > 0), a))
    v_new = v + rate * np.sign(h)
    return v_new @ np.maximum(W_new @ a, 0) - v @ h

# Check
def mean(n, mup):
    r = n / 16
    rate, shrink = (0.001 / r, r**-0.5) if mup else (0.001, 1.0)
    return np.mean([move(n, rate, shrink, np.random.default_rng(seed)) for seed in range(40)])
assert mean(16, True) == mean(16, False)  # the base is the standard network
assert mean(256, False) > 16 * mean(16, False)  # 16 times as wide: more than 16 times as far
assert 0.7 * mean(16, True) < mean(256, True) < 1.3 * mean(16, True)
# The two sums of the text: random signs grow by 4 over 16 times the width, like signs by 16.
rng = np.random.default_rng(1)
signs = lambda n: np.sqrt(np.mean(rng.choice([-1, 1], size=(4000, n)).sum(axis=1) ** 2))
assert 3.7 < signs(256) / signs(16) < 4.3 and np.ones(256).sum() / np.ones(16).sum() == 16
# The exercise: He's start of width 128 on a base of 16, with r = 8.
assert np.isclose(np.sqrt(2 / 128) / np.sqrt(8), 0.0442, atol=1e-4)
