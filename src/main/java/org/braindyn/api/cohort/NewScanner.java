package org.braindyn.api.cohort;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.api.Inside;
import org.braindyn.api.Model;
import org.braindyn.api.Table;
import org.braindyn.cohort.site.SiteRecordings;
import org.braindyn.cohort.site.SiteRegions;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.join.Atlas;
import org.braindyn.kind.TrainedModel;
import org.braindyn.people.PeopleSource;

/**
 * What of a masked model carries over to recordings of another site, beside linear algebra and a
 * model of that site alone.
 *
 * <pre>{@code
 * NewScanner report = NewScanner.of(Model.read("masked.npz"), "site", ScannerSettings.defaults());
 * report.notes().get(0);  // whether the network or the linear estimate is to be used
 * report.table();         // by question and method
 * }</pre>
 */
public final class NewScanner {
  private final org.braindyn.cohort.site.NewScanner made;

  private NewScanner(org.braindyn.cohort.site.NewScanner made) {
    this.made = made;
  }

  /**
   * Tries a model.
   *
   * @param model a masked autoencoder on a linear estimate
   * @param data folder or manifest of the new site's recordings, three or more, nobody's labels
   *     needed
   * @param settings which files, what is hidden, atlases of another parcellation
   * @return the report
   * @throws BadInput if the model fills no gaps, or recordings are too few, too short, of several
   *     intervals, hold missing values, or are of other regions and no atlases say how they meet
   * @throws Cancelled if cancelled
   */
  public static NewScanner of(Model model, String data, ScannerSettings settings) {
    double seconds = settings.interval > 0 ? settings.interval : Double.NaN;
    Path names = settings.names == null ? null : Path.of(settings.names);
    PeopleSource source =
        new PeopleSource(Path.of(data), settings.pattern, seconds, 0, names, null);
    TrainedModel trained = model.trained();
    if (settings.from == null) {
      List<RegionSignals> read =
          SiteRecordings.read(trained, source, settings.progress.part(0, 0.1));
      return new NewScanner(
          org.braindyn.cohort.site.NewScanner.of(
              trained, read, settings.seed, settings.progress.part(0.1, 1)));
    }
    Atlas to = Inside.atlas(settings.to);
    List<RegionSignals> read =
        SiteRecordings.read(to.regions(), source, settings.progress.part(0, 0.1));
    SiteRegions site = SiteRegions.carried(trained, read, Inside.atlas(settings.from), to);
    return new NewScanner(
        org.braindyn.cohort.site.NewScanner.of(
            trained, site, settings.seed, settings.progress.part(0.1, 1)));
  }

  /**
   * {@return a row per question (pieces, regions, a gap, forecast, half a recording) and method}
   */
  public Table table() {
    return new Table(org.braindyn.cohort.site.NewScanner.columns(), made.cells());
  }

  /** {@return the verdict, then what was done and what was lost, in sentences} */
  public List<String> notes() {
    return made.notes();
  }
}
