import numpy as np

X, y = np.array([[-1, 1], [2, -1]]), np.array([[1], [-1]])
W1 = np.array([[1, 2], [0, -1], [-1, -3], [-2, 2]])
b1, W2, b2 = np.array([-2, 2, 0, -2]), np.array([[1, 0, -1, 2]]), -2

Z1 = X @ W1.T + b1  # forward
A1 = np.maximum(0, Z1)
D2 = A1 @ W2.T + b2 - y  # the error of the output
D1 = (D2 @ W2) * (Z1 > 0)  # handed back: weights, slopes
gW2, gb2 = D2.T @ A1, D2.sum(axis=0)
gW1, gb1 = D1.T @ X, D1.sum(axis=0)

# Check
# By hand, as in the text.
assert np.array_equal(gW2, [[0, -5, -2, 2]]) and gb2 == -1
assert np.array_equal(gW1, [[0, 0], [0, 0], [4, -2], [-2, 2]])
assert np.array_equal(gb1, [0, 0, 2, 2])
# One step with rate 0.1 takes the loss from 2.5 to 0.1872.
eta = 0.1
A = np.maximum(0, X @ (W1 - eta * gW1).T + b1 - eta * gb1)
error = A @ (W2 - eta * gW2).T + b2 - eta * gb2 - y
assert abs((D2**2).sum() / 2 - 2.5) < 1e-12 and abs((error**2).sum() / 2 - 0.1872) < 1e-12
