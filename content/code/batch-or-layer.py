import numpy as np

def normalize(z, axis, eps=1e-3):
    mean = z.mean(axis=axis, keepdims=True)
    variance = z.var(axis=axis, keepdims=True)
    return (z - mean) / np.sqrt(variance + eps)

rng = np.random.default_rng(1)
z = rng.normal(2, 3, (8, 5))  # 8 examples, 5 units
over_batch = normalize(z, axis=0)  # each unit, over the examples
over_layer = normalize(z, axis=1)  # each example, over the units

# Check
assert np.allclose(over_batch.mean(axis=0), 0) and np.allclose(over_batch.std(axis=0), 1, atol=2e-3)
assert np.allclose(over_layer.mean(axis=1), 0) and np.allclose(over_layer.std(axis=1), 1, atol=2e-3)
# Another last example: over the layer, the first seven do not notice.
other = z.copy()
other[-1] = 100
assert np.allclose(normalize(other, axis=1)[:-1], over_layer[:-1])
assert not np.allclose(normalize(other, axis=0)[:-1], over_batch[:-1])
# Alone in a batch, an example keeps nothing of itself; over the layer nothing changes.
assert (normalize(z[:1], axis=0) == 0).all()
assert np.allclose(normalize(z[:1], axis=1), over_layer[:1])
# A common factor of all weights into the layer disappears with both.
assert np.allclose(normalize(10 * z, axis=0, eps=0), normalize(z, axis=0, eps=0))
assert np.allclose(normalize(10 * z, axis=1, eps=0), normalize(z, axis=1, eps=0))
