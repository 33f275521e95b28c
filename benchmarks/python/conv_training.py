"""Trains the small convolutional network of the benchmark in torch: for each line of input one epoch over the same images, answered by a line."""
import sys

import torch
from torch import nn

rows, batch_size, threads = (int(argument) for argument in sys.argv[1:4])
torch.set_num_threads(threads)
torch.manual_seed(1)
images = torch.randn(rows, 1, 28, 28)
labels = torch.randint(0, 10, (rows,))


def epoch():
    network = nn.Sequential(
        nn.Conv2d(1, 16, 5, padding="same"), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 16, 5, padding="same"), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(784, 100), nn.ReLU(), nn.Linear(100, 100), nn.ReLU(), nn.Linear(100, 10))
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001)
    order = torch.randperm(rows)
    loss_sum, correct = 0.0, 0
    for start in range(0, rows, batch_size):
        selection = order[start:start + batch_size]
        target = labels[selection]
        optimizer.zero_grad()
        logits = network(images[selection])
        loss = nn.functional.cross_entropy(logits, target)
        loss.backward()
        optimizer.step()
        loss_sum += loss.item() * len(selection)
        correct += (logits.argmax(1) == target).sum().item()
    return loss_sum / rows, correct / rows


print("ready", flush=True)
for _ in sys.stdin:
    print(*epoch(), flush=True)
