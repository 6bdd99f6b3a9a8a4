// Connectivity held against a wiring that is known: how well links are found, what recordings that have nothing to do
// with each other would score, and whether direction can be read. Headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Simulate...", "regions=16 frames=800 seed=1");
run("BrainDyn Score Connectivity...", "signals=[simulated signals] wiring=[simulated wiring (true)] shifts=49");
saveAs("Results", output + "scores.csv");

// The truth as a file: row = source, in the order of the regions.
run("BrainDyn Save...", "image=[simulated wiring (true)] file=[" + output + "wiring.csv]");
run("BrainDyn Score Connectivity...", "signals=[simulated signals] truth=[" + output + "wiring.csv] shifts=49");
saveAs("Results", output + "scores_of_file.csv");
print("BrainDyn score done: " + output);
