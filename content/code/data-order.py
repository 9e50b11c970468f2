import numpy as np

def ends(order, c, eta, epochs, rng):  # theta after each epoch
    theta, N, found = 0.0, len(c), []
    for _ in range(epochs):
        if order == "drawn": rows = rng.integers(0, N, N)
        if order == "dealt": rows = rng.permutation(N)
        if order == "sorted": rows = np.argsort(c)
        for i in rows:
            theta = theta - eta * (theta - c[i])
        found.append(theta)
    return np.array(found[epochs // 2:])

# Check
rng = np.random.default_rng(1)
N, eta = 20, 0.02
c = np.repeat([-1.0, 1.0], N // 2)  # mean 0, variance 1: the minimum is at 0
a = (1 - eta)**np.arange(N)[::-1]
left = (1 - eta)**N
drawn = eta / (2 - eta)
dealt = eta**2 * N / (N - 1) * np.sum((a - a.mean())**2) / (1 - left**2)
# Consecutive ends are nearly independent after 1 / (eta N) = 2.5 epochs: 2400 of 6000 are, and four standard errors are 4 sqrt(2 / 2400) = 0.12.
assert abs(np.mean(ends("drawn", c, eta, 12000, rng)**2) / drawn - 1) < 0.12
assert abs(np.mean(ends("dealt", c, eta, 12000, rng)**2) / dealt - 1) < 0.12
# Sorted: the same place after each epoch, on the side of the class that comes last.
place = ends("sorted", c, eta, 400, rng)
assert np.isclose(place[-1], eta * np.sum(a * c) / (1 - left)) and np.ptp(place) < 1e-9
# The numbers of the text: of the variance about (eta N)^2 / 12 is left; sorted, it ends near tanh(eta N / 4).
assert abs(dealt / drawn / ((eta * N)**2 / 12) - 1) < 0.1
assert round(drawn**0.5, 2) == 0.1 and round(dealt**0.5, 3) == 0.012 and round(place[-1], 2) == 0.1
for M in (20, 200):
    signs = np.repeat([-1.0, 1.0], M // 2)
    assert abs(ends("sorted", signs, eta, 100, rng)[-1] - np.tanh(eta * M / 4)) < 0.01
assert round(np.tanh(eta * 200 / 4), 2) == 0.76
