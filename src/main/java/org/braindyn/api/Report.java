package org.braindyn.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Volume4D;
import org.braindyn.data.text.Program;
import org.braindyn.figure.brain.Links;
import org.braindyn.kind.Provenance;
import org.braindyn.models.Saved;
import org.braindyn.report.Cells;
import org.braindyn.report.Study;

/**
 * A study as one HTML file to hand on: data and quality, graph, model against baselines, maps with
 * statistics, methods, macro, versions. It holds its pictures and needs no network.
 *
 * <pre>{@code
 * Report.of(signals).places(labels, scan).graph(graph).model(model, worth)
 *     .effect(effect).write("report.html");
 * }</pre>
 */
public final class Report {
  private static final int MEAN_OF = 20;
  private static final double LEVEL = 0.05;

  private final Signals signals;
  private final List<String> notes = new ArrayList<>();
  private final List<String> cleaning = new ArrayList<>();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private String title;
  private String macro = "";
  private Study.Brain places;
  private Table quality;
  private Study.Graph graph;
  private Study.Model model;
  private Study.Effect effect;
  private Links links;

  private Report(Signals signals) {
    this.signals = signals;
    this.title = "BrainDyn report of " + signals.data().source();
    notes.addAll(signals.notes());
    quality = signals.details();
  }

  /**
   * A report of a recording.
   *
   * @param signals the recording as it was used
   * @return the report, to which more is added
   */
  public static Report of(Signals signals) {
    return new Report(signals);
  }

  /**
   * Another first line.
   *
   * @param words e.g. name of the study; blank keeps that of the recording
   * @return this
   */
  public Report title(String words) {
    title = words.isBlank() ? title : words;
    return this;
  }

  /**
   * How the signals were cleaned.
   *
   * @param sentences e.g. {@code "band-pass 0.01 to 0.1 Hz"}
   * @return this
   */
  public Report cleaning(List<String> sentences) {
    cleaning.addAll(sentences);
    return this;
  }

  /**
   * Quality of every region, if the signals themselves do not carry it.
   *
   * @param rows one per region, e.g. {@link Signals#details()} of the scan's
   * @return this
   */
  public Report quality(Table rows) {
    quality = rows;
    return this;
  }

  /**
   * More about how the signals were made.
   *
   * @param sentences e.g. {@code "mean over the voxels of every region"}
   * @return this
   */
  public Report notes(List<String> sentences) {
    notes.addAll(sentences);
    return this;
  }

  /**
   * Where the regions lie, for maps.
   *
   * @param labels the label image
   * @param scan lies below the maps, on the labels' grid; null for none
   * @return this
   * @throws BadInput if the scan has another size or cannot be read
   */
  public Report places(Labels labels, Scan scan) {
    var atlas = labels.atlas();
    double[] under = scan == null ? null : mean(scan.volume());
    if (under != null && under.length != atlas.labels().grid().voxels()) {
      throw new BadInput(
          scan.name()
              + " has another size than the labels. Leave the scan out, or use labels on its grid.");
    }
    places = new Study.Brain(atlas, under);
    return this;
  }

