import numpy as np

def condition_number(X):
    with_bias = np.column_stack([X, np.ones(len(X))])
    s = np.linalg.eigvalsh(with_bias.T @ with_bias / len(X))
    return s[-1] / s[0]

# Check
# The feature of the text: 19 or 21, scaled to 0 and 1, standardized.
x = np.array([[19.0], [21]])
assert abs(condition_number(x) - 401.9975 / 0.0024876) < 20
assert abs(condition_number((x - 19) / 2) - 6.854) < 0.001
assert abs(condition_number(x - 20) - 1) < 1e-12
# Far from zero it grows as the fourth power of the distance in
# standard deviations, once the deviation is 1.
far = [condition_number(np.array([[m - 1.0], [m + 1]])) for m in (20, 40)]
assert 15 < far[1] / far[0] < 16.1
# Two standardized features with correlation 0.9: 1.9 and 0.1.
a, b = 1, np.sqrt(0.19)
X = np.array([[a, 0.9 + b], [a, 0.9 - b], [-a, -0.9 + b], [-a, -0.9 - b]])
assert abs(condition_number(X) - 19) < 1e-9
