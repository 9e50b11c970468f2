import numpy as np
rng = np.random.default_rng(1)

g = rng.normal(3.0, 2.0, 1000)  # one component, for N = 1000 examples
for n in (10, 40, 160):
    drawn = g[rng.integers(0, 1000, (20000, n))]  # a batch in each row
    print(n, drawn.mean(axis=1).var(), g.var() / n)  # the formula

# Check
for n in (10, 40, 160):
    drawn = [g[rng.integers(0, 1000, n)].mean() for _ in range(20000)]
    # The variance of 20,000 values has a relative standard error of about sqrt(2 / 20,000) = 0.01.
    assert abs(np.var(drawn) / (g.var() / n) - 1) < 0.06
    kept = [rng.permutation(g)[:n].mean() for _ in range(5000)]
    assert abs(np.var(kept) / (g.var() / n * (1000 - n) / 999) - 1) < 0.1
