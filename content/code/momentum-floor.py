import numpy as np

def floor(rate, mu, curvature, noise):
    # mean loss above the minimum, noise: sd of the gradient
    limit = 1 - rate * curvature / (2 * (1 + mu))
    return rate / (1 - mu) * noise**2 / 4 / limit

rng = np.random.default_rng(1)
x = v = np.zeros(20_000)  # as many balls, side by side
for update in range(400):
    g = 1.0 * x + 2.0 * rng.standard_normal(x.size)
    v = 0.9 * v - 0.1 * g
    x = x + v
measured = np.mean(x**2) / 2

# Check
# Twenty thousand balls: the standard error of a mean square is sqrt(2 / 20000) = 1 % of it; four of them.
assert abs(measured / floor(0.1, 0.9, 1, 2) - 1) < 0.04
# Without momentum, the known rate * noise^2 / (4 - 2 * rate * curvature) of gradient descent.
assert abs(floor(0.5, 0, 1, 2) - 0.5 * 4 / (4 - 2 * 0.5)) < 1e-12
# Small steps: only the effective rate counts.
assert abs(floor(1e-5, 0.9, 1, 2) / floor(1e-4, 0, 1, 2) - 1) < 1e-4
# The same from the covariance of (distance, step), which an update leaves as it is.
rate, mu = 0.1, 0.9
M = np.array([[1 - rate, mu], [-rate, mu]])
Q = (rate * 2) ** 2 * np.ones((2, 2))
S = np.linalg.solve(np.eye(4) - np.kron(M, M), Q.ravel()).reshape(2, 2)
assert abs(S[0, 0] / 2 - floor(rate, mu, 1, 2)) < 1e-9
