// Spikes from a simulation to rates and back: paired runs of a network, NEST files, import, graph.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Simulate Spikes...", "neurons=40 wiring=[small world] duration=2 intervention=[extra drive]"
    + " targets=1-3 amount=2000 onset=1 lasting=0.3 seed=1 folder=[" + output + "]");
run("BrainDyn Save...", "image=[spike rates] file=[" + output + "rates.csv]");
run("BrainDyn Save...", "image=[spike rates perturbed] file=[" + output + "rates_perturbed.csv]");
run("BrainDyn Import Spikes...", "spikes=[" + output + "spikes-free.dat] first=1 last=40 bin=10 until=2000"
    + " smoothing=causal sigma=20");
saveAs("Results", output + "spikes.csv");
run("BrainDyn Build Graph...", "signals=[rates of spikes-free.dat] method=[Granger causality] threshold=0.01");
saveAs("Results", output + "graph.csv");
print("BrainDyn spikes done: " + output);
