import numpy as np

def excess(s, best, noise, strength, updates, rate=0.05):
    steep = s + strength
    factor = s / steep * (1 - (1 - 2 * rate * steep) ** updates)
    return np.sum(s * (1 - factor) ** 2 * best**2 + noise * factor**2)

# Check
s = np.array([4, 2, 1, 0.5, 0.25, 0.1])
strengths = np.concatenate([[0], np.geomspace(1e-3, 10, 300)])
counts = np.unique(np.round(np.geomspace(1, 3000, 150)))
end = 1e6

def lowest(best):
    one = min(excess(s, best, 0.2, strength, end) for strength in strengths)
    other = min(excess(s, best, 0.2, 0, updates) for updates in counts)
    both = min(excess(s, best, 0.2, strength, updates) for strength in strengths for updates in counts)
    return excess(s, best, 0.2, 0, end), one, other, both

# Without either, each direction costs the noise.
best = np.array([2, 1.5, 1, 0.5, 0.2, 0.1])
none, one, other, both = lowest(best)
assert np.allclose(none, 6 * 0.2)
# The numbers of the text.
assert np.allclose([one, other, both], [0.783, 0.672, 0.671], atol=1e-3)
# Both where each is best alone: better than that L2 alone, worse than that moment alone.
strength = min(strengths, key=lambda strength: excess(s, best, 0.2, strength, end))
updates = min(counts, key=lambda updates: excess(s, best, 0.2, 0, updates))
assert updates == 14 and np.isclose(excess(s, best, 0.2, strength, updates), 0.741, atol=1e-3)
# Weights of one size: L2 alone, of strength noise over their square, is the best factor in every direction, and stopping adds nothing.
none, one, other, both = lowest(np.ones(6))
assert np.isclose(excess(s, 1, 0.2, 0.2, end), np.sum(0.2 * s / (s + 0.2)))
assert one < other and np.isclose(one, both, rtol=1e-3)
# The best factor of a direction, found by trying, is the one of the formula.
factors = np.linspace(0, 1, 100_001)
tried = 2 * (1 - factors) ** 2 * 1.5**2 + 0.2 * factors**2
assert np.isclose(factors[np.argmin(tried)], 2 * 1.5**2 / (2 * 1.5**2 + 0.2), atol=1e-4)
