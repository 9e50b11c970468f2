import numpy as np

def train(gradient, theta, N, n, epochs, eta, rng):
    updates = 0
    for _ in range(epochs):
        order = rng.permutation(N)  # a new order for each epoch
        for start in range(0, N, n):
            B = order[start:start + n]  # the last takes what is left
            theta = theta - eta * gradient(theta, B)
            updates += 1
    return theta, updates

# Check
x = np.arange(10.0)

def gradient(theta, B):  # of the mean of (theta - x_i)^2 / 2 over the batch
    return np.mean(theta - x[B])

rng = np.random.default_rng(1)
# Full batch: the error to the mean, 4.5, shrinks by 1 - eta in each update.
theta, updates = train(gradient, 0.0, 10, 10, 20, 0.1, rng)
assert updates == 20 and np.isclose(theta, 4.5 * (1 - 0.9**20))
# Exercise 1: N = 1000, n = 64, 20 epochs are 320 updates; the last batch has 40 examples.
sizes = []
train(lambda theta, B: sizes.append(len(B)) or 0.0, 0.0, 1000, 64, 20, 0.1, rng)
assert len(sizes) == 320 and sizes[15] == 40 and sizes[14] == 64
# The budgets of the text: 2000 examples, 30 epochs of 250 and 150 epochs of 50.
assert train(lambda theta, B: 0.0, 0.0, 2000, 250, 30, 0.1, rng)[1] == 240
assert train(lambda theta, B: 0.0, 0.0, 2000, 50, 150, 0.1, rng)[1] == 6000
