package org.braindyn.kind.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.NamedArray;
import org.braindyn.forecast.family.ResponseLaw;
import org.braindyn.forecast.family.StoredModel;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kind.ModelArrays;

/**
 * A fitted family in a model file: {@code family} in the description says which models it is made
 * of, and their arrays are named {@code family/NAME}, those of members {@code family/0/NAME} ... A
 * graph that a user gave is {@code source}, {@code target}, {@code weight}.
 *
 * <p>Sums for one's own recording are {@code sums/NAME}, in single precision.
 */
final class FamilyFile {
  static final String FAMILY = "family";
  private static final String SUMS = "sums/";
  private static final String SUMS_SHAPE = "shape";
  static final String DIRECT = "direct ridge";
  private static final String RESPONSE = "response";
  private static final String WITHIN = "/within";
  private static final String SOURCE = "source";
  private static final String TARGET = "target";
  private static final String WEIGHT = "weight";

  private FamilyFile() {}

  /** What the description holds: a model and those inside. */
  private record Tree(String kind, String name, List<Tree> members) {}

  /** What the description holds of the law that answers stimulations. */
  private record Law(String assumption, int order, double penalty, Tree model) {}

  /** Name of the first, second ... law; files of earlier versions hold one. */
  private static String response(int number) {
    return number == 0 ? RESPONSE : RESPONSE + number;
  }

  /** The laws' part of the description. */
  static Map<String, Object> description(List<ResponseLaw> laws) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (ResponseLaw law : laws) {
      Tree tree = tree(law.model().store());
      all.put(response(all.size()), new Law(law.assumption(), law.order(), law.penalty(), tree));
    }
    return all;
  }

  /** The laws' numbers, {@code response/NAME}, {@code response1/NAME} ... */
  static Map<String, NpyArray> arrays(List<ResponseLaw> laws) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (int k = 0; k < laws.size(); k++) {
      put(arrays, response(k), laws.get(k).model().store());
      putWithin(arrays, response(k), laws.get(k).within());
    }
    return arrays;
  }

  /** The laws in a file; none in files that are older than them. */
  static List<ResponseLaw> laws(ModelArrays file) {
    List<ResponseLaw> laws = new ArrayList<>();
    while (file.describes(response(laws.size()))) {
      String path = response(laws.size());
      Law law = file.description(path, Law.class);
      LagModel model = stored(file, path, law.model()).restore().linear().orElse(null);
      if (model == null || law.assumption() == null) {
        throw new BadInput(file.file() + " holds no readable description. Train the model again.");
      }
      double[][] within = within(file, path);
      laws.add(new ResponseLaw(law.assumption(), law.order(), law.penalty(), model, within));
    }
    return laws;
  }

  /** Puts what acts within a frame beside a law's numbers, if anything does. */
  static void putWithin(Map<String, NpyArray> arrays, String path, double[][] within) {
    if (within != null) {
      double[] flat = Arrays.stream(within).flatMapToDouble(Arrays::stream).toArray();
      arrays.put(path + WITHIN, NpyArray.of(flat, within.length, within.length));
    }
  }

  /** What acts within a frame by a law, [source][target]; null for nothing. */
  static double[][] within(ModelArrays file, String path) {
    return file.names().contains(path + WITHIN)
        ? file.rows(path + WITHIN, file.shape().regions())
        : null;
  }

  static Map<String, Object> description(StoredModel stored) {
    return Map.of(FAMILY, tree(stored));
  }

  private static Tree tree(StoredModel stored) {
    return new Tree(
        stored.kind(), stored.name(), stored.members().stream().map(FamilyFile::tree).toList());
  }

  static Map<String, NpyArray> arrays(StoredModel stored, BrainGraph given, GroupSums sums) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    put(arrays, FAMILY, stored);
    if (given != null) {
      arrays.put(SOURCE, integers(given.source()));
      arrays.put(TARGET, integers(given.target()));
      arrays.put(WEIGHT, NpyArray.of(given.weight(), given.edges()));
    }
    if (sums != null) {
      sums.store()
          .forEach(
              (name, a) ->
                  arrays.put(
                      SUMS + name,
                      name.equals(SUMS_SHAPE)
                          ? NpyArray.of(a.values(), a.shape())
                          : NpyArray.ofFloats(a.values(), a.shape())));
    }
    return arrays;
  }

  /** Sums of a family that forecasts directly; null for others, and where they would be huge. */
  static GroupSums sums(FamilyData data, String family, double ridge) {
    return family.equals(DIRECT) ? kept(new GroupSums(data.direct(), ridge)) : null;
  }

  /** Sums with the penalty that the direct family had in a choice; null if it was not in it. */
  static GroupSums sums(FamilyData data, Chosen chosen) {
    return chosen.winner().parameters() == 0
        ? null // nothing can be forecast, so nothing is pooled
        : chosen.candidates().stream()
            .filter(c -> c.family().name().equals(DIRECT))
            .findFirst()
            .map(c -> kept(new GroupSums(data.direct(), c.settings().ridge())))
            .orElse(null);
  }

  private static GroupSums kept(GroupSums sums) {
    return sums.storable() ? sums : null;
  }

  /** The sums in a file; null for none. */
  static GroupSums sums(ModelArrays file) {
    if (!file.names().contains(SUMS + SUMS_SHAPE)) {
      return null;
    }
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    for (String name : file.names()) {
      if (name.startsWith(SUMS)) {
        arrays.put(
            name.substring(SUMS.length()),
            new NamedArray(file.dimensions(name), file.numbers(name)));
      }
    }
    return GroupSums.restore(arrays);
  }

  private static NpyArray integers(int[] values) {
    return NpyArray.ofIntegers(Arrays.stream(values).asDoubleStream().toArray(), values.length);
  }

  /** The graph that a user gave; null for none. */
  static BrainGraph graph(ModelArrays file) {
    int n = file.shape().regions();
    return file.names().contains(SOURCE)
        ? new BrainGraph(
            n, file.integers(SOURCE, n), file.integers(TARGET, n), file.numbers(WEIGHT))
        : null;
  }

  private static void put(Map<String, NpyArray> arrays, String path, StoredModel stored) {
    stored.arrays().entrySet().stream()
        .sorted(Map.Entry.comparingByKey()) // equal models give equal files
        .forEach(
            e -> {
              NamedArray array = e.getValue();
              arrays.put(path + "/" + e.getKey(), NpyArray.of(array.values(), array.shape()));
            });
    for (int m = 0; m < stored.members().size(); m++) {
      put(arrays, path + "/" + m, stored.members().get(m));
    }
  }

  /**
   * The model in a file.
   *
   * @throws BadInput if something is missing or damaged
   */
  static FamilyModel read(ModelArrays file) {
    return stored(file, FAMILY, file.description(FAMILY, Tree.class)).restore();
  }

  private static StoredModel stored(ModelArrays file, String path, Tree tree) {
    if (tree == null || tree.kind == null || tree.name == null || tree.members == null) {
      throw new BadInput(file.file() + " holds no readable description. Train the model again.");
    }
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    for (String name : file.names()) {
      String rest = name.startsWith(path + "/") ? name.substring(path.length() + 1) : "/";
      if (!rest.contains("/")) {
        arrays.put(rest, new NamedArray(file.dimensions(name), file.numbers(name)));
      }
    }
    List<StoredModel> members = new ArrayList<>();
    for (Tree member : tree.members) {
      members.add(stored(file, path + "/" + members.size(), member));
    }
    return new StoredModel(tree.kind, tree.name, arrays, members);
  }
}
