// A masked model trained on one scanner, tried on another (docs/foundation.md): simulated people, the second site with a
// frame every 3 s instead of 2. In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
home = output + "home" + File.separator;
away = output + "away" + File.separator;
File.makeDirectory(home);
File.makeDirectory(away);
for (person = 1; person <= 7; person++) {
    seconds = 2;
    folder = home;
    if (person > 4) { seconds = 3; folder = away; }
    if (person == 1) run("BrainDyn Simulate...", "regions=8 frames=200 seed=1");
    else run("BrainDyn Simulate...", "structure=wiring frames=200 interval=" + seconds + " seed=" + person);
    selectImage("simulated wiring (true)");
    if (person == 1) rename("wiring"); else close();
    selectImage("simulated signals");
    rename("person " + person);
    run("BrainDyn Save...", "image=[person " + person + "] file=[" + folder + "sub-" + person + ".csv]");
}
run("BrainDyn Train Across People...", "data=[" + home + "] interval=2 train=2 validation=1 context=20 horizon=5 stride=5"
    + " variant=masked further=[epochs=6; width=16; depth=2; draws=2] model=[" + output + "masked.npz]");
run("BrainDyn New Scanner...", "model=[" + output + "masked.npz] data=[" + away + "] interval=3");
saveAs("Results", output + "new_scanner.csv");
print("BrainDyn new scanner done: " + output);
