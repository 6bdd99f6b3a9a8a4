package org.braindyn.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.forecast.ContextFeatures;
import org.braindyn.forecast.DirectRidge;
import org.braindyn.forecast.Ensemble;
import org.braindyn.forecast.SkipBrainDyn;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.NpyArray;
import org.braindyn.io.Npz;
import org.braindyn.model.Coupling;
import org.braindyn.model.Parameters;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.model.ResidualSettings;

/**
 * BrainDyn beside a linear skip as one .npz: the linear coefficients, the graph, every member's
 * arrays, and a JSON entry with shapes, regions and interval. The coefficients that leave training
 * people out are needed for training only and are not kept.
 */
public final class SkipModelFile {
  private static final String KIND = "BrainDyn beside a linear skip";

  private SkipModelFile() {}

  /** What the JSON entry holds. */
  private record Header(
      String kind,
      List<String> regions,
      double interval,
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
      int members) {}

  /**
   * A model read from a file.
   *
   * @param members close them
   * @param regions names of the regions in order
   * @param interval time between samples in s
   */
  public record Stored(List<SkipBrainDyn> members, Regions regions, double interval)
      implements AutoCloseable {
    /** The mean of all members. */
    public Ensemble ensemble() {
      return new Ensemble(SkipTraining.NAME, members);
    }

    /** Samples of context that the model needs. */
    public int context() {
      return members.get(0).linear().context();
    }

    @Override
    public void close() {
      members.forEach(SkipBrainDyn::close);
    }
  }

  /** True if the file is an .npz that looks like one of these. */
  public static boolean is(Path file) {
    try {
      return Npz.read(file).containsKey("member_0");
    } catch (IOException | BadInput e) {
      return false; // whoever reads it as another kind of model will say what is wrong
    }
  }

  /** Writes a trained model. */
  public static void write(
      Path file, SkipTraining trained, SkipRecipe recipe, Regions regions, double interval)
      throws IOException {
    SkipBrainDyn first = trained.members().get(0);
    ContextFeatures features = first.features();
    Header header =
        new Header(
            KIND,
            regions.names(),
            interval,
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
            trained.members().size());
    Gson gson = new GsonBuilder().serializeSpecialFloatingPointValues().create();
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("json", NpyArray.of(gson.toJson(header)));
    double[][] weights = trained.linear().coefficients();
    double[] flat = new double[weights.length * weights[0].length];
    for (int i = 0; i < weights.length; i++) {
      System.arraycopy(weights[i], 0, flat, i * weights[0].length, weights[0].length);
    }
    arrays.put("linear", NpyArray.of(flat, weights.length, weights[0].length));
    arrays.put("descriptor_centre", NpyArray.of(features.centre(), features.centre().length));
    arrays.put("descriptor_scale", NpyArray.of(features.scale(), features.scale().length));
    if (first.mirror() != null) {
      arrays.put("mirror", numbers(first.mirror()));
    }
    BrainGraph graph = first.residual().graph();
    arrays.put("source", numbers(graph.source()));
    arrays.put("target", numbers(graph.target()));
    arrays.put("weight", NpyArray.of(graph.weight(), graph.edges()));
    for (int m = 0; m < trained.members().size(); m++) {
      double[] values = trained.members().get(m).residual().parameters().values();
      arrays.put("member_" + m, NpyArray.of(values, values.length));
    }
    Npz.write(file, arrays);
  }

  /** Reads a model. */
  public static Stored read(Path file) throws IOException {
    Map<String, NpyArray> arrays = Npz.read(file);
    Header h = header(file, arrays);
    int n = h.regions.size();
    double[] flat = array(file, arrays, "linear");
    int outputs = n * h.horizon;
    double[][] weights = new double[flat.length / outputs][outputs];
    for (int i = 0; i < weights.length; i++) {
      System.arraycopy(flat, i * outputs, weights[i], 0, outputs);
    }
    DirectRidge linear = new DirectRidge(n, h.context, h.horizon, weights, List.of(), Map.of());
    ContextFeatures features =
        new ContextFeatures(
            new org.braindyn.forecast.FeatureSettings(h.average, h.linear, h.descriptors),
            h.context,
            h.horizon,
            array(file, arrays, "descriptor_centre"),
            array(file, arrays, "descriptor_scale"));
    int[] mirror = arrays.containsKey("mirror") ? integers(file, arrays, "mirror") : null;
    BrainGraph graph =
        new BrainGraph(
            n,
            integers(file, arrays, "source"),
            integers(file, arrays, "target"),
            array(file, arrays, "weight"));
    ResidualSettings settings =
        SkipRecipe.defaults(mirror)
            .withCoupling(Coupling.valueOf(h.coupling))
            .withShape(h.hidden, h.maps, h.width, h.method)
            .withState(h.state, h.embedding)
            .residual(n, h.context, h.horizon, features.count());
    List<SkipBrainDyn> members = new ArrayList<>();
    for (int m = 0; m < h.members; m++) {
      Parameters parameters = new Parameters(ResidualDynamics.shapes(settings));
      double[] values = array(file, arrays, "member_" + m);
      if (values.length != parameters.size()) {
        throw new BadInput(
            String.format(
                "%s: member %d has %d numbers, its shape needs %d. Train it again.",
                file, m + 1, values.length, parameters.size()));
      }
      System.arraycopy(values, 0, parameters.values(), 0, values.length);
      ResidualDynamics residual = ResidualDynamics.of(settings, graph, parameters);
      members.add(new SkipBrainDyn("member " + (m + 1), linear, features, residual, mirror));
    }
    return new Stored(members, Regions.named(h.regions), h.interval);
  }

  private static Header header(Path file, Map<String, NpyArray> arrays) {
    try {
      NpyArray json = arrays.get("json");
      Header header = json == null ? null : new Gson().fromJson(json.text(), Header.class);
      if (header != null && KIND.equals(header.kind)) {
        return header;
      }
    } catch (JsonSyntaxException e) {
      throw new BadInput(file + " holds no readable description: " + e.getMessage(), e);
    }
    throw new BadInput(file + " is not a model of " + KIND + ". Choose another file.");
  }

  private static double[] array(Path file, Map<String, NpyArray> arrays, String name) {
    NpyArray array = arrays.get(name);
    if (array == null) {
      throw new BadInput(file + " lacks the array \"" + name + "\". Train the model again.");
    }
    return array.numbers();
  }

  private static int[] integers(Path file, Map<String, NpyArray> arrays, String name) {
    double[] values = array(file, arrays, name);
    int[] result = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (int) values[i];
    }
    return result;
  }

  private static NpyArray numbers(int[] values) {
    return NpyArray.ofIntegers(
        java.util.Arrays.stream(values).asDoubleStream().toArray(), values.length);
  }
}
