package org.braindyn.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Median;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.dataset.DataSet;

/**
 * One forecast to look at, chosen without looking at how good it is: the middle test window of the
 * first person, and there the region whose error under the first forecaster is nearest to the
 * median.
 *
 * @param person whose window
 * @param region name of the region
 * @param start frame at which the forecasts begin
 * @param interval time between samples in s
 * @param context what the forecasters saw, in its standard deviations
 * @param truth what followed
 * @param names of the forecasters
 * @param forecasts [forecaster][step]
 */
public record StudyExample(
    String person,
    String region,
    int start,
    double interval,
    double[] context,
    double[] truth,
    List<String> names,
    double[][] forecasts) {

  static StudyExample of(List<Forecaster> forecasters, WindowSet test, DataSet data) {
    int last = 0;
    while (last + 1 < test.size() && test.recordingOf(last + 1) == 0) {
      last++;
    }
    int window = last / 2;
    Windows one = test.range(window, window + 1);
    List<SignalBatch> all = new ArrayList<>();
    for (Forecaster forecaster : forecasters) {
      all.add(forecaster.forecast(one.context(), test.horizon(), Progress.NONE));
    }
    double[] error = new double[test.regions()];
    for (int n = 0; n < error.length; n++) {
      for (int p = 0; p < test.horizon(); p++) {
        double e = all.get(0).get(0, n, p) - one.target().get(0, n, p);
        error[n] += e * e;
      }
    }
    double median = Median.of(error);
    int region =
        IntStream.range(0, error.length)
            .boxed()
            .min(Comparator.comparingDouble(n -> Math.abs(error[n] - median)))
            .orElse(0);
    return new StudyExample(
        test.recordings().get(0).person(),
        data.regions().get(region).name(),
        test.startOf(window) + test.context(),
        data.interval(),
        row(one.context(), region),
        row(one.target(), region),
        forecasters.stream().map(Forecaster::name).toList(),
        all.stream().map(batch -> row(batch, region)).toArray(double[][]::new));
  }

  private static double[] row(SignalBatch batch, int region) {
    int from = batch.index(0, region, 0);
    return Arrays.copyOfRange(batch.values(), from, from + batch.steps());
  }
}
