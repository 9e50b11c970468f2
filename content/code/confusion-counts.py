import numpy as np

def confusion(actual, predicted, classes):
    counts = np.zeros((classes, classes), int)
    # Row: the class. Column: what it was taken for.
    np.add.at(counts, (actual, predicted), 1)
    return counts

def accuracy(counts):
    return np.trace(counts) / counts.sum()

def recall(counts):
    # Of the examples of a class, the share that is found.
    return np.diag(counts) / counts.sum(axis=1)

# Check
actual = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2, 2])
predicted = np.array([0, 0, 1, 1, 2, 2, 2, 2, 0, 2])
counts = confusion(actual, predicted, 3)
assert counts.tolist() == [[2, 1, 0], [0, 1, 1], [1, 0, 4]]
assert np.isclose(accuracy(counts), 0.7)
assert np.allclose(recall(counts), [2 / 3, 1 / 2, 4 / 5])
# The accuracy is the mean of the recalls, each weighted by how frequent its class is.
assert np.isclose(np.average(recall(counts), weights=counts.sum(axis=1)), accuracy(counts))
