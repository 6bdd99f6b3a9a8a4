// Gaps of the sample filled: scrubbed frames and a long gap, scored by values hidden on purpose, marked for ever after.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Phantom (fMRI, 4-D)");
run("BrainDyn Parcellate...", "scan=phantom labels=[phantom labels]");

// Frames as in tables, the first is 0. motion=[table] takes scrubbed frames from a table instead.
run("BrainDyn Fill Gaps...", "signals=[signals of phantom] frames=[12, 20-21, 33, 47-49, 60-67, 80, 95-96, 110]"
    + " labels=[phantom labels] output=[" + output + "]");
saveAs("Results", output + "score.csv");
run("BrainDyn Save...", "image=[R2 of hidden values] file=[" + output + "score.nii.gz]");
run("BrainDyn Save...", "image=[filled signals of phantom] file=[" + output + "filled.tif]");
run("BrainDyn Save...", "image=[filled signals of phantom] file=[" + output + "filled.csv]");
run("BrainDyn Save...", "image=[mask of filled signals of phantom] file=[" + output + "mask.csv]");
run("BrainDyn Save...", "image=[sd of filled signals of phantom] file=[" + output + "sd.csv]");
run("BrainDyn Save...", "image=[connectivity of filled signals of phantom] file=[" + output + "connectivity.csv]");

// The marks come back with the file: whatever trains on it now tests on no filled value.
open(output + "filled.tif");
rename("again");
run("BrainDyn Save...", "image=again file=[" + output + "again.csv]");
print("BrainDyn fill done: " + output);
