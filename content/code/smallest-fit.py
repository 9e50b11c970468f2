import numpy as np

def fit_from_zero(H, y, rate=0.01, updates=20000):
    # Gradient descent on ½ mean (Hv − y)², from v = 0.
    v = np.zeros(H.shape[1])
    for _ in range(updates):
        v = v - rate * H.T @ (H @ v - y) / len(y)
    return v

def smallest(H, y):
    return H.T @ np.linalg.solve(H @ H.T, y)  # Hᵀ(HHᵀ)⁻¹y

# Check
generator = np.random.default_rng(1)
H, y = generator.normal(size=(5, 40)), generator.normal(size=5)
v = fit_from_zero(H, y)
assert np.allclose(H @ v, y)  # fits all examples
assert np.allclose(v, smallest(H, y))  # and is the smallest that does
other = v + (np.eye(40) - np.linalg.pinv(H) @ H) @ generator.normal(size=40)
assert np.allclose(H @ other, y) and np.linalg.norm(other) > np.linalg.norm(v)
# The drawing: 0.5 w₁ + w₂ = 1.5 alone has (0.6, 1.2) as its smallest solution; with 0.7 w₁ + w₂ = 2.3 there is only (4, −0.5).
assert np.allclose(smallest(np.array([[0.5, 1.0]]), np.array([1.5])), [0.6, 1.2])
assert np.allclose(np.linalg.solve([[0.5, 1.0], [0.7, 1.0]], [1.5, 2.3]), [4.0, -0.5])
