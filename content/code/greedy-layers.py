import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def update(W, b, U, c, X, rate, price=0.0):
    A = sigmoid(X @ W.T + b)  # the code
    D = 2 * (A @ U.T + c - X) / X.size  # error signal at the decoder
    E = (D @ U) * A * (1 - A)  # and at the encoder
    dU = D.T @ A + 2 * price * U
    U, c = U - rate * dU, c - rate * D.sum(axis=0)
    W, b = W - rate * E.T @ X, b - rate * E.sum(axis=0)
    return W, b, U, c

# Check
def encode(X, k, updates, price=0.0, rate=1.0):
    rng = np.random.default_rng(2)
    W, b = rng.normal(size=(k, X.shape[1])) / np.sqrt(X.shape[1]), np.zeros(k)
    U, c = rng.normal(size=(X.shape[1], k)) / np.sqrt(k), X.mean(axis=0)
    for _ in range(updates):
        W, b, U, c = update(W, b, U, c, X, rate, price)
    return W, b, U, c

def error(X, W, b, U, c):
    return np.mean((sigmoid(X @ W.T + b) @ U.T + c - X) ** 2)

def spread(X, W, b, *_):
    return sigmoid(X @ W.T + b).var(axis=0).mean()

rng = np.random.default_rng(1)
X = rng.normal(size=(200, 3)) @ rng.normal(size=(3, 12))
X /= X.std()
# One small step is the gradient, by finite differences, for an entry of each matrix.
start = encode(X, 6, 0)
stepped = update(*start, X, 1.0)
for matrix in (0, 2):
    moved = [part.copy() for part in start]
    moved[matrix][1, 2] += 1e-6
    slope = (error(X, *moved) - error(X, *start)) / 1e-6
    assert abs((start[matrix] - stepped[matrix])[1, 2] - slope) < 1e-5
# Longer training comes back nearer; a second layer encodes what the first puts out.
assert error(X, *encode(X, 6, 2000)) < error(X, *encode(X, 6, 1)) / 2
first = encode(X, 6, 2000)
assert encode(sigmoid(X @ first[0].T + first[1]), 4, 10)[0].shape == (4, 6)
# A price on the decoder makes the code vary more: it can no longer be small.
assert spread(X, *encode(X, 6, 4000, price=0.003)) > spread(X, *encode(X, 6, 4000))
