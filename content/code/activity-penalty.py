import numpy as np

def activity_gradients(X, w, b, strength):
    """Of strength * mean(relu(X w + b)), for w and b of one unit."""
    active = X @ w + b > 0
    to_weights = strength * np.mean(active[:, None] * X, axis=0)
    return to_weights, strength * np.mean(active)

# Check
rng = np.random.default_rng(1)
X, w, b, strength = rng.normal(size=(200, 3)), rng.normal(size=3), 0.2, 0.5
price = lambda w, b: strength * np.mean(np.maximum(X @ w + b, 0))
to_w, to_b = activity_gradients(X, w, b, strength)
h = 1e-6
for k in range(3):
    step = h * np.eye(3)[k]
    assert np.isclose((price(w + step, b) - price(w - step, b)) / (2 * h), to_w[k], atol=1e-6)
assert np.isclose((price(w, b + h) - price(w, b - h)) / (2 * h), to_b, atol=1e-6)
# The drawing: a quarter of the weights and a bias that is lower by 2.125 cost the same.
sums = np.arange(1, 9) / 2
assert np.maximum(sums, 0).sum() == 18
assert (sums / 4).sum() == np.maximum(sums - 2.125, 0).sum() == 4.5
