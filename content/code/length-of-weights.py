import numpy as np

def loss_and_gradient(w, X, y):  # one normalized unit, squared error
    z = X @ w
    z_hat = (z - z.mean()) / z.std()
    blame = 2 * (z_hat - y) / len(y)
    rest = blame - blame.mean() - z_hat * (blame * z_hat).mean()
    return ((z_hat - y) ** 2).mean(), X.T @ rest / z.std()

def step(w, X, y, rate):
    return w - rate * loss_and_gradient(w, X, y)[1]

# Check
rng = np.random.default_rng(1)
X, w = rng.normal(size=(20, 5)), rng.normal(size=5)
y = X @ rng.normal(size=5)
loss, g = loss_and_gradient(w, X, y)
# Ten times the weights: the same loss, and a tenth of the gradient.
loss10, g10 = loss_and_gradient(10 * w, X, y)
assert abs(loss - loss10) < 1e-12 and np.allclose(g10, g / 10)
# The gradient stands at a right angle to the weights, so that squares add.
assert abs(g @ w) < 1e-12
after = step(w, X, y, 0.7)
assert abs(after @ after - (w @ w + 0.7**2 * (g @ g))) < 1e-10
# Ten times the weights at a hundred times the rate: the same way, ten times as large.
far = 10 * w
for _ in range(50):
    w, far = step(w, X, y, 0.1), step(far, X, y, 10)
assert np.allclose(far, 10 * w)
# At a rate of a million the first step throws the weights far away, and the loss stays below its bound.
thrown = step(w, X, y, 1e6)
bound = (1 + np.sqrt((y**2).mean())) ** 2
assert np.linalg.norm(thrown) > 1000 and loss_and_gradient(thrown, X, y)[0] <= bound
