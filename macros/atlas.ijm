// An atlas on another grid than the scan: two ways of bringing its labels over, what becomes of every
// region, and whether the atlas's own coordinates agree. No registration: only the affines are used.
// Headless: the argument is "scan|atlas|names table|positions table|output folder"; the tables may be "".
argument = getArgument();
if (argument == "") {
    scan = File.openDialog("4-D scan (NIfTI)");
    atlas = File.openDialog("Atlas (label image, NIfTI)");
    names = ""; positions = "";
    output = getDirectory("Choose an output folder");
} else {
    parts = split(argument + " ", "(\\|)");
    scan = parts[0]; atlas = parts[1]; names = parts[2]; positions = parts[3];
    output = String.trim(parts[4]);
}
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
tables = " names=[" + String.trim(names) + "] positions=[" + String.trim(positions) + "]";

// 1. The label at the centre of each scan voxel, and the label that fills most of it.
ways = newArray("nearest", "majority");
for (i = 0; i < 2; i++) {
    run("BrainDyn Parcellate...", "scanfile=[" + scan + "] labelsfile=[" + atlas + "]" + tables
        + " resample resampling=" + ways[i]);
    rename("signals by " + ways[i]);
    moved = 0;
    for (row = 0; row < nResults; row++)
        if (getResult("shift_voxels", row) > 0.5) moved++;
    print(ways[i] + ": " + nResults + " regions, " + moved + " moved more than half a voxel");
    saveAs("Results", output + "quality_" + ways[i] + ".csv");
}
run("BrainDyn Save...", "image=[signals by majority] file=[" + output + "signals.npz]");

// 2. Do the labels lie where they should? Outlines on the mean scan; shifts painted on the atlas.
run("BrainDyn Open Scan...", "file=[" + scan + "]");
rename("scan");
run("BrainDyn Open Scan...", "file=[" + atlas + "] labels");
rename("atlas");
run("BrainDyn Show Regions...", "scan=scan labels=atlas resample resampling=majority montage");
run("BrainDyn Save...", "image=[picture of regions on mean of scan] file=[" + output + "outlines.png]");
run("BrainDyn Paint Regions...", "table=[" + output + "quality_majority.csv] column=shift_voxels"
    + " labels=atlas background=NaN");
rename("shift");
run("BrainDyn Save...", "image=shift file=[" + output + "shift.nii.gz]");
print("BrainDyn atlas done: " + output);
