import numpy as np

def blurred(x, points, labels, s):
    weight = np.exp(-((x[:, None] - points) ** 2) / (2 * s**2))
    return weight @ labels / weight.sum(axis=1)

# Check
# Two points: tanh(x/s²).
x = np.linspace(-3, 3, 61)
for s in (0.5, 1.0, 1.5):
    assert np.allclose(blurred(x, np.array([-1.0, 1.0]), np.array([-1.0, 1.0]), s), np.tanh(x / s**2))
# The losses of the text, without noise: of the tanh unit, of the line, and of the tanh unit with L2 of 1.
assert abs((1 - np.tanh(1)) ** 2 - 0.0568) < 5e-5 and abs((1 - np.tanh(1 / 1.5**2)) ** 2 - 0.3395) < 5e-5
w = 0.4622
assert abs((1 - np.tanh(w)) * (1 - np.tanh(w) ** 2) - w) < 2e-4 and abs((1 - np.tanh(w)) ** 2 - 0.3228) < 1e-3
# No other height is better at any place: the weighted squared error rises on both sides.
points, labels = np.array([-1.5, -0.3, 0.9]), np.array([0.2, -1.0, 0.7])
best = blurred(x, points, labels, 0.6)
density = np.exp(-((x[:, None] - points) ** 2) / (2 * 0.6**2))
loss = lambda height: np.sum(density * (height[:, None] - labels) ** 2, axis=1)
assert np.all(loss(best) < loss(best + 0.01)) and np.all(loss(best) < loss(best - 0.01))
