// The whole way on your own scan: scan file + label file -> signals -> graph -> model -> forecast -> map.
// Headless: the argument is "scan|labels|output folder|context|horizon" (the last two may be left out).
// In Fiji: Plugins > Macros > Run... asks for the files.
argument = getArgument();
context = 30; horizon = 10;
if (argument == "") {
    scan = File.openDialog("4-D scan (NIfTI)");
    labels = File.openDialog("Label image (NIfTI)");
    output = getDirectory("Choose an output folder");
} else {
    parts = split(argument, "|");
    scan = parts[0]; labels = parts[1]; output = parts[2];
    if (parts.length > 3) context = parseInt(parts[3]);
    if (parts.length > 4) horizon = parseInt(parts[4]);
}
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Open Scan...", "file=[" + labels + "] labels");
labelImage = getTitle();
run("BrainDyn Parcellate...", "scanfile=[" + scan + "] labelsfile=[" + labels + "] lost=drop");
signals = getTitle();
saveAs("Results", output + "region_quality.csv");
run("BrainDyn Save...", "image=[" + signals + "] file=[" + output + "region_signals.csv]");
run("BrainDyn Train...", "signals=[" + signals + "] variant=continuous context=" + context + " horizon=" + horizon
    + " model=[" + output + "model.npz]");
saveAs("Results", output + "forecast_errors.csv");
run("BrainDyn Forecast...", "signals=[" + signals + "] model=[" + output + "model.npz] horizon=" + horizon);
saveAs("Results", output + "forecast.csv");
run("BrainDyn Perturb...", "signals=[" + signals + "] labels=[" + labelImage + "] model=[" + output + "model.npz]");
saveAs("Results", output + "effect.csv");
run("BrainDyn Save...", "image=[effect map] file=[" + output + "effect_map.nii.gz]");
print("BrainDyn scan done: " + output);
