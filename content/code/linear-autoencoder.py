import numpy as np

def principal_directions(X, k):
    C = X.T @ X / len(X)  # covariance of centred features
    values, vectors = np.linalg.eigh(C)  # ascending
    return vectors[:, ::-1][:, :k].T, values[::-1]

def reconstruction_error(V, U, X):  # encoder V, k × d; decoder U, d × k
    return np.mean(np.sum((X @ V.T @ U.T - X) ** 2, axis=1))

# Check
rng = np.random.default_rng(3)
X = rng.normal(size=(400, 6)) @ np.diag([3, 2, 1.5, 1, 0.5, 0.2]) @ np.linalg.qr(rng.normal(size=(6, 6)))[0]
X -= X.mean(axis=0)
k = 2
Q, values = principal_directions(X, k)
# The error of the principal subspace is the sum of the eigenvalues that are left out.
assert abs(reconstruction_error(Q, Q.T, X) - values[k:].sum()) < 1e-9
# Gradient descent from a random start comes to the same subspace, though not to the same directions.
V, U = 0.1 * rng.normal(size=(k, 6)), 0.1 * rng.normal(size=(6, k))
C = X.T @ X / len(X)
for _ in range(20_000):
    R = U @ V - np.eye(6)  # what comes back, less what was given
    U, V = U - 0.01 * 2 * R @ C @ V.T, V - 0.01 * 2 * U.T @ R @ C
assert abs(reconstruction_error(V, U, X) - values[k:].sum()) < 1e-6
assert np.allclose(U @ V, Q.T @ Q, atol=1e-4)  # the projection
assert not np.allclose(np.abs(V / np.linalg.norm(V, axis=1, keepdims=True)), np.abs(Q), atol=1e-2)
# Shrinking the code and enlarging the decoder changes nothing.
assert abs(reconstruction_error(V / 10, 10 * U, X) - reconstruction_error(V, U, X)) < 1e-9
