package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.braindyn.command.files.ImageFiles;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.pictures.MapPicture;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.fiji.pictures.Plots;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.TargetRegions;
import org.braindyn.stimulation.EffectTable;

/**
 * What a perturbation did, on the brain and in files. Voxels outside of all regions are NaN.
 *
 * @param map what was computed
 * @param tests one per region
 * @param mean mean effect over windows, [region][frame]
 * @param other the same under another assumption about links, to be seen beside it, or null
 * @param labels where the regions lie, or null
 */
record EffectMaps(
    PerturbationMap map,
    List<EffectSummary> tests,
    RegionSignals mean,
    RegionSignals other,
    ImagePlus labels) {
  private static final int SHOWN = 5;

  private boolean tested() {
    return tests.stream().anyMatch(s -> Double.isFinite(s.q()));
  }

  /** Effect over time, 4-D; null without labels. */
  ImagePlus frames(Progress progress) {
    return labels == null
        ? null
        : MapImage.showUpTo(MapImage.image(paint(mean), "effect map", progress), limit());
  }

  /** What the other map assumes. */
  String otherTitle() {
    return "effect, " + other.source();
  }

  /** The other effect over time, 4-D, in the colours of the first; null without labels. */
  ImagePlus otherFrames(Progress progress) {
    return labels == null
        ? null
        : MapImage.showUpTo(
            MapImage.image(paint(other), "effect map, " + other.source(), progress), limit());
  }

  /** Rows of the regions that were perturbed. */
  private Set<Integer> own() {
    Set<Integer> own = new TreeSet<>();
    map.perturbation()
        .interventions()
        .forEach(
            part ->
                Arrays.stream(TargetRegions.rows(part.target(), map.regions())).forEach(own::add));
    return own;
  }

  /**
   * Largest effect of the regions that were not perturbed, for display: what is done to the
   * perturbed ones would drown what they do.
   */
  private double limit() {
    Set<Integer> own = own();
    double others =
        IntStream.range(0, tests.size())
            .filter(r -> !own.contains(r))
            .mapToDouble(r -> Math.abs(tests.get(r).peak()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    double all =
        tests.stream()
            .mapToDouble(s -> Math.abs(s.peak()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    return others > 0 ? others : all > 0 ? all : 1;
  }

  /** Largest effect with its sign, 3-D; null without labels. */
  ImagePlus peaks() {
    ImagePlus image = still(EffectSummary::peak, "peak map");
    return image == null ? null : MapImage.showUpTo(image, limit());
  }

  /**
   * Seconds from the onset to the largest effect, 3-D; NaN where nothing changes and, where there
   * are tests, where nothing changes significantly.
   */
  ImagePlus latencies() {
    boolean tested = tested();
    ImagePlus image =
        still(
            s -> s.peak() == 0 || (tested && s.q() > EffectTable.LEVEL) ? Double.NaN : s.latency(),
            "latency map");
    return image == null ? null : MapImage.showFromZero(image);
  }

  /** Largest effects of the regions with q of at most 0.05, 0 elsewhere; null without tests. */
  ImagePlus significant() {
    return tested()
        ? still(s -> s.q() <= EffectTable.LEVEL ? s.peak() : 0, "significant peaks")
        : null;
  }

  private ImagePlus still(ToDoubleFunction<EffectSummary> value, String title) {
    if (labels == null) {
      return null;
    }
    return MapImage.image(
        paint(EffectTable.column(map, tests, value, title)), title, Progress.NONE);
  }

  private org.braindyn.data.Volume4D paint(RegionSignals values) {
    return RegionPainter.paint(LabelImage.atlas(labels), values, Double.NaN);
  }

  /**
   * Effect over time of the regions that answer most. What is done to the perturbed ones would
   * press all others flat: they are named with their peak, and drawn only if there are no others.
   */
  Plot plot() {
    Set<Integer> own = own();
    double[][] others = mean.values();
    if (own.size() < others.length) {
      others = others.clone();
      for (int r : own) {
        others[r] = new double[others[r].length];
        Arrays.fill(others[r], Double.NaN);
      }
    }
    Plot plot = Plots.effect(others, mean.regions().names(), mean.interval()).plot();
    if (own.size() < others.length) {
      plot.setColor(Color.DARK_GRAY);
      plot.addLabel(0.02, 0.98, "perturbed, not drawn: " + peaks(own));
    }
    return plot;
  }

  private String peaks(Set<Integer> rows) {
    String some =
        rows.stream()
            .limit(2)
            .map(
                r ->
                    String.format(
                        Locale.ROOT,
                        "%s (peak %.2f sd)",
                        mean.regions().get(r).name(),
                        tests.get(r).peak()))
            .collect(Collectors.joining(", "));
    return rows.size() > 2 ? some + " and " + (rows.size() - 2) + " more" : some;
  }

  /** Writes table, maps and pictures into a folder, which is made if it is not there. */
  void write(Path folder, Progress progress) {
    try {
      Files.createDirectories(folder);
      TimeSeriesWriter.write(folder.resolve("effect.csv"), EffectTable.of(map, tests));
      TimeSeriesWriter.write(folder.resolve("effect_course.csv"), mean, 0);
      if (other != null) {
        TimeSeriesWriter.write(folder.resolve("effect_course_other.csv"), other, 0);
      }
      if (labels != null) {
        ImageFiles.save(frames(progress), folder.resolve("effect_map.nii.gz"));
        ImageFiles.save(peaks(), folder.resolve("peak_map.nii.gz"));
        ImageFiles.save(latencies(), folder.resolve("latency_map.nii.gz"));
        if (tested()) {
          ImageFiles.save(significant(), folder.resolve("significant_peaks.nii.gz"));
        }
        ColorProcessor page = picture(progress);
        AtomicFile.write(folder.resolve("effect_map.png"), out -> PictureFiles.png(page, out));
      }
    } catch (IOException e) {
      throw new BadInput("output=" + folder + " cannot be written: " + Reason.of(e), e);
    }
  }

  /** The map at some times and the peaks, over the shape of the regions. */
  private ColorProcessor picture(Progress progress) throws IOException {
    Labels3D places = LabelImage.labels(labels);
    double[] shape = Arrays.stream(places.labels()).mapToDouble(l -> l == 0 ? 0 : 0.4).toArray();
    shape[0] = 1; // so that regions are dark grey
    int frames = mean.frames();
    int[] times = new int[Math.min(SHOWN, frames)];
    for (int k = 0; k < times.length; k++) {
      times[k] = (int) ((k + 0.5) * frames / times.length);
    }
    ColorProcessor still =
        MapPicture.of(
            places.grid(),
            shape,
            ScanImage.frames(tested() ? significant() : peaks()),
            new int[] {0},
            Double.NaN,
            tested()
                ? "Peaks with q <= 0.05 (what is perturbed is not tested)"
                : "Peaks (not tested: surrogates=0)",
            new MapPicture.Scale("sd", limit()));
    ColorProcessor course =
        MapPicture.of(
            places.grid(),
            shape,
            ScanImage.frames(frames(progress)),
            times,
            mean.interval(),
            "Effect over time from the first forecast frame (perturbed regions may saturate)",
            new MapPicture.Scale("sd", limit()));
    List<ColorProcessor> parts = new ArrayList<>(List.of(course, still));
    if (other != null) {
      parts.add(
          1,
          MapPicture.of(
              places.grid(),
              shape,
              ScanImage.frames(otherFrames(progress)),
              times,
              mean.interval(),
              "The same, assuming " + other.source() + " (not tested)",
              new MapPicture.Scale("sd", limit())));
    }
    parts.add(plot().getImagePlus().getProcessor().convertToColorProcessor());
    return PictureFiles.column(mean.source(), parts);
  }
}
