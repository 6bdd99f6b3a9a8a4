// EEG from file to alarms, on a recording that the plugin makes up: EDF+ -> electrodes -> detector -> trace, picture, map.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Make EEG Sample...", "folder=[" + output + "] name=eeg seconds=180 rate=100 seed=3");
run("BrainDyn Import EEG...", "file=[" + output + "eeg.edf] labels=[" + output + "eeg.csv_bi] rate=0");
saveAs("Results", output + "events.csv");
run("BrainDyn EEG Viewer...", "signals=eeg.edf start=30 page");
run("BrainDyn Save...", "image=[EEG page at 30 s] file=[" + output + "page.svg]");
run("BrainDyn Train Seizure Detector...", "signals=eeg.edf context=50 epochs=2 passes=60 hidden=16"
    + " block=10 seed=1 model=[" + output + "detector.npz]");
saveAs("Results", output + "detector.csv");
run("BrainDyn Detect Seizures...", "signals=eeg.edf model=[" + output + "detector.npz]");
saveAs("Results", output + "alarms.csv");
selectImage("seizures in eeg.edf");
saveAs("PNG", output + "seizures.png");
selectImage("seizure probability of eeg.edf");
run("BrainDyn Save...", "image=[seizure probability of eeg.edf] file=[" + output + "probability.csv]");
run("BrainDyn Scalp Map...", "signals=eeg.edf start=32 lasting=10 measure=power");
selectImage("power of eeg.edf");
run("Flatten");
saveAs("PNG", output + "scalp.png");
print("BrainDyn EEG done: " + output);
