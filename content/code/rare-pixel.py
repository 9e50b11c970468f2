import numpy as np

def standardized_ink(k, n):
    # A pixel that has ink (1) in k of n pictures, in the others 0.
    mean = k / n
    deviation = np.sqrt(mean * (1 - mean))
    return (1 - mean) / deviation

# Check
for k, n in ((1, 5000), (50, 5000), (2500, 5000)):
    column = np.r_[np.ones(k), np.zeros(n - k)]
    scaled = (column - column.mean()) / column.std()
    assert np.isclose(scaled[0], standardized_ink(k, n))
    assert np.isclose(standardized_ink(k, n), np.sqrt((n - k) / k))
assert np.isclose(standardized_ink(2500, 5000), 1)
assert 70 < standardized_ink(1, 5000) < 71
