// Worms: the homogenised table of C. elegans recordings (a row per neuron of a worm), a table of neuron classes and a
// table of synapses become signals, a graph and a score: does effective connectivity find the links that are known?
// Headless: the output folder is the argument. The three tables are made here, of a simulated worm, in the layout of the
// published ones; for your own, begin at "From here on".
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
names = newArray("AVAL", "AVAR", "AVBL", "AVBR", "AIBL", "AIBR", "RIML", "RIMR", "RIBL", "RIBR", "ASKL", "ASKR");
types = newArray("inter", "inter", "inter", "inter", "inter", "inter", "motor", "motor", "inter", "inter", "sensory", "sensory");
n = names.length;
frames = 900;
run("BrainDyn Simulate...", "regions=" + n + " frames=" + frames + " seed=3");
activity = "source_dataset,worm,neuron,is_labeled_neuron,calcium_data,median_dt\n";
neurons = "label,class,neurotransmitter,type,x,y,z\n";
synapses = "pre,post,type,synapses\n";
selectImage("simulated signals");
for (i = 0; i < n; i++) {
    row = newArray(frames);
    for (t = 0; t < frames; t++) row[t] = d2s(getPixel(t, i), 5);
    activity = activity + "Made2026,worm0," + names[i] + ",True,\"[" + String.join(row, ", ") + "]\",2\n";
    neurons = neurons + names[i] + "," + substring(names[i], 0, 3) + ",ACh," + types[i] + "," + i + "," + (10 * i) + ",0\n";
}
activity = activity + "Made2026,worm0,17,False,\"[" + String.join(row, ", ") + "]\",2\n"; // a neuron nobody identified
selectImage("simulated wiring (true)");
for (i = 0; i < n; i++) for (j = 0; j < n; j++) {
    weight = abs(getPixel(j, i)); // row = source
    if (weight > 0) synapses = synapses + names[i] + "," + names[j] + ",chemical," + round(20 * weight) + "\n";
}
close("*");
File.saveString(activity, output + "worm_data.csv");
File.saveString(neurons, output + "neurons.csv");
File.saveString(synapses, output + "synapses.csv");

// From here on: your own tables. variable= chooses a worm, without it the first is read.
run("BrainDyn Import Signals...", "file=[" + output + "worm_data.csv] variable=[worm0] names=[" + output + "neurons.csv]");
rename("worm");
if (isOpen("Neurons")) selectWindow("Neurons");
saveAs("Results", output + "classes.csv");
run("BrainDyn Build Graph...", "signals=worm connectome=[" + output + "synapses.csv] threshold=0.5");
run("BrainDyn Train...", "signals=worm variant=[VAR on whole recordings] further=[order=1] model=[" + output + "model.npz]");
run("BrainDyn Effective Connectivity...", "signals=worm model=[" + output + "model.npz] horizon=2");
run("BrainDyn Score Connectivity...", "signals=worm truth=[" + output + "synapses.csv] matrix=[effective connectivity] shifts=49");
saveAs("Results", output + "scores.csv");
print("BrainDyn worms done: " + output);
