import numpy as np

def forward(z, gamma, beta, eps=1e-3):  # a row for each example
    deviation = np.sqrt(z.var(axis=0) + eps)
    z_hat = (z - z.mean(axis=0)) / deviation
    return gamma * z_hat + beta, (z_hat, gamma, deviation)

def backward(blame, kept):  # blame: ∂L/∂u
    z_hat, gamma, deviation = kept
    own = (blame * z_hat).mean(axis=0)
    rest = blame - blame.mean(axis=0) - z_hat * own
    return gamma / deviation * rest  # ∂L/∂z

# Check
# By hand: z = (1, 3, 5, 7) has mean 4 and variance 5.
z = np.array([[1.0], [3], [5], [7]])
u, kept = forward(z, 1.0, 0.0, eps=0)
assert np.allclose(u[:, 0], np.array([-3, -1, 1, 3]) / np.sqrt(5))
# Blame for the first example alone reaches all four, with sum 0, and sum 0 along z, too.
blame = np.array([[1.0], [0], [0], [0]])
back = backward(blame, kept)
assert np.allclose(back[:, 0] * np.sqrt(5), [0.3, -0.4, -0.1, 0.2])
assert abs(back.sum()) < 1e-12 and abs((back * u).sum()) < 1e-12
# Against central differences, for random numbers.
rng = np.random.default_rng(1)
z, gamma, beta = rng.normal(3, 2, (6, 4)), rng.normal(size=4), rng.normal(size=4)
c = rng.normal(size=z.shape)
loss = lambda z: (c * np.tanh(forward(z, gamma, beta)[0])).sum()
u, kept = forward(z, gamma, beta)
back = backward(c * (1 - np.tanh(u) ** 2), kept)
h = 1e-5
for i in np.ndindex(z.shape):
    step = np.zeros_like(z)
    step[i] = h
    assert abs((loss(z + step) - loss(z - step)) / (2 * h) - back[i]) < 1e-6
