// One model from many people, tested on people it never saw. Eight simulated people with one wiring stand
// for your own scans. Headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
scans = output + "scans" + File.separator;
signals = output + "signals" + File.separator;
File.makeDirectory(scans);

// Scans of eight people, and the signals of their regions with one manifest.
run("BrainDyn Make Sample...", "regions=12 frames=200 seed=1 folder=[" + scans + "] people=8");
run("BrainDyn Parcellate Folder...", "folder=[" + scans + "] pattern=sub-*bold.nii.gz"
    + " labels=[" + scans + "phantom_labels.nii.gz] names=[" + scans + "phantom_labels.tsv]"
    + " output=[" + signals + "]");

// Five train, one chooses the epoch, two are tested; killed or stopped, the same line goes on where it was.
run("BrainDyn Train Across People...", "data=[" + signals + "manifest.tsv] variant=[linear skip] train=5 validation=1"
    + " model=[" + output + "people.npz]");
saveAs("Results", output + "people_errors.csv");

// Everybody tested once, fold by fold; errors painted on the brain, and free runs.
run("BrainDyn Evaluate...", "data=[" + signals + "manifest.tsv] design=folds folds=4 validation=1"
    + " models=both epochs=3 generate labels=[phantom labels] output=[" + output + "study]");
saveAs("Results", output + "evaluation.csv");

// Is the saved model as good on the two it never saw? Its own split says who they are.
run("BrainDyn Evaluate...", "data=[" + signals + "manifest.tsv] split=[" + output + "people_split.csv]"
    + " models=none model=[" + output + "people.npz]");
saveAs("Results", output + "saved_model.csv");
print("BrainDyn people done: " + output);
