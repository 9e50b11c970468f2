import numpy as np

def flattery(truth, deviation, seeds=20_000):
    rng = np.random.default_rng(0)
    luck = rng.normal(0, deviation, (seeds, len(truth)))
    winner = (truth + luck).argmin(axis=1)
    # By how much its score is below what it is worth.
    return -luck[np.arange(seeds), winner].mean()

# Check
k = 82
equal = flattery(np.zeros(k), 1.0)
# The bound of the text: √(2 ln k) = 2.97. Equals are flattered by 2.43.
assert 2.40 < equal < 2.46 < np.sqrt(2 * np.log(k)) < 2.97
# Two equals: 1/√π.
assert abs(flattery(np.zeros(2), 1.0) - 1 / np.sqrt(np.pi)) < 0.02
# Who is far behind cannot win: 80 networks that are ten deviations worse flatter nobody.
assert abs(flattery(np.r_[0, 0, np.full(80, 10.0)], 1.0) - 1 / np.sqrt(np.pi)) < 0.02
# One that is far ahead wins by itself.
assert abs(flattery(np.r_[-10.0, np.zeros(81)], 1.0)) < 0.02
# Exercise: five equals, 1.16 deviations. A mean of four runs halves the luck.
assert abs(flattery(np.zeros(5), 1.0) - 1.163) < 0.02
assert abs(flattery(np.zeros(5), 0.5) - 1.163 / 2) < 0.01