  /** Mean of the first frames. */
  private static double[] mean(Volume4D scan) {
    double[] sum = new double[scan.grid().voxels()];
    double[] frame = new double[sum.length];
    int frames = Math.min(MEAN_OF, scan.frames());
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < frames; t++) {
        reader.next(frame);
        for (int v = 0; v < sum.length; v++) {
          sum[v] += frame[v] / frames;
        }
      }
    } catch (IOException e) {
      throw new BadInput(scan.name() + " cannot be read: " + Reason.of(e), e);
    }
    return sum;
  }

  /**
   * The graph.
   *
   * @param used of the recording's regions
   * @return this
   */
  public Report graph(Graph used) {
    graph = new Study.Graph(used.weights(), used.notes());
    return this;
  }

  /**
   * A model and what it is worth.
   *
   * @param used the model
   * @param worth its errors beside those of baselines
   * @return this
   */
  public Report model(Model used, Evaluation worth) {
    Table errors = worth.intervals(used.trained().provenance().seed());
    return model(used, worth.verdict(), new Cells(errors.columns(), errors.rows()));
  }

  /**
   * A model that was not tested here.
   *
   * @param used the model
   * @param why the reason, a sentence
   * @return this
   */
  public Report untested(Model used, String why) {
    return model(used, "Not tested here: " + why, null);
  }

  /**
   * What a study on many recordings found for this one.
   *
   * @param name of the model
   * @param verdict whether it is worth more than the best baseline here, a sentence
   * @param errors one row per forecaster, the model first, with a column "MSE"; null if it was not
   *     tested here
   * @return this
   */
  public Report tested(String name, String verdict, Table errors) {
    Cells rows = errors == null ? null : new Cells(errors.columns(), errors.rows());
    model = new Study.Model(name, Map.of(), verdict, rows, List.of());
    return this;
  }

  private Report model(Model used, String verdict, Cells errors) {
    Provenance from = used.trained().provenance();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("context", used.trained().context() + " frames");
    settings.put("horizon", used.trained().horizon() + " frames");
    from.settings().forEach((name, value) -> settings.put(name, String.valueOf(value)));
    settings.put("seed", Long.toString(from.seed()));
    if (!from.data().division().isBlank()) {
      settings.put("division", from.data().division());
    }
    model = new Study.Model(from.kind(), settings, verdict, errors, used.notes());
    return this;
  }

  /**
   * What a perturbation did.
   *
   * @param answer of the same regions
   * @return this
   */
  public Report effect(Effect answer) {
    RegionSignals course = answer.signals().data();
    boolean tested = answer.tests.stream().anyMatch(s -> Double.isFinite(s.q()));
    boolean[] significant = tested ? new boolean[course.size()] : null;
    double[] peaks = answer.tests.stream().mapToDouble(s -> s.peak()).toArray();
    for (int r = 0; tested && r < peaks.length; r++) {
      // what is perturbed itself is not tested, and is shown
      significant[r] = !(answer.tests.get(r).q() > LEVEL);
    }
    Table table = answer.table();
    effect =
        new Study.Effect(
            course.source(),
            course.values(),
            new Cells(table.columns(), table.rows()),
            peaks,
            significant,
            tested ? answer.surrogates : 0,
            answer.notes().lines().toList());
    return this;
  }

  /**
   * Who drives whom.
   *
   * @param answer of the same regions
   * @return this
   */
  public Report connectivity(Connectivity answer) {
    links = new Links(answer.matrix(), answer.significant(LEVEL), "effect (sd per sd)");
    return this;
  }

  /**
   * Lines that repeat the study.
   *
   * @param text of a macro file
   * @return this
   */
  public Report macro(String text) {
    macro = text;
    return this;
  }

  /**
   * Another program that was used.
   *
   * @param program its name
   * @param version its version
   * @return this
   */
  public Report versions(String program, String version) {
    versions.put(program, version);
    return this;
  }

  /** {@return the text of the HTML file} */
  public String html() {
    return study().html();
  }

  private Study study() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("BrainDyn for Fiji", Program.version());
    all.putAll(versions);
    all.put("Java", System.getProperty("java.version"));
    all.put(
        "Operating system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    Cells rows = quality.rows().isEmpty() ? null : new Cells(quality.columns(), quality.rows());
    return new Study(
        title,
        new Study.Data(signals.data(), rows, List.copyOf(notes), List.copyOf(cleaning)),
        graph,
        model,
        effect,
        links,
        places,
        macro,
        all);
  }

  /**
   * Writes the report.
   *
   * @param file .html
   * @throws BadInput if the ending is another one or the file cannot be written
   */
  public void write(String file) {
    if (!file.toLowerCase(Locale.ROOT).matches("(?s).*\\.html?")) {
      throw new BadInput("file=" + file + ": a report is written as .html.");
    }
    Study made = study();
    Saved.write(Path.of(file), made::write);
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>(List.of("data"));
    for (Object part : Arrays.asList(graph, model, effect, links)) {
      parts.add(part == null ? "" : part.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
    parts.removeIf(String::isEmpty);
    return title + ": " + String.join(", ", parts);
  }
}
