import numpy as np

def mean_loss(rates, curvature=1.0, noise=1.0, square=9.0):
    # square: mean squared distance from the minimum
    for rate in rates:
        kept = (1 - rate * curvature) ** 2 * square
        square = kept + (rate * noise) ** 2
    return curvature * square / 2

t = np.arange(1000)
constant = mean_loss(np.full(1000, 0.1))
decayed = mean_loss(0.9 / (1 + 0.9 * t))

# Check
# The floor of the constant rate, and what is left of the start.
assert abs(constant - 0.1 / 4 / (1 - 0.1 / 2)) < 1e-9
# The best schedule: one over the mean square grows by (curvature / noise)^2 in each update.
assert abs(decayed - 0.5 / (1 / 9 + 1000)) < 1e-12
# Nothing near it is better: twenty schedules that differ from it by up to a tenth at random.
rng = np.random.default_rng(1)
for _ in range(20):
    assert mean_loss(0.9 / (1 + 0.9 * t) * rng.uniform(0.9, 1.1, 1000)) > decayed
# Twenty thousand balls follow the recursion: the standard error of a mean square is sqrt(2 / 20000); four of them.
x = np.full(20_000, 3.0)
for rate in np.full(200, 0.1):
    x = x - rate * (x + rng.standard_normal(x.size))
assert abs(np.mean(x**2) / 2 / mean_loss(np.full(200, 0.1)) - 1) < 0.04
