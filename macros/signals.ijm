// Train on one person's signals and test on another's: tables or MATLAB files, region x time.
// Headless: the argument is "training file|test file|interval in s|output folder".
parts = split(getArgument(), "|");
output = parts[3];
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Import Signals...", "file=[" + parts[0] + "] interval=" + parts[2]);
train = getTitle();
run("BrainDyn Import Signals...", "file=[" + parts[1] + "] interval=" + parts[2]);
test = getTitle();
run("BrainDyn Train...", "signals=[" + train + "] test=[" + test + "] stride=5 epochs=10 batch=64"
    + " model=[" + output + "model.npz]");
saveAs("Results", output + "forecast_errors.csv");
print("BrainDyn signals done: " + output);
