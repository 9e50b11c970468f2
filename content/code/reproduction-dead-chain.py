import numpy as np

def share_dead(layers, chains=4000, seed=0):
    rng = np.random.default_rng(seed)
    ink = rng.uniform(size=(50, 784)) < 0.2  # 50 pictures
    first = rng.uniform(-0.087, 0.087, size=(784, chains))
    a = np.maximum(0, ink @ first)
    for _ in range(layers - 1):  # Glorot: √(6 / 785) and √(6 / 2)
        w = rng.uniform(-1.73, 1.73, size=chains)
        a = np.maximum(0, w * a)
    return np.mean(np.all(a == 0, axis=0))

# Check
assert share_dead(1) < 0.02
for layers in (2, 3, 4):
    assert abs(share_dead(layers) - (1 - 0.5 ** (layers - 1))) < 0.03
