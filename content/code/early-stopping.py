def train(network, epoch, validation_loss, patience):
    best, lowest, waited = network, validation_loss(network), 0
    while waited < patience:
        network = epoch(network)
        loss = validation_loss(network)
        waited += 1
        if loss < lowest:
            best, lowest, waited = network, loss, 0
    return best

# Check
# A "network" that is its epoch, and losses written down: 5, 4, 6, 3, 4, 5, 6, 1, ...
losses = [5, 4, 6, 3, 4, 5, 6, 1] + [9] * 9
run = lambda patience: train(0, lambda n: n + 1, lambda n: losses[n], patience)
assert run(1) == 1  # 6 after 4: stopped by the first bump
assert run(2) == 3
assert run(3) == 3  # the 1 at epoch 7 is four epochs behind the 3
assert run(4) == 7
