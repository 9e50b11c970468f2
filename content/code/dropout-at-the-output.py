import numpy as np

def loss_at_the_output(probabilities, target, rate, rng):
    kept = rng.random(probabilities.shape) >= rate
    answer = probabilities * kept / (1 - rate)
    answer = answer / answer.sum() if answer.sum() > 0 else answer
    return -np.log(np.clip(answer[target], 1e-7, 1))  # Keras: the sum is 1 again, and no answer below 1e-7

# Check
# A network that gives the right class 0.99 has a loss of 0.01 without dropout.
p = np.array([0.99] + [0.01 / 9] * 9)
rng = np.random.default_rng(4)
losses = np.array([loss_at_the_output(p, 0, 0.21, rng) for _ in range(50_000)])
# With it, a fifth of the examples cost 16.1, whatever the network does.
assert abs(np.mean(losses > 16) - 0.21) < 0.01
assert abs(losses.mean() - (0.21 * -np.log(1e-7) + 0.79 * 0.01)) < 0.1
assert 3.3 < losses.mean() < 3.5
