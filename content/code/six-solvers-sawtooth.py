import numpy as np

def sizes(divide, rate, strength=0.01, updates=1000):
    """|w| of weights that an L1 penalty alone pulls at; divide: by the size of past gradients?"""
    w, s = np.linspace(-0.08, 0.08, 2000), 0.0
    for _ in range(updates):
        g = strength * np.sign(w)
        s = 0.9 * s + 0.1 * g**2
        w = w - rate * (g / np.sqrt(s) if divide else g)
    return np.abs(w)

# Check
# RMSprop: spread between 0 and the rate, half of it on average, whatever the strength. SGD: between 0 and rate times strength.
for rate in (0.03, 0.1):
    for strength in (0.01, 0.1):
        assert abs(sizes(True, rate, strength).mean() - rate / 2) < 0.05 * rate
        assert abs(sizes(False, rate, strength, 10_000).mean() - rate * strength / 2) < 0.05 * rate * strength
# 41,000 weights, spread evenly between 0 and the rate, under L1 and L2 of 0.01 each: 20.5 and 1.4 at a rate of 0.1.
weights = 784 * 50 + 50 * 30 + 30 * 10
assert weights == 41_000
assert np.isclose(0.01 * weights * 0.1 / 2, 20.5)
assert np.isclose(0.01 * weights * 0.1**2 / 3, 1.37, atol=0.01)
