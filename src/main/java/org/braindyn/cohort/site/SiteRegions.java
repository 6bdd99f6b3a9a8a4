package org.braindyn.cohort.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.forecast.family.personal.RegionTransfer;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.LagMoments;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.ModelFit;
import org.braindyn.people.Transfers;

/**
 * Recordings of another parcellation as signals of a model's regions: each is the mean of what the
 * recording's regions say of its voxels. Regions of the model of whose voxels the site says nothing
 * are filled from the others by the model's covariances, named, and never scored.
 *
 * @param recordings in the model's regions
 * @param known regions that the site says something of
 * @param notes what was lost, in sentences
 */
public record SiteRegions(List<RegionSignals> recordings, boolean[] known, List<String> notes) {
  private static final double LEAST = 0.5; // of the model's regions, to say anything
  private static final double SAME = 1e-9;
  private static final int NAMED = 8;

  /** Recordings of the model's own regions: nothing is lost. */
  static SiteRegions same(TrainedModel model, List<RegionSignals> recordings) {
    boolean[] known = new boolean[model.regions()];
    Arrays.fill(known, true);
    return new SiteRegions(recordings, known, List.of());
  }

  /**
   * Carries recordings to a model's regions.
   *
   * @param model a masked model that names its regions
   * @param recordings of the site
   * @param from label image of the model's regions, in MNI space
   * @param to label image of the recordings' regions, in MNI space
   * @throws BadInput if one of them is missing, names do not meet, or less than half of the model's
   *     regions are covered
   */
  public static SiteRegions carried(
      TrainedModel model, List<RegionSignals> recordings, Atlas from, Atlas to) {
    Regions wanted = model.provenance().data().regions();
    if (wanted == null) {
      throw new BadInput(
          "The model does not name its regions, so that none can be carried. Train it again on"
              + " signals with names or label values.");
    }
    if (recordings.isEmpty()) {
      return new SiteRegions(recordings, new boolean[wanted.size()], List.of());
    }
    Regions own = recordings.get(0).regions();
    for (RegionSignals recording : recordings) {
      ModelFit.checkComplete(recording);
      if (!recording.regions().names().equals(own.names())) {
        throw new BadInput(
            String.format(
                "%s has other regions than %s. Give recordings of one parcellation.",
                recording.source(), recordings.get(0).source()));
      }
    }
    RegionTransfer transfer = Transfers.overlap(from, wanted, to, own);
    boolean[] known = new boolean[wanted.size()];
    List<String> lost = new ArrayList<>();
    for (int n = 0; n < known.length; n++) {
      known[n] = Arrays.stream(transfer.there()[n]).sum() > 0;
      if (!known[n]) {
        lost.add(wanted.get(n).name());
      }
    }
    if (known.length - lost.size() < LEAST * known.length) {
      throw new BadInput(
          String.format(
              "%s covers %d of the model's %d regions. Use an atlas that covers more, or a model of"
                  + " the regions that it covers.",
              to.labels().name(), known.length - lost.size(), known.length));
    }
    List<RegionSignals> mapped =
        recordings.stream().map(r -> mapped(r, wanted, transfer.there())).toList();
    return new SiteRegions(
        lost.isEmpty() ? mapped : filled(model, mapped), known, notes(transfer, own, lost));
  }

  private static RegionSignals mapped(RegionSignals recording, Regions wanted, double[][] weight) {
    double[][] values = new double[weight.length][recording.frames()];
    for (int n = 0; n < weight.length; n++) {
      boolean any = false;
      for (int j = 0; j < weight[n].length; j++) {
        for (int t = 0; weight[n][j] > 0 && t < values[n].length; t++) {
          values[n][t] += weight[n][j] * recording.values()[j][t];
        }
        any |= weight[n][j] > 0;
      }
      if (!any) {
        Arrays.fill(values[n], Double.NaN);
      }
    }
    return new RegionSignals(wanted, values, recording.interval(), recording.source());
  }

  private static List<RegionSignals> filled(TrainedModel model, List<RegionSignals> mapped) {
    LagMoments group =
        model
            .refinement()
            .orElseThrow(() -> NewScanner.fillsNothing(model))
            .group()
            .at(mapped.get(0).interval(), 1);
    FillSettings settings = FillSettings.defaults().withMethod(FillMethod.GROUP).withScored(false);
    FillGaps gaps = new FillGaps(settings, group);
    List<RegionSignals> filled = new ArrayList<>();
    for (RegionSignals recording : mapped) {
      RegionSignals made = gaps.fill(recording, null, Progress.NONE).signals();
      filled.add(
          new RegionSignals(
              recording.regions(), made.values(), recording.interval(), recording.source()));
    }
    return filled;
  }

  private static List<String> notes(RegionTransfer transfer, Regions own, List<String> lost) {
    List<String> notes = new ArrayList<>();
    notes.add(transfer.sentence());
    if (!lost.isEmpty()) {
      notes.add(
          String.format(
              "%d of the model's %d regions lie where the site's atlas has none (%s%s): filled from"
                  + " the others, and not scored.",
              lost.size(),
              transfer.there().length,
              String.join(", ", lost.subList(0, Math.min(NAMED, lost.size()))),
              lost.size() > NAMED ? " ..." : ""));
    }
    int unused = transfer.unknown();
    if (unused > 0) {
      notes.add(
          String.format(
              "%d of the site's %d regions touch none of the model's and are lost.",
              unused, own.size()));
    }
    int copies = copies(transfer.there());
    if (copies > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The site's atlas is coarser in places: %d of the model's regions have the same"
                  + " signal as another, so that what is hidden in one shows in the other. R2 is"
                  + " not that of the model's own parcellation.",
              copies));
    }
    return notes;
  }

  /** Regions whose mixture another region has, too. */
  private static int copies(double[][] there) {
    int copies = 0;
    for (int i = 0; i < there.length; i++) {
      boolean copy = false;
      for (int j = 0; j < there.length && !copy; j++) {
        double away = 0;
        double any = 0;
        for (int k = 0; k < there[i].length; k++) {
          away = Math.max(away, Math.abs(there[i][k] - there[j][k]));
          any += there[i][k];
        }
        copy = i != j && any > 0 && away < SAME;
      }
      copies += copy ? 1 : 0;
    }
    return copies;
  }
}
