import numpy as np

def projected_descent(S, best, limit, rate, updates, rule=lambda g: g):
    w = np.zeros(len(best))
    for _ in range(updates):
        gradient = 2 * S @ (w - best)
        w = w - rate * rule(gradient)
        w = w * min(1, limit / np.linalg.norm(w))
    return w

# Check
S, best = np.diag([2, 0.5]), np.ones(2)
loss = lambda w: (w - best) @ S @ (w - best)
limit = np.sqrt(0.89)
# The same weights as L2 of 0.5, at any rate below the threshold 2/4.
for rate in (0.01, 0.1, 0.4):
    assert np.allclose(projected_descent(S, best, limit, rate, 5000), [0.8, 0.5], atol=1e-6)
assert np.isclose(loss(np.array([0.8, 0.5])), 0.205)
# No point of the edge has a lower loss.
angles = np.linspace(0, 2 * np.pi, 100001)
edge = limit * np.stack([np.cos(angles), np.sin(angles)])
assert loss(np.array([0.8, 0.5])) <= np.min([2, 0.5] @ (edge - 1) ** 2) + 1e-9
# Steps of equal size along each axis rest at equal weights instead, at a higher loss.
equal = projected_descent(S, best, limit, 0.001, 5000, np.sign)
assert np.allclose(equal, limit / np.sqrt(2), atol=2e-3)
assert np.isclose(loss(np.full(2, 0.9434 / np.sqrt(2))), 0.27708, atol=1e-5)
# A radius of 1 is L2 of 0.4024.
w = np.linalg.solve(S + 0.40245 * np.eye(2), S @ best)
assert np.isclose(np.linalg.norm(w), 1, atol=1e-5) and np.isclose(loss(w), 0.15556, atol=1e-5)
# The product of two limits of 0.5 is a ball of 0.25, which is L2 of 6.363.
w = np.linalg.solve(S + 6.363 * np.eye(2), S @ best)
assert np.isclose(np.linalg.norm(w), 0.25, atol=1e-5) and np.isclose(loss(w), 1.58759, atol=1e-5)
