import numpy as np

def share_dead(W, b, A):
    Z = A @ W.T + b  # one example per row, one unit per column
    off = np.all(Z <= 0, axis=0)  # for every example
    return np.mean(off)

# Check
A = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
W = np.array([[1.0, 1.0], [-1.0, -1.0], [1.0, -2.0], [-1.0, 0.5]])
# Unit 1 is on for all; unit 2 for none; unit 3 for the first; unit 4 for the second.
assert share_dead(W, np.zeros(4), A) == 0.25
# A step that lowers all biases by 1 leaves alive only unit 1: 2 - 1 > 0 for the third example.
assert share_dead(W, np.full(4, -1.0), A) == 0.75
# Its own gradient is zero: what arrives is multiplied by the slope, which is 0 for every example.
slope = (A @ W.T > 0).astype(float)
arriving = np.ones((3, 4))
assert np.array_equal((arriving * slope).T[1] @ A, [0.0, 0.0])
