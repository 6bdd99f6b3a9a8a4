package org.braindyn.cohort.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.SignalsFile;
import org.braindyn.people.PeopleSource;
import org.braindyn.training.dataset.DataSetEntry;

/** The recordings of a site, for a model. */
public final class SiteRecordings {
  private SiteRecordings() {}

  /**
   * Reads all; files without region names take the model's, if there are as many.
   *
   * @param source folder or manifest
   * @throws BadInput if a file cannot be read
   */
  public static List<RegionSignals> read(
      TrainedModel model, PeopleSource source, Progress progress) {
    return read(model.provenance().data().regions(), source, progress);
  }

  /**
   * Reads all.
   *
   * @param known regions of files without names, if there are as many; null for none
   * @throws BadInput if a file cannot be read
   */
  public static List<RegionSignals> read(Regions known, PeopleSource source, Progress progress) {
    List<RegionSignals> recordings = new ArrayList<>();
    try {
      List<DataSetEntry> entries = source.list().entries();
      for (DataSetEntry entry : entries) {
        Cancelled.check(progress, "Reading the recordings");
        progress.report((double) recordings.size() / entries.size(), "Reading " + entry.file());
        ImportOptions options =
            ImportOptions.auto()
                .withInterval(entry.interval())
                .withOrientation(source.orientation());
        RegionSignals read = SignalsFile.read(entry.file(), options, source.names()).signals();
        boolean unnamed = read.regions().looksNumbered();
        Regions regions =
            known != null && unnamed && known.size() == read.size() ? known : read.regions();
        String name = entry.file().getFileName().toString();
        recordings.add(new RegionSignals(regions, read.values(), read.interval(), name));
      }
    } catch (IOException e) {
      throw new BadInput("data=" + source.data() + " cannot be read: " + Reason.of(e), e);
    }
    return recordings;
  }
}
