package org.braindyn.kind.residual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Regions;
import org.braindyn.data.text.Words;
import org.braindyn.forecast.residual.ContextFeatures;
import org.braindyn.forecast.residual.FeatureSettings;
import org.braindyn.forecast.ridge.DirectRidge;
import org.braindyn.forecast.ridge.SkipForecast;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.Provenance;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.ResidualSettings;
import org.braindyn.training.residual.ResidualRecipe;

/**
 * BrainDyn beside a linear forecast as arrays: the linear coefficients, the graph, every member's
 * numbers, and the shape under {@code skip} in the file's description (docs/formats.md). The
 * coefficients that leave training people out are needed for training only and are not kept.
 */
final class ResidualFile {
  private static final String SHAPE = "skip";
  private static final String OLD_ENTRY = "json";
  private static final String LINEAR = "linear";
  private static final String MEMBER = "member_";
  private static final String MIRROR = "mirror";

  private ResidualFile() {}

  /** Shape of the model, in the description. */
  private record Shape(
      int nodes,
      int context,
      int horizon,
      boolean average,
      boolean linear,
      boolean descriptors,
      String coupling,
      int hidden,
      int maps,
      int width,
      int state,
      int embedding,
      String method,
      String precision,
      int members) {}

  /** Regions and interval as files of version 0.1 hold them, beside the shape. */
  private record Old(List<String> regions, double interval) {}

  /** True if the file holds a network beside something. */
  static boolean holds(ModelArrays file) {
    return file.describes(SHAPE);
  }

  /** True if these arrays are of such a model. */
  static boolean is(ModelArrays file) {
    return file.names().contains(MEMBER + 0) && file.names().contains(LINEAR);
  }

  static Map<String, Object> description(ResidualModel.Parts parts) {
    ModelSettings core = parts.settings().core();
    FeatureSettings features = parts.features().settings();
    return Map.of(
        SHAPE,
        new Shape(
            core.regions(),
            parts.linear().context(),
            parts.linear().horizon(),
            features.average(),
            features.linear(),
            features.descriptors(),
            core.coupling().name(),
            core.hidden(),
            core.maps(),
            core.width(),
            core.signals(),
            parts.settings().embedding(),
            core.method(),
            core.precision().name(),
            parts.members().size()));
  }

  static Map<String, NpyArray> arrays(ResidualModel.Parts parts) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    double[][] weights = parts.linear().coefficients();
    if (weights.length > 0) {
      double[] flat = Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
      arrays.put(LINEAR, NpyArray.of(flat, weights.length, weights[0].length));
    }
    put(arrays, "descriptor_centre", parts.features().centre());
    put(arrays, "descriptor_scale", parts.features().scale());
    if (parts.mirror() != null) {
      arrays.put(MIRROR, integers(parts.mirror()));
    }
    arrays.put("source", integers(parts.graph().source()));
    arrays.put("target", integers(parts.graph().target()));
    put(arrays, "weight", parts.graph().weight());
    for (int m = 0; m < parts.members().size(); m++) {
      put(arrays, MEMBER + m, parts.members().get(m).numbers());
    }
    return arrays;
  }

  private static void put(Map<String, NpyArray> arrays, String name, double[] values) {
    arrays.put(name, NpyArray.of(values, values.length));
  }

  private static NpyArray integers(int[] values) {
    return NpyArray.ofIntegers(Arrays.stream(values).asDoubleStream().toArray(), values.length);
  }

  static ResidualModel read(ResidualKind kind, ModelArrays file) {
    return read(kind, file, null);
  }

  /**
   * As before.
   *
   * @param beside the forecast it stands beside; null if the file holds a linear one
   */
  static ResidualModel read(ResidualKind kind, ModelArrays file, SkipForecast beside) {
    boolean old = !file.describes(SHAPE);
    Shape h = old ? file.text(OLD_ENTRY, Shape.class) : file.description(SHAPE, Shape.class);
    if (h.context < 1 || h.horizon < 1 || h.members < 1 || h.coupling == null) {
      throw new BadInput(file.file() + " holds no readable description. Train the model again.");
    }
    Provenance said = old ? old(file) : file.provenance();
    Regions named = said.data().regions();
    int n = h.nodes > 0 || named == null ? h.nodes : named.size();
    SkipForecast linear =
        beside == null
            ? new DirectRidge(n, h.context, h.horizon, file.rows(LINEAR, n * h.horizon))
            : beside;
    ContextFeatures features =
        new ContextFeatures(
            new FeatureSettings(h.average, h.linear, h.descriptors),
            h.context,
            h.horizon,
            file.numbers("descriptor_centre"),
            file.numbers("descriptor_scale"));
    BrainGraph graph =
        new BrainGraph(
            n, file.integers("source", n), file.integers("target", n), file.numbers("weight"));
    int[] mirror = file.names().contains(MIRROR) ? mirror(file, n) : null;
    ResidualSettings settings = settings(h, mirror, n, features.count());
    List<Parameters> members = new ArrayList<>();
    for (int m = 0; m < h.members; m++) {
      Parameters parameters = new Parameters(ResidualDynamics.shapes(settings));
      parameters.setNumbers(file.numbers(MEMBER + m, parameters.size()));
      members.add(parameters);
    }
    ResidualModel.Parts parts =
        new ResidualModel.Parts(linear, features, settings, graph, mirror, members);
    return new ResidualModel(kind, parts, ResidualModel.shown(said, parts), List.of());
  }

  /** The row of every region's mirror image: whoever it is, its image is the region itself. */
  private static int[] mirror(ModelArrays file, int regions) {
    int[] mirror = file.integers(MIRROR, regions);
    for (int n = 0; n < Math.max(mirror.length, regions); n++) {
      if (mirror.length != regions || mirror[mirror[n]] != n) {
        throw new BadInput(
            String.format(
                "%s: array \"%s\" is no mirror of %d regions. Train again.",
                file.file(), MIRROR, regions));
      }
    }
    return mirror;
  }

  private static ResidualSettings settings(Shape h, int[] mirror, int regions, int features) {
    ResidualSettings s =
        ResidualRecipe.defaults(mirror)
            .withCoupling(Words.choice(Coupling.class, "coupling", h.coupling))
            .withShape(h.hidden, h.maps, h.width, h.method)
            .withState(h.state, h.embedding)
            .residual(regions, h.context, h.horizon, features);
    return h.precision == null
        ? s
        : new ResidualSettings(
            s.core()
                .change()
                .precision(Words.choice(Precision.class, "precision", h.precision))
                .build(),
            s.features(),
            s.embedding());
  }

  private static Provenance old(ModelArrays file) {
    Old old = file.text(OLD_ENTRY, Old.class);
    Regions regions = Regions.named(old.regions);
    ModelInfo info = new ModelInfo(regions, old.interval, "context", 0, "0.1", Map.of(), Map.of());
    return Provenance.of(ResidualKind.NAME, info);
  }
}
