import numpy as np
rng = np.random.default_rng(1)

split = rng.normal(0.06, 0.04, 200)  # how hard each seed's split is
error_3 = split + rng.normal(0.00, 0.02, 200)  # batch of 3
error_5 = split + rng.normal(0.02, 0.02, 200)  # of 5, same splits
difference = error_5 - error_3
print(error_3.std(), error_5.std(), difference.std())

# Check
covariance = np.cov(error_3, error_5)
# The equation of the text, exactly.
assert np.isclose(difference.var(ddof=1), covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
# Paired, the difference varies less than unpaired.
assert difference.var(ddof=1) < error_3.var(ddof=1) + error_5.var(ddof=1)
# A mean of four runs has half the standard deviation of one.
means = rng.normal(0, 1, (100_000, 4)).mean(axis=1)
assert abs(means.std() - 0.5) < 0.01
