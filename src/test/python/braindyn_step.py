"""Time of a training step of BrainDyn in PyTorch, two threads; peer of TrainingStepBenchmark.

One argument, as there: regions,degree,hidden,maps,width,batch,RELEASED or CONTINUOUS; then the
number of steps. Written from the formulas of docs/method.md, as fast as they allow: messages per
node and not per edge (one product with the adjacency matrix), the part of the first layer that the
message fixes computed once per chunk (RELEASED), float32, AdamW.
"""

import os
import resource
import sys
import time

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
import torch
from torch import nn

torch.set_num_threads(2)
torch.manual_seed(1)
FIELDS = sys.argv[1].split(",")
N, DEGREE, H, M, V, B = (int(f) for f in FIELDS[:6])
CONTINUOUS = FIELDS[6] == "CONTINUOUS"
STEPS = int(sys.argv[2])
CONTEXT, HORIZON, DT = 30, 10, 0.1
INPUTS, OUTPUTS = (1 + 2 * H, 1 + H) if CONTINUOUS else (1 + H, 1)


class BrainDyn(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, H, batch_first=True)
        self.maps = nn.Parameter(nn.init.xavier_uniform_(torch.empty(N, H, M)))
        self.target, self.source = (nn.Parameter(torch.ones(N, M)) for _ in range(2))
        self.first, self.second = nn.Linear(INPUTS, V), nn.Linear(V, V)
        self.third = nn.Linear(V, OUTPUTS)
        v = torch.arange(N)
        adjacency = torch.zeros(N, N)
        for d in range(1, DEGREE // 2 + 1):
            adjacency[v, (v + d) % N] = 1
            adjacency[(v + d) % N, v] = 1
        self.register_buffer("adjacency", adjacency)
        self.register_buffer("degree", adjacency.sum(0)[:, None, None])

    def message(self, h):
        """[region, window, hidden] from the same; the graph is symmetric."""
        z = torch.bmm(h, self.maps)
        low, high = z.amin(2, keepdim=True), z.amax(2, keepdim=True)
        z = (z - low) / (high - low + 1e-6)
        gate = (torch.sigmoid(self.target) + torch.sigmoid(self.source))[:, None]
        sent = gate * z
        heard = (self.adjacency @ sent.reshape(N, -1)).view_as(sent)
        return torch.bmm(self.degree * sent - heard, self.maps.transpose(1, 2))

    def forward(self, x):
        """x [region, window, step] -> [step, region, window]."""
        h = self.lstm(x.reshape(N * B, CONTEXT, 1))[0][:, -1].view(N, B, H)
        w, c = self.first.weight, self.first.bias
        if CONTINUOUS:
            y = torch.cat([x[:, :, -1:], h], 2)

            def rate(y):
                inside = torch.cat([y, self.message(y[:, :, 1:])], 2)
                u = torch.tanh(nn.functional.linear(inside, w, c))
                return self.third(torch.tanh(self.second(u)))

        else:
            fixed = nn.functional.linear(self.message(h), w[:, 1:], c)
            column = w[:, 0]
            y = x[:, :, -1:]

            def rate(y):
                u = torch.tanh(torch.addcmul(fixed, y, column))
                return self.third(torch.tanh(self.second(u)))

        out = []
        for _ in range(HORIZON):
            a = rate(y)
            b = rate(y + DT / 3 * a)
            c2 = rate(y + DT * (b - a / 3))
            d = rate(y + DT * (a - b + c2))
            y = y + DT / 8 * (a + 3 * (b + c2) + d)
            out.append(y[:, :, 0])
        return torch.stack(out)


model = BrainDyn()
adam = torch.optim.AdamW(model.parameters(), 1e-3, weight_decay=1e-5)
context, truth = torch.randn(N, B, CONTEXT), torch.randn(HORIZON, N, B)
best = cpu = float("inf")
for step in range(2 + STEPS):
    start, used = time.perf_counter(), time.process_time()
    adam.zero_grad(set_to_none=True)
    loss = nn.functional.mse_loss(model(context), truth)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    adam.step()
    if step >= 2:
        best = min(best, time.perf_counter() - start)
        cpu = min(cpu, time.process_time() - used)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(
    f"| PyTorch {torch.__version__}, {sys.argv[1]} | {best:.3f} | {cpu:.2f} | {peak:.0f} |"
)
