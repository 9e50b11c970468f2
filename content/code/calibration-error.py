import numpy as np

def calibration_error(answers, labels, bins=10):
    sure = answers.max(axis=1)
    right = answers.argmax(axis=1) == labels
    place = np.minimum((sure * bins).astype(int), bins - 1)
    off = sure - right  # summed over a bin, it is its gap
    gaps = [abs(np.sum(off[place == k])) for k in range(bins)]
    return sum(gaps) / len(labels)

# Check
# Exercise 5: four predictions at 0.9, three of them right, and one at 0.65, right.
answers = np.array([[0.9, 0.1]] * 4 + [[0.65, 0.35]])
assert abs(calibration_error(answers, np.array([0, 0, 0, 1, 0])) - (4 * 0.15 + 0.35) / 5) < 1e-12
# Labels that are drawn with the probabilities that the answers give: no more than chance is left.
rng = np.random.default_rng(4)
share = rng.uniform(0.5, 1, size=200_000)
labels = (rng.uniform(size=share.size) > share).astype(int)
assert calibration_error(np.column_stack([share, 1 - share]), labels) < 0.005
# The same answers made surer are not calibrated.
sharper = share**3 / (share**3 + (1 - share) ** 3)
assert calibration_error(np.column_stack([sharper, 1 - sharper]), labels) > 0.1
