import numpy as np

# Labels 0 to 9 among the first 50,000 pictures
counts = [4932, 5678, 4968, 5101, 4859, 4506, 4951, 5175, 4842, 4988]
labels = np.repeat(np.arange(10), counts)
b, right = np.log(counts), 0  # ten biases
rng = np.random.default_rng(0)
for batch in rng.permutation(labels).reshape(-1, 2):
    right += np.sum(np.argmax(b) == batch)  # before the update
    p = np.exp(b - b.max()) / np.sum(np.exp(b - b.max()))
    b = b - 0.01 * np.mean(p - np.eye(10)[batch], axis=0)
running, final = right / 50_000, counts[np.argmax(b)] / 50_000

# Check
assert max(counts) == 5678 and sum(counts) == 50_000
assert 0.108 < running < final == 5678 / 50_000
