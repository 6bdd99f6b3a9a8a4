// A report of the sample as one HTML file, and its figures as SVG and PNG.
// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);

run("BrainDyn Phantom (fMRI, 4-D)");
run("BrainDyn Parcellate...", "scan=phantom labels=[phantom labels]");
run("BrainDyn Build Graph...", "signals=[signals of phantom] method=correlation threshold=0.5");
run("BrainDyn Train...", "signals=[signals of phantom] graph=[graph of signals of phantom] seed=1 model=[" + output + "model.npz]");
run("BrainDyn Effective Connectivity...", "signals=[signals of phantom] model=[" + output + "model.npz]");

// Figures: the ending chooses lines (SVG) or pixels (PNG).
run("BrainDyn Figure...", "image=[signals of phantom] file=[" + output + "carpet.svg]");
run("BrainDyn Figure...", "image=[graph of signals of phantom] kind=[matrix] unit=correlation file=[" + output + "matrix.svg]");
run("BrainDyn Figure...", "image=[effective connectivity] kind=[connectome circle] labels=[phantom labels] strongest=60 unit=[effect (sd per sd)] file=[" + output + "circle.svg]");
run("BrainDyn Figure...", "image=[effective connectivity] kind=[glass brain] labels=[phantom labels] strongest=30 unit=[effect (sd per sd)] file=[" + output + "glass.png]");

// Outlines of the regions, for the ROI Manager and BrainDyn Make Labels.
run("BrainDyn Outlines...", "labels=[phantom labels] file=[" + output + "regions.zip]");

// Everything on one page, with a stimulation tested against 19 refitted models, and the lines that led to it.
run("BrainDyn Report...", "signals=[signals of phantom] labels=[phantom labels] scan=phantom graph=[graph of signals of phantom]"
    + " model=[" + output + "model.npz] surrogates=19 connectivity title=[The sample] file=[" + output + "report.html]");
print("BrainDyn report done: " + output);
