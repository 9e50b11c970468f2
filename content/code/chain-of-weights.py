import numpy as np

def descend(w, rate, layers, updates=1000):
    """All weights start at w. Their product should be 1."""
    for _ in range(updates):
        error = w**layers - 1
        w = w - rate * error * w**(layers - 1)
        if abs(w) > 1e6:
            return np.inf  # diverged
    return (w**layers - 1)**2 / 2

# Check
# From 3 the first step jumps farther than it came from above 2 / 3^(2m - 2), but for the target. A tenth below it arrives, a fifth above it diverges.
for layers in (2, 4, 8):
    limit = 2 / 3 ** (2 * layers - 2)
    assert descend(3.0, 0.9 * limit, layers, 10**6 if layers == 8 else 1000) < 0.25
    assert descend(3.0, 1.2 * limit, layers) == np.inf
# Near the minimum the curvature is the number of layers.
for layers in (2, 4, 8):
    assert descend(1.01, 1.9 / layers, layers) < 1e-9
    assert descend(1.01, 2.1 / layers, layers) > 1e-5
# A chain of 8 that starts at a fourth hardly moves.
assert abs(descend(0.25, 0.1, 8) - 0.5) < 0.001
