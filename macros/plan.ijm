// The inverse of Perturb: which region to stimulate, and how, to move others. On a simulated brain whose
// wiring is known, so that the plan can be given the links; then replayed by Perturb.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Make Sample...", "regions=12 frames=600 seed=3");
run("BrainDyn Parcellate...", "scan=phantom labels=[phantom labels]");
run("BrainDyn Train...", "signals=[signals of phantom] variant=[VAR shrunk to own past and mean]"
    + " context=20 horizon=5 seed=1 model=[" + output + "model.npz]");

// Known links, two targets, one site; strengths within 2 sd, charge-balanced.
run("BrainDyn Plan Stimulation...", "signals=[signals of phantom] model=[" + output + "model.npz]"
    + " structure=[phantom wiring (true)] labels=[phantom labels] targets=[L-Frontal-1,L-Frontal-2]"
    + " change=1 limit=2 balanced surrogates=99 seed=1 output=[" + output + "plan]");
saveAs("Results", output + "sites.csv");
run("BrainDyn Save...", "image=[worth of sites] file=[" + output + "worth.nii.gz]");

// The plan's text, replayed by Perturb.
text = File.openAsString(output + "plan" + File.separator + "plan.txt");
lines = split(text, "\n");
if (startsWith(lines[0], "step on")) {
  run("BrainDyn Perturb...", "signals=[signals of phantom] model=[" + output + "model.npz] labels=[phantom labels]"
      + " horizon=18 plan=[" + lines[0] + "]");
  run("BrainDyn Save...", "image=[effect map] file=[" + output + "foretold.nii.gz]");
}
// A goal from a table, every region its own change, painted on the labels.
File.saveString("Region,Change\nL-Frontal-1,1.5\nL-Frontal-2,-0.5\n", output + "wanted.csv");
run("BrainDyn Paint Regions...", "table=[" + output + "wanted.csv] column=Change labels=[phantom labels]");
rename("wanted");
run("BrainDyn Plan Stimulation...", "signals=[signals of phantom] model=[" + output + "model.npz]"
    + " structure=[phantom wiring (true)] labels=[phantom labels] wanted=wanted seed=1 output=[" + output + "painted]");

// Which region to cut, so that what begins in one does not reach another.
run("BrainDyn Plan Cut...", "signals=[signals of phantom] structure=[phantom wiring (true)]"
    + " sources=[R-Frontal-1] targets=[L-Frontal-1] from=2 frames=10 seed=1");
saveAs("Results", output + "cuts.csv");

print("BrainDyn plan done: " + output);
