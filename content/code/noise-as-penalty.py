import numpy as np

points, weights = np.polynomial.hermite_e.hermegauss(40)
weights = weights / weights.sum()

def mean_loss_over_noise(f, x, y, s):
    # One feature; the normal density as 40 points with weights.
    return np.sum(weights * (f(x + s * points) - y) ** 2)

# Check
# A line: the loss without noise plus s²w², for any s.
for s in (0.1, 1, 3):
    for w, x, y in ((0.8, 1.0, 2.0), (-2.0, 0.3, 0.5)):
        assert abs(mean_loss_over_noise(lambda u: w * u, x, y, s) - ((w * x - y) ** 2 + s**2 * w**2)) < 1e-10
# A tanh unit, little noise: s² (f'² + (f − y) f'') comes on top, to the fourth power of s.
w, x, y = 1.5, 0.4, 1.0
f = np.tanh(w * x)
slope, bend = w * (1 - f**2), -2 * w**2 * f * (1 - f**2)
errors = []
for s in (0.02, 0.01):
    small = (f - y) ** 2 + s**2 * (slope**2 + (f - y) * bend)
    errors.append(mean_loss_over_noise(lambda u: np.tanh(w * u), x, y, s) - small)
assert 14 < errors[0] / errors[1] < 18
# Many features, drawn noise: s² times the sum of the squares.
rng = np.random.default_rng(3)
w, x = rng.normal(size=5), rng.normal(size=5)
drawn = np.mean(((x + 0.5 * rng.normal(size=(400_000, 5))) @ w - 1) ** 2)
assert abs(drawn - ((w @ x - 1) ** 2 + 0.25 * np.sum(w**2))) < 0.03
