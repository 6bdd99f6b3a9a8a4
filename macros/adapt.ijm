// One's own recording made to count: a model of six simulated people is adapted to a seventh, who has the
// same wiring and more frames. In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
people = output + "people" + File.separator;
File.makeDirectory(people);
run("BrainDyn Simulate...", "regions=8 frames=200 seed=1");
selectImage("simulated wiring (true)");
rename("wiring");
selectImage("simulated signals");
rename("person 1");
run("BrainDyn Save...", "image=[person 1] file=[" + people + "sub-1.csv]");
for (person = 2; person <= 7; person++) {
    frames = 200;
    if (person == 7) frames = 600;
    run("BrainDyn Simulate...", "structure=wiring frames=" + frames + " seed=" + person);
    selectImage("simulated wiring (true)");
    close();
    selectImage("simulated signals");
    rename("person " + person);
    if (person < 7) run("BrainDyn Save...", "image=[person " + person + "] file=[" + people + "sub-" + person + ".csv]");
}

// The group: auto keeps the sums that a recording can be pooled with.
run("BrainDyn Train Across People...", "data=[" + people + "] interval=2 train=4 validation=1 stride=1"
    + " variant=auto model=[" + output + "group.npz]");

// One's own: pooled, compared on the last fifth, kept only where it helps; then a model like any other.
run("BrainDyn Adapt to Recording...", "signals=[person 7] model=[" + output + "group.npz] personal=[" + output + "personal.npz]");
saveAs("Results", output + "adapted.csv");
run("BrainDyn Forecast...", "signals=[person 7] model=[" + output + "personal.npz] start=560 horizon=10");
saveAs("Results", output + "forecast.csv");
print("BrainDyn adapt done: " + output);
