// Across people: who is alike, what can be foretold of them, how groups differ. Sixteen simulated people of one
// wiring stand for your own scans, with ages and groups that have nothing to do with them: nothing should be found.
// Headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
scans = output + "scans" + File.separator;
signals = output + "signals" + File.separator;
File.makeDirectory(scans);

run("BrainDyn Make Sample...", "regions=12 frames=120 seed=1 folder=[" + scans + "] people=16");
run("BrainDyn Parcellate Folder...", "folder=[" + scans + "] pattern=sub-*bold.nii.gz"
    + " labels=[" + scans + "phantom_labels.nii.gz] names=[" + scans + "phantom_labels.tsv]"
    + " output=[" + signals + "]");

// What is known of people: BIDS' participants.tsv, or any columns of the manifest itself.
text = "participant_id\tage\tsex\tgroup\n";
for (p = 1; p <= 16; p++) {
  age = 20 + (7 * p) % 17;
  sex = "F"; if ((p % 3) == 0) sex = "M";
  group = "control"; if ((p % 2) == 0) group = "patient";
  text = text + "sub-" + IJ.pad(p, 2) + "\t" + age + "\t" + sex + "\t" + group + "\n";
}
File.saveString(text, output + "participants.tsv");
known = " people=[" + output + "participants.tsv]";

// A small masked model of these scans (seconds): its embedding stands beside connectivity, and is tuned inside the fold.
run("BrainDyn Train Across People...", "data=[" + signals + "manifest.tsv] train=12 validation=2 context=20 horizon=5 stride=10"
    + " variant=masked further=[epochs=6; width=16; depth=2; draws=2] seed=1 model=[" + output + "masked.npz]");

// All recordings in a plane, and who is recognised by half a recording.
run("BrainDyn Embed...", "data=[" + signals + "manifest.tsv]" + known + " colour=group model=[" + output + "masked.npz]"
    + " output=[" + output + "embedded]");
saveAs("Results", output + "recordings.csv");

// Age foretold of people left out; sex is taken out inside the fold; the covariates alone stand beside.
run("BrainDyn Predict Variable...", "data=[" + signals + "manifest.tsv]" + known + " variable=age permutations=50"
    + " model=[" + output + "masked.npz] finetune epochs=2 folds=5"
    + " labels=[phantom labels] output=[" + output + "predicted]");
saveAs("Results", output + "prediction.csv");

// Links, networks and regions that differ between groups.
run("BrainDyn Compare Groups...", "data=[" + signals + "manifest.tsv]" + known + " group=group permutations=200"
    + " labels=[phantom labels] output=[" + output + "compared]");
saveAs("Results", output + "links.csv");
run("BrainDyn Save...", "image=[differences (t)] file=[" + output + "differences.csv]");
print("BrainDyn cohort done: " + output);
