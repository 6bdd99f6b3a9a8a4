package org.braindyn.command.regions;

import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.fiji.images.Tables;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.ParcellationSettings.LostPolicy;
import org.braindyn.scans.ManifestRow;
import org.braindyn.scans.ParcellateScan;
import org.braindyn.scans.ScanBatch;
import org.braindyn.scans.ScanList;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Many scans to signals, with one manifest that tells how each went. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Parcellate Folder",
    description = "Every scan of a folder or manifest -> signals; skips what is done, lists errors",
    attrs = @Attr(name = "no-legacy"))
public class ParcellateFolder extends FolderResults {
  @Parameter(persist = false, required = false, style = "directory", description = "with scans")
  private File folder;

  @Parameter(persist = false, description = "file names of scans in the folder")
  private String pattern = "*bold*.nii*";

  @Parameter(persist = false, required = false, description = "or: table: file, confounds, ...")
  private File manifest;

  @Parameter(persist = false, required = false, description = "label file (NIfTI) for all scans")
  private File labels;

  @Parameter(persist = false, required = false, description = "names of the labels (table)")
  private File names;

  @Parameter(persist = false, required = false, description = "x y z (mm) of the labels (table)")
  private File positions;

  @Parameter(
      persist = false,
      choices = {"mean", "median", "sum", "sd", "first component"},
      description = "what stands for a region")
  private String statistic = "mean";

  @Parameter(
      persist = false,
      choices = {"ignore voxel", "drop region", "error"},
      description = "voxels that are not finite")
  private String nans = "ignore voxel";

  @Parameter(
      persist = false,
      choices = {"keep", "drop", "error"},
      description = "regions without a value: empty columns, out of all scans' tables, or refuse")
  private String lost = "keep";

  @Parameter(persist = false, description = "bring labels on another grid onto the scans'")
  private boolean resample;

  @Parameter(
      persist = false,
      choices = {"nearest", "majority"},
      description = "label at the centre of each voxel, or the one that fills most of it")
  private String resampling = "nearest";

  @Parameter(persist = false, min = "0", max = "3600", description = "TR in s, 0 = the scans' own")
  private double interval = 0;

  @Parameter(persist = false, description = "use the brain mask beside each scan (fMRIPrep)")
  private boolean ownmask;

  @Parameter(persist = false, min = "1", max = "64", description = "scans at once")
  private int threads = 2;

  @Parameter(persist = false, description = "clean too, with each scan's confounds")
  private boolean clean;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    ParcellationSettings settings =
        ParcellateScan.settings(statistic, nans, lost, resample, resampling, positions, interval);
    if (ParcellateScan.drops(lost)) {
      settings = settings.withPolicies(settings.nanVoxels(), LostPolicy.DROP);
    }
    try {
      List<ManifestRow> rows =
          new ScanBatch(
                  labels == null ? null : labels.toPath(),
                  ParcellateScan.names(names, null, labels),
                  settings,
                  output())
              .withThreads(threads)
              .withCleaning(cleaning(clean))
              .run(ScanList.of(folder, pattern, manifest, ownmask), progress());
      table = Tables.of(ManifestRow.table(rows));
      notes = ManifestRow.summary(rows, settings.lostRegions() == LostPolicy.DROP);
      notes = reported(notes);
    } catch (IOException e) {
      throw new BadInput("Parcellate Folder failed: " + Reason.of(e), e);
    }
  }
}
