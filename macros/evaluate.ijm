// Can the models forecast people they have never seen? Six simulated people with one wiring stand for
// your own recordings: a folder of tables (.csv .tsv .1D .mat), or a manifest with the columns person,
// file, TR, site. In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
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
for (person = 2; person <= 6; person++) {
    run("BrainDyn Simulate...", "structure=wiring frames=200 seed=" + person);
    selectImage("simulated wiring (true)");
    close();
    selectImage("simulated signals");
    rename("person " + person);
    run("BrainDyn Save...", "image=[person " + person + "] file=[" + people + "sub-" + person + ".csv]");
}

// Four train, one chooses the epoch, one is tested; the split and all errors go to output/study.
run("BrainDyn Evaluate...", "data=[" + people + "] interval=2 train=4 validation=1 stride=5"
    + " models=all epochs=5 seed=1 output=[" + output + "study]");
saveAs("Results", output + "evaluation.csv");

// A model of one person, let run freely: does what it makes look like the person?
run("BrainDyn Train...", "signals=[person 1] epochs=5 seed=1 model=[" + output + "model.npz]");
run("BrainDyn Generate...", "signals=[person 1] model=[" + output + "model.npz] frames=300 seed=1");
saveAs("Results", output + "realism.csv");
run("BrainDyn Save...", "image=[generated like person 1] file=[" + output + "generated.csv]");
// What stays the same however long it runs, beside an autoregression that runs freely.
run("BrainDyn Generate...", "signals=[person 1] model=[" + output + "model.npz] frames=300 seed=1 invariants");
if (isOpen("Long run")) selectWindow("Long run"); // headless there is one table, the first
saveAs("Results", output + "long_run.csv");
print("BrainDyn evaluation done: " + output);
