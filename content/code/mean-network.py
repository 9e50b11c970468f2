import itertools
import numpy as np

def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()

def geometric_mean_over_masks(W, b, a):
    masks = np.array(list(itertools.product([0, 1], repeat=len(a))))
    logs = [np.log(softmax(W @ (2 * mask * a) + b)) for mask in masks]
    return softmax(np.mean(logs, axis=0))  # made to sum to 1

# Check
rng = np.random.default_rng(3)
W, b, a = rng.normal(size=(3, 6)), rng.normal(size=3), rng.normal(size=6)
# One layer, rate one half: the network without masks is the geometric mean of all 64.
assert np.allclose(geometric_mean_over_masks(W, b, a), softmax(W @ a + b))
# It is not the arithmetic mean.
masks = np.array(list(itertools.product([0, 1], repeat=6)))
mean = np.mean([softmax(W @ (2 * mask * a) + b) for mask in masks], axis=0)
assert np.abs(mean - softmax(W @ a + b)).max() > 0.01
