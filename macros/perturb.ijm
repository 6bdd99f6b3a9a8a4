// A perturbation with a known answer: train on the sample, ask what stimulating a region does, compare with the truth.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Make Sample...", "regions=8 frames=200 seed=3");
run("BrainDyn Parcellate...", "scan=phantom labels=[phantom labels]");
run("BrainDyn Train...", "signals=[signals of phantom] variant=continuous context=15 horizon=3 hidden=8 maps=8"
    + " epochs=4 seed=1 model=[" + output + "model.npz]");

// One region stimulated for 4 s, on the brain and as a table.
run("BrainDyn Perturb...", "signals=[signals of phantom] model=[" + output + "model.npz]"
    + " labels=[phantom labels] region=L-Frontal-1 kind=stimulate size=2 duration=2 horizon=15");
saveAs("Results", output + "stimulation.csv");
run("BrainDyn Save...", "image=[effect map] file=[" + output + "stimulation.nii.gz]");

// 3-D summary maps: largest effect with its sign, seconds from the onset to it. Voxels outside of regions are NaN.
run("BrainDyn Save...", "image=[peak map] file=[" + output + "peak_map.nii.gz]");
run("BrainDyn Save...", "image=[latency map] file=[" + output + "latency_map.nii.gz]");

// A painted area as the target: the regions that a selection on the labels covers by half. With p-values
// against models refitted to shifted recordings, and everything written to a folder.
selectImage("phantom labels");
makeRectangle(0, 0, getWidth() / 2, getHeight());
run("BrainDyn Perturb...", "signals=[signals of phantom] model=[" + output + "model.npz]"
    + " labels=[phantom labels] region=roi kind=step size=1 horizon=8 surrogates=5 output=[" + output + "painted]");
selectImage("phantom labels");
run("Select None");

// Several interventions as one text: a step on a hemisphere while a region is silenced.
run("BrainDyn Perturb...", "signals=[signals of phantom] model=[" + output + "model.npz] horizon=10"
    + " plan=[step on left size 0.5 onset 0 duration 8s; silence on R-Frontal-1 onset 0]");
saveAs("Results", output + "plan.csv");

// Who drives whom, beside the true wiring.
run("BrainDyn Effective Connectivity...", "signals=[signals of phantom] model=[" + output + "model.npz]"
    + " structure=[phantom wiring (true)] labels=[phantom labels] windows=16 surrogates=5 output=[" + output + "connectivity]");
saveAs("Results", output + "hubs.csv");
run("BrainDyn Save...", "image=[significant links] file=[" + output + "significant_links.csv]");
run("BrainDyn Save...", "image=[effective connectivity] file=[" + output + "connectivity.csv]");
run("BrainDyn Infer Wiring...", "signals=[signals of phantom] model=[" + output + "model.npz]"
    + " wiring=[phantom wiring (true)]");
saveAs("Results", output + "wiring.csv");

// Several people: any folder of recordings or manifest; intervals are then over people. Here three simulated
// brains of the phantom's wiring.
File.makeDirectory(output + "people");
for (person = 1; person <= 3; person++) {
  run("BrainDyn Simulate...", "kind=tanh structure=[phantom wiring (true)] frames=120 interval=2 seed=" + person);
  run("BrainDyn Save...", "image=[simulated signals] file=[" + output + "people/sub-" + person + ".csv]");
}
run("BrainDyn Perturb...", "people=[" + output + "people] model=[" + output + "model.npz]"
    + " region=L-Frontal-1 kind=stimulate size=2 duration=2 horizon=15");
saveAs("Results", output + "people.csv");

// A simulated brain, truly stimulated.
run("BrainDyn Simulate...", "kind=linear regions=8 frames=200 stimulate=[Region 1] seed=2");
run("BrainDyn Save...", "image=[simulated response (true)] file=[" + output + "truth.csv]");

// The whole argument in small: simulate, train, perturb, compare with true stimulation (the defaults take minutes).
run("BrainDyn Validation Report...", "regions=6 people=3 frames=80 epochs=1 folder=[" + output + "report]");
print("BrainDyn perturbation done: " + output);
