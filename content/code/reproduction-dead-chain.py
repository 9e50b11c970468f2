import numpy as np

def share_dead(layers, chains=4000, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.uniform(0, 1, size=(50, 784)) * (rng.uniform(size=(50, 784)) < 0.2)  # ink on a fifth of the pixels
    a = np.maximum(0, x @ rng.uniform(-0.087, 0.087, size=(784, chains)))  # Glorot: √(6 / 785)
    for w in rng.uniform(-1.73, 1.73, size=(layers - 1, chains)):  # √(6 / 2)
        a = np.maximum(0, w * a)
    return np.mean(np.all(a == 0, axis=0))

# Check
assert share_dead(1) < 0.02
for layers in (2, 3, 4):
    assert abs(share_dead(layers) - (1 - 0.5 ** (layers - 1))) < 0.03
