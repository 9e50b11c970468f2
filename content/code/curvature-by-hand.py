import numpy as np

def hessian(mean, deviation, correlation):
    m, s = np.array(mean), np.array(deviation)
    R = np.array([[1, correlation], [correlation, 1]])
    C = R * np.outer(s, s)  # the covariance
    with_bias = np.array([*m, 1.0])  # the bias sees 1
    S = np.outer(with_bias, with_bias)
    S[:2, :2] += C
    return 2 * S

def largest_and_condition(H):
    s = np.linalg.eigvalsh(H)
    return s[-1], s[-1] / s[0]

# Check
def check(H, largest, condition):
    found = largest_and_condition(H)
    assert np.allclose(found, (largest, condition), rtol=1e-3), found

# The table of the text. Four levels of two uncorrelated numbers with mean 0
# and deviation 1 make the sixteen points.
levels = np.array([-np.sqrt(1.8), -np.sqrt(0.2), np.sqrt(0.2), np.sqrt(1.8)])
u, v = (a.ravel() for a in np.meshgrid(levels, levels, indexing="ij"))
X = np.column_stack([3 + u, 0.3 + 0.1 * (0.9 * u + np.sqrt(0.19) * v)])
span = X.max(0) - X.min(0)
check(hessian([3, 0.3], [1, 0.1], 0.9), 22.013, 5845)
check(hessian([0.5, 0.5], np.array([1, 0.1]) / span, 0.9), 3.148, 160.5)
check(hessian([0, 0], [1, 1], 0.9), 3.8, 19)
check(hessian([0, 0], [1, 1], 0), 2, 1)
# The formula is the Hessian of a linear network on the points: second
# differences of its loss are exact, because the loss is a parabola.
T = np.column_stack([X, np.ones(16)])
loss = lambda w: np.mean((T @ w - (u + v) / np.sqrt(2)) ** 2)
w, e = np.array([0.3, -0.2, 0.1]), np.eye(3)
numeric = np.array([[(loss(w + a + b) - loss(w + a - b) - loss(w - a + b)
                      + loss(w - a - b)) / 4 for b in e] for a in e])
assert np.allclose(numeric, hessian([3, 0.3], [1, 0.1], 0.9))
