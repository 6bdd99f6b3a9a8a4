// Many scans to clean signals: a folder of scans -> one table per scan and a manifest; then one of
// them cleaned, looked at and painted back. In Fiji: Plugins > Macros > Run...; headless: the output
// folder is the argument. Two small phantoms stand for your own scans.
output = getArgument();
if (output == "") output = getDirectory("Choose an output folder");
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
scans = output + "scans" + File.separator;
File.makeDirectory(scans);
for (person = 1; person <= 2; person++) {
    run("BrainDyn Make Sample...", "regions=8 frames=60 seed=" + person
        + " folder=[" + scans + "sub-0" + person + "]");
    close("*");
}

// 1. Every scan of the folder. Run it twice: what is done is skipped.
batch = "folder=[" + scans + "] pattern=*bold.nii.gz labels=[" + scans + "sub-01"
    + File.separator + "phantom_labels.nii.gz] output=[" + output + "signals]";
run("BrainDyn Parcellate Folder...", batch);
for (row = 0; row < nResults; row++)
    print(getResultString("file", row) + ": " + getResultString("status", row));
run("BrainDyn Parcellate Folder...", batch);
for (row = 0; row < nResults; row++)
    print(getResultString("file", row) + ": " + getResultString("status", row));

// The same with cleaning, two scans at once. With columns=trans_*,rot_* and displacement=0.5 each scan's
// own ..._desc-confounds_timeseries.tsv would be used; a phantom has none.
run("BrainDyn Parcellate Folder...", batch + " threads=2 clean drop=4 detrend=1 low=0.01 high=0.1 scale=z-score");
for (row = 0; row < nResults; row++)
    print(getResultString("cleaned", row) + " cleaned");

// 2. One table of the batch, cleaned and drawn.
run("BrainDyn Import Signals...", "file=[" + output + "signals" + File.separator
    + "sub-01_phantom_bold_signals.tsv]");
rename("signals");
run("BrainDyn Clean Signals...", "signals=signals drop=4 despike detrend=1 low=0.01 high=0.1 scale=z-score");
run("BrainDyn Save...", "image=[cleaned signals] file=[" + output + "cleaned.tsv]");
run("BrainDyn Carpet Plot...", "signals=[cleaned signals]");
run("BrainDyn Save...", "image=[carpet of cleaned signals] file=[" + output + "carpet.png]");

// 3. Back on the brain: the tSNR of every region, and the outlines on the mean scan.
run("BrainDyn Open Scan...", "file=[" + scans + "sub-01" + File.separator + "phantom_bold.nii.gz]");
rename("scan");
run("BrainDyn Open Scan...", "file=[" + scans + "sub-01" + File.separator + "phantom_labels.nii.gz] labels");
rename("atlas");
run("BrainDyn Paint Regions...", "table=[" + output + "signals" + File.separator
    + "sub-01_phantom_bold_quality.tsv] column=tsnr labels=atlas");
rename("tsnr");
run("BrainDyn Save...", "image=tsnr file=[" + output + "tsnr.nii.gz]");
run("BrainDyn Show Regions...", "scan=scan labels=atlas montage");
run("BrainDyn Save...", "image=[picture of regions on mean of scan] file=[" + output + "outlines.png]");

// 4. Labels from the data, for a scan without an atlas.
run("BrainDyn Make Labels...", "scan=scan method=Ward clusters=30 least=500");
rename("clusters");
run("BrainDyn Save...", "image=clusters file=[" + output + "clusters.nii.gz]");
run("BrainDyn Parcellate...", "scan=scan labels=clusters");
run("BrainDyn Save...", "image=[signals of scan] file=[" + output + "clusters.csv]");
print("BrainDyn batch done: " + output);
