package org.braindyn.command.models;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.command.files.ImageFiles;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.pictures.GridPicture;
import org.braindyn.fiji.pictures.LinePlot;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.io.AtomicFile;
import org.braindyn.people.FreeRun;
import org.braindyn.people.PeopleStudy;
import org.braindyn.people.StudyExample;
import org.braindyn.people.StudyTables;

/** What an evaluation shows: plots, and the same as pictures beside its tables. */
final class StudyPictures {
  private final PeopleStudy study;
  private final ErrorMap map;

  /**
   * @param labels label image of the regions, null to paint nothing
   */
  StudyPictures(PeopleStudy study, ImagePlus labels) {
    this.study = study;
    map = labels == null ? null : ErrorMap.of(study, labels);
  }

  /** Forecasts of one window beside what followed. */
  Plot example() {
    return exampleLines().plot();
  }

  /** Power spectra of the first person's recording and of the free runs; null without runs. */
  Plot spectra() {
    return study.runs().isEmpty() ? null : spectraLines().plot();
  }

  /** Error by region on the brain, one frame per forecaster; null without labels. */
  ImagePlus map() {
    return map == null ? null : map.image();
  }

  /**
   * Writes every table and picture.
   *
   * @param folder where to; null for nowhere
   */
  void write(Path folder, Seed seed) {
    if (folder == null) {
      return;
    }
    try {
      StudyTables.write(folder, study, seed);
      StepPlot.write(study.scores(), folder.resolve("by_step.png"));
      png(exampleLines().picture(), folder.resolve("example.png"));
      if (!study.runs().isEmpty()) {
        png(spectraLines().picture(), folder.resolve("spectra.png"));
        png(connectivity(), folder.resolve("connectivity.png"));
      }
      if (map != null) {
        ImageFiles.tiff(map.image(), folder.resolve("by_region.tif"));
        png(map.picture(baseline()), folder.resolve("by_region.png"));
      }
    } catch (IOException e) {
      throw new BadInput("output=" + folder + " cannot be written: " + Reason.of(e), e);
    }
  }

  private int baseline() {
    return study.scores().indexOf(StudyTables.bestBaseline(study.scores()));
  }

  private LinePlot exampleLines() {
    StudyExample e = study.example();
    LinePlot plot =
        new LinePlot(
                "Forecast of " + e.region() + ", person " + e.person(),
                "time (s)",
                "sd of the context")
            .marker((e.start() - 1) * e.interval());
    plot.line("context", times(e.start() - e.context().length, e.context()), e.context(), 0, 1.5);
    plot.line("recorded", times(e.start(), e.truth()), e.truth(), 0, 2.5);
    for (int f = 0; f < e.names().size(); f++) {
      if (!e.names().get(f).matches("zero|persistence")) {
        double[] y = e.forecasts()[f];
        plot.line(e.names().get(f), times(e.start(), y), y, f + 1, 2);
      }
    }
    return plot;
  }

  private double[] times(int first, double[] values) {
    double[] x = new double[values.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (first + i) * study.example().interval();
    }
    return x;
  }

  private List<FreeRun> ofFirstPerson() {
    String person = study.runs().get(0).person();
    return study.runs().stream().filter(run -> run.person().equals(person)).toList();
  }

  private LinePlot spectraLines() {
    List<FreeRun> runs = ofFirstPerson();
    FreeRun first = runs.get(0);
    double[] hertz = new double[first.spectrum().length];
    for (int k = 0; k < hertz.length; k++) {
      hertz[k] = (k + 1) / (2 * hertz.length * study.data().interval());
    }
    LinePlot plot =
        new LinePlot(
            "Power spectra, person " + first.person(), "frequency (Hz)", "log10 share of power");
    plot.line("recorded", hertz, logarithm(first.realSpectrum()), 0, 2.5);
    for (int i = 0; i < runs.size(); i++) {
      plot.line(runs.get(i).forecaster(), hertz, logarithm(runs.get(i).spectrum()), i + 1, 1.5);
    }
    return plot;
  }

  private static double[] logarithm(double[] power) {
    return java.util.Arrays.stream(power).map(Math::log10).toArray();
  }

  private ColorProcessor connectivity() {
    List<FreeRun> runs = ofFirstPerson();
    Regions regions = study.data().regions();
    String person = runs.get(0).person();
    List<ColorProcessor> pictures = new ArrayList<>();
    List<double[][]> all = new ArrayList<>();
    all.add(runs.get(0).real());
    runs.forEach(run -> all.add(run.generated()));
    double limit = GridPicture.limit(all.toArray(double[][][]::new)); // one scale, to compare
    pictures.add(matrix(runs.get(0).real(), regions, "recorded, person " + person, limit));
    for (FreeRun run : runs) {
      String title =
          String.format(
              Locale.ROOT,
              "%s, r = %.2f with recorded",
              run.forecaster(),
              run.realism().fcCorrelation());
      pictures.add(matrix(run.generated(), regions, title, limit));
    }
    List<ColorProcessor> rows = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i += 2) {
      rows.add(PictureFiles.row(pictures.subList(i, Math.min(pictures.size(), i + 2))));
    }
    return PictureFiles.column("Functional connectivity, recorded and generated", rows);
  }

  private static ColorProcessor matrix(
      double[][] values, Regions regions, String title, double limit) {
    return GridPicture.of(values, regions.names(), regions.names(), title, "correlation", limit);
  }

  private static void png(ColorProcessor picture, Path file) throws IOException {
    AtomicFile.write(file, out -> PictureFiles.png(picture, out));
  }
}
