// States that switch, as many as people left out support. The sample's six people have one wiring that never changes:
// the answer should be one state. Headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
scans = output + "scans" + File.separator;
signals = output + "signals" + File.separator;
File.makeDirectory(scans);

run("BrainDyn Make Sample...", "regions=12 frames=200 seed=1 folder=[" + scans + "] people=6");
run("BrainDyn Parcellate Folder...", "folder=[" + scans + "] pattern=sub-*bold.nii.gz"
    + " labels=[" + scans + "phantom_labels.nii.gz] names=[" + scans + "phantom_labels.tsv]"
    + " output=[" + signals + "]");

// As many states as people left out support; in the Log, why.
run("BrainDyn Find States...", "data=[" + signals + "manifest.tsv] most=3 output=[" + output + "supported]");
saveAs("Results", output + "times.csv");

// Two, because they were asked for: tables of dwell times and transitions, connectivity and activity of each.
run("BrainDyn Find States...", "data=[" + signals + "manifest.tsv] states=2 labels=[phantom labels] output=[" + output + "two]");
saveAs("Results", output + "times_of_two.csv");
run("BrainDyn Save...", "image=[activity of states] file=[" + output + "activity.nii.gz]");
print("BrainDyn states done: " + output);
