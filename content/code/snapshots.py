import numpy as np

def log_loss(p, y):
    # p: probability of class 1
    return -np.mean(np.log(np.where(y == 1, p, 1 - p)))

def mean_outputs(networks, predict, x):
    return np.mean([predict(w, x) for w in networks], axis=0)

def mean_weights(networks):
    return np.mean(networks, axis=0)

# Check
# Logistic regression with scattered weights.
rng = np.random.default_rng(1)
x = rng.standard_normal((200, 3))
y = (x @ [1.0, -2.0, 0.5] + rng.standard_normal(200) > 0).astype(int)
predict = lambda w, x: 1 / (1 + np.exp(-x @ w))
networks = [np.array([1.0, -2.0, 0.5]) + rng.standard_normal(3) for _ in range(5)]
losses = [log_loss(predict(w, x), y) for w in networks]
# The mean of outputs is no worse than the mean of losses, by Jensen's inequality; a bad one among them can be worse than the best alone.
assert log_loss(mean_outputs(networks, predict, x), y) <= np.mean(losses)
# Its loss is convex in the weights here, so that this holds of their mean as well. In a network it need not.
assert log_loss(predict(mean_weights(networks), x), y) <= np.mean(losses)
# Two networks with one hidden tanh unit, z = a tanh(b x): the same function with both signs turned; their mean weights are zero.
hidden = lambda w, x: w[0] * np.tanh(w[1] * x)
one, other = np.array([2.0, 1.0]), np.array([-2.0, -1.0])
assert np.allclose(hidden(one, x), hidden(other, x))
assert np.allclose(hidden(mean_weights([one, other]), x), 0)
# By hand: probabilities 0.9 and 0.5 of the right class, 0.7 in the mean; the mean of the losses is higher.
assert abs(-np.log(0.7) - 0.3567) < 1e-4 and abs(-(np.log(0.9) + np.log(0.5)) / 2 - 0.3993) < 1e-4
