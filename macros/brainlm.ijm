// A masked autoencoder (docs/brainlm.md) on the sample: train on what is hidden, forecast by taking the future as
// hidden, ask what a stimulation does. The Log says whether the network beats its linear estimate on validation windows.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Make Sample...", "regions=8 frames=200 seed=3");
run("BrainDyn Parcellate...", "scan=phantom labels=[phantom labels]");
run("BrainDyn Train...", "signals=[signals of phantom] variant=masked context=15 horizon=5 epochs=6"
    + " further=[width=16; depth=2; patch=5] seed=1 model=[" + output + "masked.npz]");
saveAs("Results", output + "forecast_errors.csv");

// The file is a model like any other.
run("BrainDyn Forecast...", "signals=[signals of phantom] model=[" + output + "masked.npz] labels=[phantom labels]"
    + " start=150 horizon=10");
saveAs("Results", output + "forecast.csv");
run("BrainDyn Perturb...", "signals=[signals of phantom] model=[" + output + "masked.npz]"
    + " labels=[phantom labels] region=L-Frontal-1 kind=stimulate size=2 horizon=10");
saveAs("Results", output + "effect.csv");

// It also fills gaps, its linear answer beside it.
run("BrainDyn Fill Gaps...", "signals=[signals of phantom] frames=[60-64, 90] method=model model=[" + output + "masked.npz]");
saveAs("Results", output + "filled_score.csv");
print("BrainDyn masked autoencoder done: " + output);
