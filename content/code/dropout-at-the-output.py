import numpy as np

def loss_at_the_output(q, target, rate, rng):
    kept = rng.random(q.shape) >= rate
    answer = q * kept / (1 - rate)
    # As Keras has it: the sum is 1 again, nothing is below 1e-7.
    answer = answer / max(answer.sum(), 1e-300)
    return -np.log(np.clip(answer[target], 1e-7, 1))

# Check
# A network that gives the right class 0.99 has a loss of 0.01 without dropout.
p = np.array([0.99] + [0.01 / 9] * 9)
rng = np.random.default_rng(4)
losses = np.array([loss_at_the_output(p, 0, 0.21, rng) for _ in range(50_000)])
# With it, a fifth of the examples cost 16.1, whatever the network does.
assert abs(np.mean(losses > 16) - 0.21) < 0.01
assert abs(losses.mean() - (0.21 * -np.log(1e-7) + 0.79 * 0.01)) < 0.1
assert 3.3 < losses.mean() < 3.5
