import numpy as np

def standard_error(share, count):
    # Of the share named right, if the pictures are a random draw.
    return np.sqrt(share * (1 - share) / count)

def difference_error(only_first, only_second, count):
    # Two networks on the same pictures: what one alone names right.
    apart = (only_first + only_second) / count
    difference = (only_first - only_second) / count
    return np.sqrt((apart - difference**2) / count)

# Check
random = np.random.default_rng(1)
shares = random.binomial(10_000, 0.985, size=20_000) / 10_000
assert abs(shares.std() / standard_error(0.985, 10_000) - 1) < 0.02
assert 0.00121 < standard_error(0.985, 10_000) < 0.00122
# Each picture adds +1, -1 or 0 to the difference: 60 and 30 of 10,000.
parts = np.r_[np.ones(60), -np.ones(30), np.zeros(9_910)]
assert np.isclose(parts.std() / 100, difference_error(60, 30, 10_000))
