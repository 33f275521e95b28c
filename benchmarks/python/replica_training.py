"""Time of a training step of one network in Python: full batch, binary cross entropy, Adam, one hidden layer of tanh units.

The counterpart of ReplicaTrainingBenchmark.OneByOne, for the same sizes: python3 benchmarks/python/replica_training.py [THREADS]
Prints the median and the least time over fifteen repetitions, and the least processor time, which other work on the machine touches less.
"""

import os
import statistics
import sys
import time

import torch

STEPS, REPETITIONS, WARM_UP = 200, 15, 2


def train(features, targets, hidden, seed):
    torch.manual_seed(seed)
    network = torch.nn.Sequential(torch.nn.Linear(features.shape[1], hidden), torch.nn.Tanh(), torch.nn.Linear(hidden, 1))
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001)
    loss = torch.nn.BCEWithLogitsLoss()
    begin, processor = time.perf_counter(), time.process_time()
    for _ in range(STEPS):
        optimizer.zero_grad(set_to_none=True)
        value = loss(network(features), targets)
        value.backward()
        optimizer.step()
        value.item()
    return (time.perf_counter() - begin) / STEPS, (time.process_time() - processor) / STEPS


def main():
    # Debian's libtorch takes one thread unless it is told otherwise.
    torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else os.cpu_count())
    print(f"torch {torch.__version__}, {torch.get_num_threads()} threads in an operator, one network at a time")
    for inputs, hidden, rows in [(50, 100, 32), (50, 100, 100), (100, 100, 200)]:
        torch.manual_seed(0)
        features = torch.randn(rows, inputs)
        targets = torch.tensor([[1.0 if row % 4 >= 2 else 0.0] for row in range(rows)])
        times = [train(features, targets, hidden, seed) for seed in range(WARM_UP + REPETITIONS)][WARM_UP:]
        wall, processor = ([1e6 * time_of_step for time_of_step in kind] for kind in zip(*times))
        print(
            f"{inputs}, {hidden}, {rows} of {rows}: median {statistics.median(wall):,.1f} us, least {min(wall):,.1f} us a step, "
            f"{min(processor):,.1f} us of processor time"
        )


if __name__ == "__main__":
    main()
