package org.braindyn.forecast.family.personal;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.forecast.family.DirectModel;
import org.braindyn.forecast.family.DirectSums;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.sums.RecordingPart;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * A group's direct forecast made one's own: the person's sums are added to the group's, weighted,
 * and solved again.
 *
 * @param model fitted to group and person
 * @param weight how often each of the person's windows counts
 * @param errors mean squared errors on the person's last quarter by models of the group and the
 *     first three quarters, in the order of {@link #WEIGHTS}; empty if the weight was given
 */
public record PersonalModel(DirectModel model, double weight, double[] errors) {
  /** Weights to choose from; 0 is the group's model. */
  public static final double[] WEIGHTS = {0, 1, 2, 4, 8};

  private static final double TRAINED = 0.75;

  /**
   * Pools with a given weight.
   *
   * @param group sums of the group
   * @param own windows of the person, of the group's context and horizon
   * @param weight 0 or more; 4 did best on resting fMRI
   * @param ridge penalty per window, the group's
   */
  public static PersonalModel of(DirectSums group, WindowSet own, double weight, double ridge) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new BadInput("The weight of one's own recording is " + weight + ". Give 0 or more.");
    }
    DirectSums sums = DirectSums.of(own.withStride(1), Progress.NONE);
    return new PersonalModel(
        DirectModel.fit(group.plus(sums, weight), ridge, LinearFits.OWN_SHARE),
        weight,
        new double[0]);
  }

  /**
   * Pools with the weight that forecasts the person's last quarter best.
   *
   * @throws BadInput if a quarter of the recording is shorter than a window
   */
  public static PersonalModel chosen(DirectSums group, WindowSet own, double ridge) {
    List<Recording> first =
        own.recordings().stream()
            .<Recording>map(r -> new RecordingPart(r, 0, (int) (TRAINED * r.frames())))
            .toList();
    List<Recording> last =
        own.recordings().stream()
            .<Recording>map(r -> new RecordingPart(r, (int) (TRAINED * r.frames()), r.frames()))
            .toList();
    Windows test = own.of(last).withStride(1).all();
    DirectSums early = DirectSums.of(own.of(first).withStride(1), Progress.NONE);
    double[] errors = new double[WEIGHTS.length];
    int best = 0;
    for (int k = 0; k < WEIGHTS.length; k++) {
      double[] values =
          DirectModel.fit(group.plus(early, WEIGHTS[k]), ridge, LinearFits.OWN_SHARE)
              .forecast(test.context(), test.target().steps(), Progress.NONE)
              .values();
      for (int i = 0; i < values.length; i++) {
        double e = values[i] - test.target().values()[i];
        errors[k] += e * e / values.length;
      }
      best = errors[k] < errors[best] ? k : best;
    }
    PersonalModel model = of(group, own, WEIGHTS[best], ridge);
    return new PersonalModel(model.model(), model.weight(), errors);
  }
}
