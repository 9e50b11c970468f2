import numpy as np

def rising(t, start, end, length):
    # along a line, and then constant
    return start + (end - start) * np.minimum(t / length, 1)

def steps(momenta, g=1.0, rate=1.0):
    v, sizes = 0.0, []
    for mu in momenta:  # a gradient that stays
        v = mu * v - rate * g
        sizes.append(-v)
    return np.array(sizes)

t = np.arange(500)
at_once = steps(np.full(500, 0.99))
raised = steps(rising(t, 0.5, 0.99, 100))

# Check
# Momentum from rest is a geometric sum: after t + 1 updates (1 - mu^(t + 1)) / (1 - mu) plain steps.
assert np.allclose(at_once, (1 - 0.99 ** (t + 1)) / 0.01)
assert 63 < at_once[99] < 64
# Raised, it is behind all the way, and comes to the same hundred.
assert (raised[1:] < at_once[1:]).all()
assert raised[49] < 4 and 15 < raised[99] < 16 and at_once[-1] - raised[-1] < 1
# Three updates by hand, from 0.5 to 0.9 in two: 1, then 0.7 + 1, then 0.9 * 1.7 + 1.
assert np.allclose(steps(rising(np.arange(3), 0.5, 0.9, 2)), [1, 1.7, 2.53])
# The published rise in steps: 1 / (1 - mu) is 2, 4, 6, ..., one more pair every 250 updates, and 100 after 12,250.
stages = np.arange(50)
published = 1 - 2.0 ** (-1 - np.log2(stages + 1))
assert np.allclose(1 / (1 - published), 2 * (stages + 1))
assert abs(published[49] - 0.99) < 1e-12
