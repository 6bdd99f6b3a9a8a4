"""Reads files that BrainDyn wrote with nibabel and compares them with what was to be written.

    python3 src/test/python/check_with_nibabel.py FOLDER

FOLDER holds a.ptseries.nii, b.ptseries.nii (with voxels), map.nii.gz, labels.nii.gz,
sub-1_timeseries.tsv with .json, and expected.json (names, step, values [region][time], map,
labels, each flat with x fastest). Needs nibabel and numpy. Prints "equal" and ends with 0, or the
first difference and 1. org.braindyn.io.NibabelTest makes the folder and runs this.
"""

import json
import os
import sys

import nibabel
import numpy


def same(what, got, wanted, tolerance=0.0):
    got, wanted = numpy.asarray(got, float), numpy.asarray(wanted, float)
    if got.shape != wanted.shape:
        sys.exit("%s: shape %s, wanted %s" % (what, got.shape, wanted.shape))
    bad = ~((numpy.isnan(got) & numpy.isnan(wanted)) | (abs(got - wanted) <= tolerance))
    if bad.any():
        sys.exit("%s: %d of %d values differ" % (what, bad.sum(), bad.size))


def check(what, got, wanted):
    if got != wanted:
        sys.exit("%s: %r, wanted %r" % (what, got, wanted))


def series(folder, name, expected):
    image = nibabel.load(os.path.join(folder, name))
    time, parcels = image.header.get_axis(0), image.header.get_axis(1)
    check(name + " intent", int(image.nifti_header["intent_code"]), 3004)
    check(name + " step", (float(time.step), time.unit), (expected["step"], "SECOND"))
    check(name + " names", [str(n) for n in parcels.name], expected["names"])
    same(name, image.get_fdata().T, expected["values"])
    return parcels


def main(folder):
    with open(os.path.join(folder, "expected.json"), encoding="utf-8") as f:
        expected = json.load(f)
    series(folder, "a.ptseries.nii", expected)
    parcels = series(folder, "b.ptseries.nii", expected)
    labels = numpy.asarray(expected["labels"])
    for index, label in enumerate(expected["label_values"]):
        check("voxels of a parcel", len(parcels.voxels[index]), int((labels == label).sum()))
    image = nibabel.load(os.path.join(folder, "map.nii.gz"))
    check("map intent", int(image.header["intent_code"]), 1001)
    check("map description", image.header["descrip"].item().decode(), "BrainDyn: effect of V1")
    same("map", image.get_fdata(dtype=numpy.float32).ravel(order="F"),
         numpy.asarray(expected["map"], numpy.float32))
    same("map affine", image.affine, expected["affine"], 1e-6)
    image = nibabel.load(os.path.join(folder, "labels.nii.gz"))
    check("label intent", int(image.header["intent_code"]), 1002)
    same("labels", numpy.asarray(image.dataobj).ravel(order="F"), labels)
    with open(os.path.join(folder, "sub-1_timeseries.tsv"), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f]
    check("columns", [c.strip('"') for c in rows[0]], expected["names"])
    table = [[float("nan") if c == "n/a" else float(c) for c in row] for row in rows[1:]]
    same("table", numpy.asarray(table).T, expected["values"])
    with open(os.path.join(folder, "sub-1_timeseries.json"), encoding="utf-8") as f:
        side = json.load(f)
    check("RepetitionTime", side["RepetitionTime"], expected["step"])
    for name in expected["names"]:
        if "Description" not in side[name]:
            sys.exit("no description of column " + name)
    print("equal")


if __name__ == "__main__":
    main(sys.argv[1])
