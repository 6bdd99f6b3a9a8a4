"""Time and memory of a training step of a masked autoencoder in PyTorch, two threads.

Peer of MaskedStepBenchmark: regions width middle batch style steps, style exact or released.
Written from the formulas of docs/brainlm.md; float32, 75 % of the tokens hidden, AdamW.
"""

import math
import os
import resource
import sys
import time

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
import torch
from torch import nn

torch.set_num_threads(2)
torch.manual_seed(1)
REGIONS, WIDTH, MIDDLE, BATCH = (int(a) for a in sys.argv[1:5])
RELEASED = sys.argv[5] == "released"
STEPS = int(sys.argv[6])
HEADS, PATCH, PATCHES, TAPS = 4, 20, 10, 65


class Block(nn.Module):
    """Post-norm with a convolution of values along tokens if released, else pre-norm."""

    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.first, self.second = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = nn.Linear(WIDTH, MIDDLE), nn.Linear(MIDDLE, WIDTH)
        if RELEASED:
            self.conv = nn.Conv2d(
                HEADS, HEADS, (TAPS, 1), padding=(TAPS // 2, 0), bias=False, groups=HEADS
            )

    def attend(self, x):
        def split(y):
            return y.view(y.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = split(self.q(x)), split(self.k(x)), split(self.v(x))
        scale = math.sqrt(math.sqrt(WIDTH // HEADS))
        a = torch.softmax((q / scale) @ (k / scale).transpose(-1, -2), -1) @ v
        if RELEASED:
            a = a + self.conv(v)
        return self.o(a.transpose(1, 2).reshape(x.shape))

    def forward(self, x):
        gelu = nn.functional.gelu
        if RELEASED:
            x = self.first(self.attend(x) + x)
            return self.second(self.down(gelu(self.up(x))) + x)
        x = x + self.attend(self.first(x))
        return x + self.down(gelu(self.up(self.second(x))))


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.signal, self.place = nn.Linear(PATCH, WIDTH), nn.Linear(3, WIDTH)
        self.place2, self.embed = nn.Linear(3, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.cls, self.mask = (nn.Parameter(torch.randn(1, 1, WIDTH) * 0.02) for _ in range(2))
        self.encoder = nn.ModuleList(Block() for _ in range(4))
        self.decoder = nn.ModuleList(Block() for _ in range(2))
        self.norm, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.one, self.two = nn.Linear(WIDTH, WIDTH // 2), nn.Linear(WIDTH // 2, PATCH)

    def forward(self, x, places, noise):
        tokens = REGIONS * PATCHES
        patches = x.view(BATCH, REGIONS, PATCHES, PATCH)
        t = (self.signal(patches) + self.place(places)[:, :, None]).view(BATCH, tokens, WIDTH)
        order = noise.argsort(1)
        back = order.argsort(1)
        keep = int(tokens * 0.25)
        kept = order[:, :keep, None].expand(-1, -1, WIDTH)
        z = torch.cat([self.cls.expand(BATCH, -1, -1), t.gather(1, kept)], 1)
        for block in self.encoder:
            z = block(z)
        y = self.embed(self.norm(z))
        hidden = self.mask.expand(BATCH, tokens - keep, -1)
        f = torch.cat([y[:, 1:], hidden], 1).gather(1, back[:, :, None].expand(-1, -1, WIDTH))
        f = f + self.place2(places).repeat_interleave(PATCHES, 1)
        z = torch.cat([y[:, :1], f], 1)
        for block in self.decoder:
            z = block(z)
        out = self.two(nn.functional.leaky_relu(self.one(self.norm2(z)), 0.1))[:, 1:]
        mask = (back >= keep).float()[:, :, None]
        error = (out - patches.reshape(BATCH, tokens, PATCH)) ** 2
        return (error * mask).sum() / (mask.sum() * PATCH)


model = Autoencoder()
adam = torch.optim.AdamW(model.parameters(), 1e-4, weight_decay=0.05)
x = torch.randn(BATCH, REGIONS, PATCHES * PATCH)
places, noise = torch.rand(BATCH, REGIONS, 3), torch.rand(BATCH, REGIONS * PATCHES)
best, cpu = math.inf, math.inf
for step in range(2 + STEPS):
    start, used = time.perf_counter(), time.process_time()
    adam.zero_grad()
    loss = model(x, places, noise)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    adam.step()
    if step >= 2:
        best = min(best, time.perf_counter() - start)
        cpu = min(cpu, time.process_time() - used)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
count = sum(p.numel() for p in model.parameters())
print(
    f"peer   {REGIONS} regions, width {WIDTH}, middle {MIDDLE}, batch {BATCH}, "
    f"{sys.argv[5]:8s} {count} parameters: {best:.3f} s (CPU {cpu:.3f} s), peak {peak:.2f} GB, "
    f"loss {loss.item():.4f}"
)
