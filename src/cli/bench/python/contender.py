"""PyTorch or scikit-learn in the bench: one process per workload, on one thread.

Arguments: the library (pytorch, scikit-learn), the workload as JSON and a file with its data: features
as float32, [examples][inputs], then classes as int32. Prints `ready`; then for each line on standard input, a
number of updates, does them and prints the milliseconds that they took. Ends with its input.
"""

import json
import sys
import time


def main():
    library, workload, path = sys.argv[1:]
    workload = json.loads(workload)
    train = {"pytorch": pytorch, "scikit-learn": scikit_learn}[library](workload, *read(path, workload))
    print("ready", flush=True)
    for line in sys.stdin:
        start = time.perf_counter()
        train(int(line))
        print((time.perf_counter() - start) * 1000, flush=True)


def read(path, workload):
    import numpy

    examples, inputs = workload["examples"], workload["sizes"][0]
    numbers = numpy.fromfile(path, dtype=numpy.float32, count=examples * inputs)
    classes = numpy.fromfile(path, dtype=numpy.int32, offset=numbers.nbytes)
    return numbers.reshape(examples, inputs), classes


def pytorch(workload, x, classes):
    """An eager loop as it is usually written: fresh order each epoch, batches by indexing."""
    import torch
    from torch import nn

    torch.set_num_threads(1)
    torch.manual_seed(1)
    sizes, size = workload["sizes"], workload["batchSize"]
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        nn.init.xavier_uniform_(layers[-2].weight)
        nn.init.zeros_(layers[-2].bias)
    # The last activation, softmax, is part of the loss.
    model = nn.Sequential(*layers[:-1])
    loss = nn.CrossEntropyLoss()
    optimizers = {"adam": torch.optim.Adam, "sgd": torch.optim.SGD}
    optimizer = optimizers[workload["optimizer"]](model.parameters(), lr=workload["learningRate"])
    x, y = torch.from_numpy(x), torch.from_numpy(classes).long()

    def batches():
        while True:
            order = torch.randperm(len(x))
            for start in range(0, len(x), size):
                yield order[start : start + size]

    stream = batches()

    def train(updates):
        for _ in range(updates):
            rows = next(stream)
            optimizer.zero_grad(set_to_none=True)
            loss(model(x[rows]), y[rows]).backward()
            optimizer.step()

    return train


def scikit_learn(workload, x, classes):
    """MLPClassifier.partial_fit, which is one epoch over the rows it is given, in batches: whole epochs,
    then as many rows as the rest of the updates need. Its checks of the data are part of the time, once per epoch.
    Of two classes it makes one sigmoid unit. The penalty and momentum, which its defaults have, are off."""
    import numpy
    from sklearn.neural_network import MLPClassifier

    size = workload["batchSize"]
    model = MLPClassifier(
        hidden_layer_sizes=workload["sizes"][1:-1],
        solver=workload["optimizer"],
        learning_rate_init=workload["learningRate"],
        batch_size=size,
        alpha=0,
        momentum=0,
        nesterovs_momentum=False,
        random_state=1,
    )
    labels = numpy.arange(workload["sizes"][-1])
    model.partial_fit(x[:size], classes[:size], labels)

    def train(updates):
        rows = updates * size
        while rows > 0:
            model.partial_fit(x[:rows], classes[:rows])
            rows -= len(x)

    return train


main()
