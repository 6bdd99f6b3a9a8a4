package org.braindyn.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.figure.brain.ConnectomeCircle;
import org.braindyn.figure.brain.Links;
import org.braindyn.figure.brain.Places;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.plot.IntervalFigure;
import org.braindyn.figure.plot.LineFigure;
import org.braindyn.figure.plot.MatrixFigure;

/** The sections of a report. */
final class StudyPage {
  private static final int STRONGEST = 100;
  private static final int LINES = 6;

  private final Study study;
  private final RegionSignals signals;
  private final Regions regions;
  private final Page page;

  StudyPage(Study study) {
    this.study = study;
    this.signals = study.data().signals();
    this.regions =
        study.places() == null
            ? signals.regions()
            : Places.of(signals.regions(), study.places().atlas());
    this.page = new Page(study.title());
  }

  Page page() {
    data();
    graph();
    model();
    effect();
    connectivity();
    page.section("Methods").paragraph(Methods.of(study));
    page.section("Macro to repeat it");
    if (study.macro().isBlank()) {
      page.paragraph("The commands that made these data are not known in this session.");
    } else {
      page.code(study.macro());
    }
    page.section("Versions").table(versions(), "Programs");
    page.section("References").references(Reference.of(study));
    return page;
  }

  private void data() {
    page.section("Data and quality").paragraph(Methods.data(study));
    page.list(study.data().notes());
    page.list(warnings());
    new DataFigures(study).all().forEach((drawing, caption) -> page.figure(drawing, caption));
    Cells quality = study.data().quality();
    page.table(quality == null ? SignalQuality.of(signals) : quality, "Quality of every region");
    page.section("Cleaning");
    if (study.data().cleaning().isEmpty()) {
      page.paragraph("No step of cleaning is known: the signals were used as they are.");
    } else {
      page.list(study.data().cleaning());
    }
  }

  private List<String> warnings() {
    List<String> said = new ArrayList<>(List.of(signals.constantWarning(), signals.twinsWarning()));
    said.add(signals.regions().doubleNamesWarning());
    return said;
  }

  private void graph() {
    page.section("Graph");
    if (study.graph() == null) {
      page.paragraph("No graph was given; models with a graph then use that of their training.");
      return;
    }
    double[][] matrix = study.graph().matrix();
    long edges = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).filter(v -> v != 0).count();
    int n = matrix.length;
    page.paragraph(
        String.format(
            Locale.ROOT,
            "%d directed edges between %d regions, %.1f %% of all pairs.",
            edges,
            n,
            100.0 * edges / Math.max(1, n * (n - 1))));
    page.list(study.graph().notes());
    Links links = new Links(matrix, null, "weight");
    page.figure(
        ConnectomeCircle.of(regions, links, STRONGEST, "Graph"),
        "The strongest edges; left hemisphere on the left, front to back downwards.");
    page.figure(MatrixFigure.of(matrix, null, regions.names(), "Graph", "weight"), "All edges.");
  }

  private void model() {
    page.section("Model against baselines");
    Study.Model model = study.model();
    if (model == null) {
      page.paragraph("No model was given.");
      return;
    }
    page.verdict(model.verdict());
    page.list(model.notes());
    if (model.errors() == null) {
      return;
    }
    boolean bars = model.errors().columns().contains("MSE low");
    page.figure(
        errors(model),
        "The model in colour, baselines below" + (bars ? "; bars are 95 % intervals." : "."));
    page.table(
        model.errors(),
        "Errors in standard deviations of the context, on what training never saw. Difference: from"
            + " the best baseline, paired; below 0 is better."
            + (bars ? "" : " Of all: mean over the people tested, 95 % bootstrap interval."));
  }

  private static Drawing errors(Study.Model model) {
    Cells table = model.errors();
    double[] mse = table.numbers("MSE");
    double[] low = table.numbers("MSE low");
    double[] high = table.numbers("MSE high");
    List<IntervalFigure.Row> rows = new ArrayList<>();
    for (int r = 0; r < mse.length; r++) {
      String name = table.rows().get(r).get(0);
      double from = low == null ? Double.NaN : low[r];
      rows.add(new IntervalFigure.Row(name, mse[r], from, high == null ? from : high[r]));
    }
    return IntervalFigure.of(
        rows, "Forecast errors", "", "mean squared error (sd\u00b2 of the context)");
  }

  private void effect() {
    page.section("Effect of a stimulation");
    Study.Effect effect = study.effect();
    if (effect == null) {
      page.paragraph("No stimulation was asked for.");
      return;
    }
    page.paragraph(
        "In the model: "
            + effect.plan()
            + ". "
            + (effect.surrogates() > 0
                ? "Grey regions are not above the null of "
                    + effect.surrogates()
                    + " refitted models (q > 0.05), which cannot give a p below "
                    + String.format(Locale.ROOT, "%.3g", 1.0 / (effect.surrogates() + 1))
                    + "; what is perturbed itself is not tested."
                : "Nothing was tested: without refitted models an effect may be chance."));
    page.list(effect.notes());
    new EffectFigures(study, regions)
        .all()
        .forEach((drawing, caption) -> page.figure(drawing, caption));
    page.figure(
        course(effect), "Mean effect over starting windows in the regions that answer most.");
    page.table(effect.table(), "Every region");
  }

  private Drawing course(Study.Effect effect) {
    double dt = Double.isFinite(signals.interval()) ? signals.interval() : 1;
    LineFigure figure =
        new LineFigure(
            "Effect over time",
            Double.isFinite(signals.interval()) ? "time (s)" : "frame",
            "effect (sd)");
    IntStream.range(0, effect.course().length)
        .boxed()
        .sorted(Comparator.comparingDouble(r -> -peak(effect.course()[r])))
        .limit(LINES)
        .forEach(
            r -> {
              double[] line = effect.course()[r];
              double[] time = IntStream.range(0, line.length).mapToDouble(t -> t * dt).toArray();
              figure.line(regions.get(r).name(), time, line);
            });
    return figure.drawing();
  }

  private static double peak(double[] line) {
    return Arrays.stream(line).filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }

  private void connectivity() {
    if (study.connectivity() == null) {
      return;
    }
    page.section("Effective connectivity");
    page.paragraph("What an impulse into every region does to every other, in the model.");
    page.figure(
        ConnectomeCircle.of(regions, study.connectivity(), STRONGEST, "Effective connectivity"),
        "The strongest links.");
  }

  private Cells versions() {
    List<List<String>> rows = new ArrayList<>();
    study.versions().forEach((name, version) -> rows.add(List.of(name, version)));
    return new Cells(List.of("Program", "Version"), rows);
  }
}
