// An EEG that the plugin makes up, cleaned: a bad electrode found and filled, artefacts removed, and everything given back.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Make EEG Sample...", "folder=[" + output + "] name=eeg seconds=120 rate=100 seed=3");
run("BrainDyn Import EEG...", "file=[" + output + "eeg.edf] labels=[" + output + "eeg.csv_bi] rate=0");

// F8 came off: a row of noise ten times as strong as the others.
selectImage("eeg.edf");
setSlice(1);
row = 11;
random("seed", 1);
for (x = 0; x < getWidth(); x++) setPixel(x, row, 300 * (random() - 0.5));
updateDisplay();

run("BrainDyn Clean EEG...", "signals=eeg.edf bad=auto fill=[gaussian process] artefacts=[whitened subspace]");
saveAs("Results", output + "channels.csv");
run("BrainDyn EEG Viewer...", "signals=[cleaned eeg.edf] start=30 page");
run("BrainDyn Save...", "image=[EEG page at 30 s] file=[" + output + "cleaned.svg]");
run("BrainDyn Save...", "image=[cleaned eeg.edf] file=[" + output + "cleaned.tif]");
run("BrainDyn Save...", "image=[removed from eeg.edf] file=[" + output + "removed.tif]");

// The way back, from the saved files: the largest difference from what was cleaned is printed.
open(output + "cleaned.tif");
rename("c");
open(output + "removed.tif");
rename("r");
run("BrainDyn Clean EEG...", "signals=c restore=r");
imageCalculator("Subtract create 32-bit", "restored c", "eeg.edf");
run("Abs");
getStatistics(area, mean, min, max);
print("largest difference " + d2s(max, 6));
print("BrainDyn clean EEG done: " + output);
