// The whole way on the sample: scan + labels -> signals -> graph -> model -> forecast -> stimulation map.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Phantom (fMRI, 4-D)");
run("BrainDyn Parcellate...", "scan=phantom labels=[phantom labels]");
saveAs("Results", output + "quality.csv");
run("BrainDyn Build Graph...", "signals=[signals of phantom] method=correlation threshold=0.5");
run("BrainDyn Train...", "signals=[signals of phantom] graph=[graph of signals of phantom]"
    + " epochs=10 seed=1 model=[" + output + "model.npz]");
saveAs("Results", output + "errors.csv");
run("BrainDyn Forecast...", "signals=[signals of phantom] model=[" + output + "model.npz] horizon=10");
saveAs("Results", output + "forecast.csv");
run("BrainDyn Perturb...", "signals=[signals of phantom] model=[" + output + "model.npz]"
    + " labels=[phantom labels] horizon=20");
saveAs("Results", output + "effect.csv");
run("BrainDyn Save...", "image=[effect map] file=[" + output + "effect_map.nii.gz]");
print("BrainDyn pipeline done: " + output);
