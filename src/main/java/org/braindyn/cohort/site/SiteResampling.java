package org.braindyn.cohort.site;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SameSampling;
import org.braindyn.kind.TrainedModel;
import org.braindyn.signal.Resampler;

/** Recordings at the interval of a model. */
final class SiteResampling {
  private SiteResampling() {}

  static List<RegionSignals> to(TrainedModel model, List<RegionSignals> recordings) {
    double wanted = model.provenance().data().interval();
    double have = recordings.get(0).interval();
    if (SameSampling.same(wanted, have)) {
      return recordings;
    }
    Resampler resampler = new Resampler(1 / have, 1 / wanted);
    return recordings.stream()
        .map(
            r ->
                new RegionSignals(
                    r.regions(),
                    Arrays.stream(r.values()).map(resampler::apply).toArray(double[][]::new),
                    wanted,
                    r.source()))
        .toList();
  }
}
