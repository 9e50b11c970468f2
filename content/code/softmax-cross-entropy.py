import numpy as np

def softmax(Z):
    # The largest logit becomes 0, so that nothing overflows.
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

Z = np.array([[2.0, 1.0, -1.0]])  # logits of one example, three classes
Y = np.array([[0.0, 1.0, 0.0]])  # one-hot: class 2 is right
loss = -(Y * np.log(softmax(Z))).sum()
gradient = softmax(Z) - Y  # by the logits

# Check
# Central differences, h = 1e-6.
h = 1e-6
for k in range(3):
    up, down = Z.copy(), Z.copy()
    up[0, k] += h
    down[0, k] -= h
    slope = (-(Y * np.log(softmax(up))).sum() + (Y * np.log(softmax(down))).sum()) / (2 * h)
    assert abs(slope - gradient[0, k]) < 1e-8
# By the formula: the logarithm of the sum of exponentials, less the logit of the right class.
assert abs(loss - (np.log(np.exp(2) + np.exp(1) + np.exp(-1)) - 1)) < 1e-12
assert np.isfinite(softmax(np.array([[1000.0, 0.0]]))).all()
