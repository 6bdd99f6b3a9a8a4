package org.braindyn.cohort.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SameSampling;
import org.braindyn.data.Seed;
import org.braindyn.imputation.FillGaps;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.ModelFit;

/**
 * What of a masked model carries over to recordings of another site: values hidden on purpose,
 * forecasts, embeddings. Nobody's labels are needed, and nobody's own values judge themselves: what
 * is re-scaled to the new site is re-scaled on the other recordings.
 *
 * <pre>{@code
 * NewScanner report = NewScanner.of(model, recordings, Seed.of(1), Progress.NONE);
 * report.rows();   // by question and method
 * report.notes();  // in sentences
 * }</pre>
 *
 * @param rows by question and method
 * @param notes in sentences
 */
public record NewScanner(List<SiteRow> rows, List<String> notes) {
  /** The answer that others are compared with. */
  static final String LINEAR = "linear, as it came";

  private static final int LEAST = 3;

  /**
   * Tries a model on a new site.
   *
   * @param model a masked autoencoder on a linear estimate
   * @param recordings of the new site, three or more, of the model's regions, at any one interval
   * @param seed what is hidden
   * @throws BadInput if the model fills no gaps, or recordings are too few, too short, of other
   *     regions, of several intervals, or hold missing values
   * @throws Cancelled if cancelled
   */
  public static NewScanner of(
      TrainedModel model, List<RegionSignals> recordings, Seed seed, Progress progress) {
    return of(model, SiteRegions.same(model, recordings), seed, progress);
  }

  /**
   * Tries a model on a new site of another parcellation.
   *
   * @param site its recordings in the model's regions
   * @throws BadInput as {@link #of(TrainedModel, List, Seed, Progress)}
   * @throws Cancelled if cancelled
   */
  public static NewScanner of(TrainedModel model, SiteRegions site, Seed seed, Progress progress) {
    List<RegionSignals> recordings = site.recordings();
    check(model, recordings);
    FillGaps.Refinement refinement = model.refinement().orElseThrow(() -> fillsNothing(model));
    List<String> notes = new ArrayList<>(site.notes());
    double own = model.provenance().data().interval();
    double other = recordings.get(0).interval();
    if (!SameSampling.same(own, other)) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The site has a frame every %.4g s, the model every %.4g s: its covariances and its"
                  + " patches are taken in seconds.",
              other,
              own));
    }
    List<SiteRow> rows = new ArrayList<>();
    SiteFilling filling = new SiteFilling(model, refinement, site, seed);
    rows.addAll(filling.rows(progress.part(0, 0.8)));
    notes.addAll(filling.notes());
    rows.addAll(SiteForecast.rows(model, recordings, notes, progress.part(0.8, 0.95)));
    rows.addAll(SiteRecognition.rows(model, recordings, notes, progress.part(0.95, 1)));
    notes.add(0, verdict(rows, recordings.size()));
    return new NewScanner(List.copyOf(rows), List.copyOf(notes));
  }

  static BadInput fillsNothing(TrainedModel model) {
    return new BadInput(
        "model: a "
            + model.title()
            + " fills no gaps. Train one with variant=masked (anchored=yes).");
  }

  private static void check(TrainedModel model, List<RegionSignals> recordings) {
    if (recordings.size() < LEAST) {
      throw new BadInput(
          String.format(
              "The new site has %d recordings; what is re-scaled is judged on recordings left out,"
                  + " so give %d or more.",
              recordings.size(), LEAST));
    }
    for (RegionSignals recording : recordings) {
      checkRegions(model, recording);
      ModelFit.checkComplete(recording);
      if (!SameSampling.same(recording.interval(), recordings.get(0).interval())) {
        throw new BadInput(
            String.format(
                Locale.ROOT,
                "%s has a frame every %.4g s, %s every %.4g s. Ask for each scanner by itself.",
                recording.source(),
                recording.interval(),
                recordings.get(0).source(),
                recordings.get(0).interval()));
      }
    }
  }

  private static void checkRegions(TrainedModel model, RegionSignals recording) {
    try {
      ModelFit.checkSampling(
          model.regions(), model.provenance().data().regions(), Double.NaN, recording, "The model");
    } catch (BadInput e) {
      throw new BadInput(
          e.getMessage()
              + " Or give the label images of both in MNI space: from= of the model's regions, to="
              + " of the recordings'.",
          e);
    }
  }

  /** One sentence: does the network carry over, or is linear algebra enough. */
  private static String verdict(List<SiteRow> rows, int recordings) {
    int asked = 0;
    int won = 0;
    for (SiteRow row : rows) {
      if (row.method().equals(SiteFilling.NETWORK)) {
        asked++;
        double linear = value(rows, row.question(), SiteFilling.RESCALED);
        won += row.value() > linear ? 1 : 0;
      }
    }
    return String.format(
        "Of %d kinds of hiding in %d recordings the re-scaled network fills %d better than the"
            + " re-scaled linear estimate%s",
        asked,
        recordings,
        won,
        won == asked
            ? "."
            : won == 0
                ? ": take the linear one (Fill Gaps with group=)."
                : "; the table says which.");
  }

  /** A number of the table; NaN if it is not there. */
  static double value(List<SiteRow> rows, String question, String method) {
    return rows.stream()
        .filter(r -> r.question().equals(question) && r.method().equals(method))
        .mapToDouble(SiteRow::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Headings of {@link #cells}. */
  public static List<String> columns() {
    return List.of("Question", "Method", "Measure", "Value", "Better than linear as it came");
  }

  /** The rows as text. */
  public List<List<String>> cells() {
    return rows.stream()
        .map(
            r ->
                List.of(
                    r.question(),
                    r.method(),
                    r.measure(),
                    Double.isNaN(r.value()) ? "n/a" : String.format(Locale.ROOT, "%.4f", r.value()),
                    r.better() < 0 ? "" : Integer.toString(r.better())))
        .toList();
  }
}
