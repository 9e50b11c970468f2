import itertools
import numpy as np

def likeness(A, B):
    # Rows: all that leads into a unit and out of it.
    return A @ B.T

def best_order(A, B):
    S = likeness(A, B)
    n = len(S)
    orders = itertools.permutations(range(n))
    return max(orders, key=lambda order: S[range(n), order].sum())

# Check
# |x| as relu(x) + relu(−x): a row (weight, bias, output weight) for each unit; the twin has them exchanged.
A = np.array([[1.0, 0, 1], [-1, 0, 1]])
B = A[[1, 0]]
assert best_order(A, B) == (1, 0)

def answer(units, x):
    W, b, v = units.T
    return np.maximum(np.outer(x, W) + b, 0) @ v

x = np.array([1.0, -1.0])
assert np.allclose(answer(A, x), answer(B, x)) and np.allclose(answer(A, x), np.abs(x))
for t in np.linspace(0, 1, 9):
    loss = np.mean((answer((1 - t) * A + t * B, x) - np.abs(x)) ** 2)
    assert abs(loss - (1 - abs(1 - 2 * t)) ** 2) < 1e-12  # a barrier of 1 in the middle
    matched = B[list(best_order(A, B))]
    assert np.allclose(answer((1 - t) * A + t * matched, x), np.abs(x))
# The best order is the one that is nearest: |A − PB|² = |A|² + |B|² − 2 · likeness.
generator = np.random.default_rng(1)
A, B = generator.normal(size=(5, 4)), generator.normal(size=(5, 4))
distance = {order: np.sum((A - B[list(order)]) ** 2) for order in itertools.permutations(range(5))}
assert min(distance, key=distance.get) == best_order(A, B)
