import numpy as np

def backwards(sizes, slope, n_out=10, seed=0):
    rng = np.random.default_rng(seed)
    delta = rng.normal(size=sizes[-1])  # at the last hidden layer
    rms = [np.sqrt(np.mean(delta**2))]
    for n, n_next in zip(sizes[-2::-1], sizes[:0:-1]):
        sigma = np.sqrt(2 / (n + n_next))  # Glorot
        W = rng.normal(0, sigma, size=(n_next, n))
        delta = (W.T @ delta) * slope
        rms.append(np.sqrt(np.mean(delta**2)))
    return np.array(rms[::-1]) / rms[0]  # first layer first

# Check
sizes = [15, 25, 50, 75, 100, 150]
factors = [np.sqrt(2 * after / (before + after)) / 4 for before, after in zip(sizes, sizes[1:])]
assert round(np.prod(factors), 4) == 0.0016
measured = np.sqrt(np.mean([backwards(sizes, 0.25, seed=s)[0] ** 2 for s in range(400)]))
assert 0.9 < measured / np.prod(factors) < 1.1
