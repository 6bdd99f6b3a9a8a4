package org.braindyn.training.residual;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;
import org.braindyn.data.Words;
import org.braindyn.forecast.ContextFeatures;
import org.braindyn.forecast.DirectRidge;
import org.braindyn.forecast.FeatureSettings;
import org.braindyn.forecast.SkipBrainDyn;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.io.model.ModelInfoJson;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.ResidualSettings;

/**
 * BrainDyn beside a linear skip as one .npz: the linear coefficients, the graph, every member's
 * arrays, and the JSON entry {@code braindyn} that every model file has, with the shape under
 * {@code skip}. The coefficients that leave training people out are needed for training only and
 * are not kept.
 */
public final class SkipModelFile {
  private static final String SHAPE = "skip";
  private static final String OLD_ENTRY = "json";
  private static final String OLD_KIND = "BrainDyn beside a linear skip";
  private static final String LINEAR = "linear";
  private static final String MEMBER = "member_";

  private SkipModelFile() {}

  /** Shape of the model, in the JSON entry. */
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
  private record Old(String kind, List<String> regions, double interval) {}

  /** True if these arrays are of such a model. */
  public static boolean is(Map<String, NpyArray> arrays) {
    return arrays.containsKey(MEMBER + 0) && arrays.containsKey(LINEAR);
  }

  /** Writes a trained model, knowing its regions and interval only. */
  public static void write(
      Path file, SkipTraining trained, SkipRecipe recipe, Regions regions, double interval)
      throws IOException {
    long seed = recipe.training().seed().value();
    ModelInfo info = new ModelInfo(regions, interval, "context", seed, "", Map.of(), Map.of());
    write(file, trained, recipe, info);
  }

  /** Writes a trained model. */
  public static void write(Path file, SkipTraining trained, SkipRecipe recipe, ModelInfo info)
      throws IOException {
    SkipBrainDyn first = trained.members().get(0);
    ContextFeatures features = first.features();
    Precision precision = first.residual().settings().core().precision();
    BrainGraph graph = first.residual().graph();
    Shape shape =
        new Shape(
            graph.regions(),
            trained.linear().context(),
            trained.linear().horizon(),
            features.settings().average(),
            features.settings().linear(),
            features.settings().descriptors(),
            recipe.coupling().name(),
            recipe.hidden(),
            recipe.maps(),
            recipe.width(),
            recipe.state(),
            recipe.embedding(),
            recipe.method(),
            precision.name(),
            trained.members().size());
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    double[][] weights = trained.linear().coefficients();
    double[] flat = Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
    arrays.put(LINEAR, NpyArray.of(flat, weights.length, weights[0].length));
    arrays.put("descriptor_centre", NpyArray.of(features.centre(), features.centre().length));
    arrays.put("descriptor_scale", NpyArray.of(features.scale(), features.scale().length));
    if (first.mirror() != null) {
      arrays.put("mirror", numbers(first.mirror()));
    }
    arrays.put("source", numbers(graph.source()));
    arrays.put("target", numbers(graph.target()));
    arrays.put("weight", NpyArray.of(graph.weight(), graph.edges()));
    for (int m = 0; m < trained.members().size(); m++) {
      double[] values = trained.members().get(m).residual().parameters().values();
      arrays.put(MEMBER + m, NpyArray.of(values, values.length));
    }
    arrays.put(ModelInfoJson.ENTRY, NpyArray.of(ModelInfoJson.write(info, Map.of(SHAPE, shape))));
    Npz.write(file, arrays);
  }

  /** Reads a model. */
  public static StoredSkip read(Path file) throws IOException {
    return of(file, Npz.read(file));
  }

  /**
   * The model in arrays that were read already.
   *
   * @param file for messages
   */
  public static StoredSkip of(Path file, Map<String, NpyArray> all) {
    SkipArrays arrays = new SkipArrays(file, all);
    JsonObject json = json(file, all);
    Shape h = shape(file, json);
    ModelInfo info = info(json);
    int n = h.nodes > 0 || info.regions() == null ? h.nodes : info.regions().size();
    double[][] weights = arrays.rows(LINEAR, n * h.horizon);
    DirectRidge linear = new DirectRidge(n, h.context, h.horizon, weights);
    ContextFeatures features =
        new ContextFeatures(
            new FeatureSettings(h.average, h.linear, h.descriptors),
            h.context,
            h.horizon,
            arrays.numbers("descriptor_centre"),
            arrays.numbers("descriptor_scale"));
    int[] mirror = all.containsKey("mirror") ? arrays.mirror("mirror", n) : null;
    BrainGraph graph =
        new BrainGraph(
            n,
            arrays.integers("source", n),
            arrays.integers("target", n),
            arrays.numbers("weight"));
    ResidualSettings settings = settings(h, mirror, n, features.count());
    List<Parameters> members = new ArrayList<>();
    for (int m = 0; m < h.members; m++) {
      Parameters parameters = new Parameters(ResidualDynamics.shapes(settings));
      double[] values = arrays.numbers(MEMBER + m, parameters.size());
      System.arraycopy(values, 0, parameters.values(), 0, values.length);
      members.add(parameters);
    }
    return new StoredSkip(linear, features, settings, graph, mirror, members, info);
  }

  private static ResidualSettings settings(Shape h, int[] mirror, int regions, int features) {
    ResidualSettings s =
        SkipRecipe.defaults(mirror)
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

  private static JsonObject json(Path file, Map<String, NpyArray> arrays) {
    NpyArray entry = arrays.get(arrays.containsKey(OLD_ENTRY) ? OLD_ENTRY : ModelInfoJson.ENTRY);
    JsonObject json =
        entry == null || entry.text() == null ? null : ModelInfoJson.parse(entry.text());
    if (json != null && (json.has(SHAPE) || json.has("kind"))) {
      return json;
    }
    throw new BadInput(file + " is not a model of " + OLD_KIND + ". Choose another file.");
  }

  private static Shape shape(Path file, JsonObject json) {
    try {
      Shape shape = new Gson().fromJson(json.has(SHAPE) ? json.get(SHAPE) : json, Shape.class);
      if (shape.context > 0 && shape.horizon > 0 && shape.members > 0 && shape.coupling != null) {
        return shape;
      }
    } catch (JsonParseException e) {
      throw new BadInput(file + " holds no readable description: " + Reason.of(e), e);
    }
    throw new BadInput(file + " holds no readable description. Train the model again.");
  }

  private static ModelInfo info(JsonObject json) {
    if (json.has(SHAPE)) {
      return ModelInfoJson.info(json);
    }
    Old old = new Gson().fromJson(json, Old.class);
    return new ModelInfo(
        Regions.named(old.regions), old.interval, "context", 0, "0.1", Map.of(), Map.of());
  }

  private static NpyArray numbers(int[] values) {
    return NpyArray.ofIntegers(Arrays.stream(values).asDoubleStream().toArray(), values.length);
  }
}
