"""Compares recordings as BrainDyn read them with what MNE reads.

    python check_with_mne.py FOLDER

FOLDER holds expected.json: a list of {"file": path, "names": [...], "rate": Hz, "values": .npy}, where
the .npy is [channel, time] in uV. Prints "equal", or what differs by more than 1e-9 of the largest value
of the recording.
"""

import json
import os
import sys
import warnings

import mne
import numpy as np

mne.set_log_level("ERROR")
warnings.simplefilter("ignore")
folder = sys.argv[1]
wrong = []
with open(os.path.join(folder, "expected.json"), encoding="utf-8") as f:
    recordings = json.load(f)
for one in recordings:
    reader = mne.io.read_raw_eeglab if one["file"].endswith(".set") else mne.io.read_raw_brainvision
    raw = reader(one["file"], preload=True)
    ours = np.load(os.path.join(folder, one["values"]))
    name = os.path.basename(one["file"])
    if abs(raw.info["sfreq"] - one["rate"]) > 1e-9 * one["rate"]:
        wrong.append(f"{name}: {raw.info['sfreq']} Hz, not {one['rate']}")
    for channel, row in zip(one["names"], ours):
        if channel not in raw.ch_names:
            wrong.append(f"{name}: MNE has no channel {channel}, but {raw.ch_names}")
            continue
        theirs = raw.get_data(picks=[raw.ch_names.index(channel)])[0] * 1e6
        if theirs.shape != row.shape:
            wrong.append(f"{name}, {channel}: {theirs.shape} samples, not {row.shape}")
            continue
        scale = np.nanmax(np.abs(theirs))
        apart = np.max(np.abs(theirs - row))
        if not apart <= 1e-9 * scale:
            wrong.append(f"{name}, {channel}: {apart} apart at a scale of {scale} uV")
print("\n".join(wrong) if wrong else "equal")
