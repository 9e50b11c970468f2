import numpy as np

rng = np.random.default_rng(1)
examples = 5 + 2 * rng.standard_normal(1000)
w = 0.0
for t, y in enumerate(examples):
    gradient = w - y  # of (w - y)^2 / 2
    rate = 1 / (1 + t)
    w = w - rate * gradient

# Check
assert abs(w - examples.mean()) < 1e-9
# After every update, it is the mean of what was seen.
w = 0.0
for t, y in enumerate(examples[:50]):
    w -= (w - y) / (1 + t)
    assert abs(w - examples[: t + 1].mean()) < 1e-12
# A constant rate is a mean as well, with weights that fade.
rate, v = 0.1, 0.0
for y in examples:
    v -= rate * (v - y)
weights = rate * (1 - rate) ** np.arange(1000)[::-1]
assert abs(v - weights @ examples) < 1e-9
