package org.braindyn.kind;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;
import org.braindyn.graph.BrainGraph;

/** All kinds of model there are, and model files of any kind. */
public final class ModelKinds {
  private static Map<String, ModelKind> known;

  private ModelKinds() {}

  private static synchronized Map<String, ModelKind> kinds() {
    known = known == null ? load() : known;
    return known;
  }

  private static Map<String, ModelKind> load() {
    Map<String, ModelKind> kinds = new LinkedHashMap<>();
    try {
      for (ModelKind kind : ServiceLoader.load(ModelKind.class, ModelKind.class.getClassLoader())) {
        ModelKind other = kinds.putIfAbsent(kind.name(), kind);
        if (other != null) {
          throw new BadInput(
              String.format(
                  "Two kinds of model are named \"%s\": %s and %s. Remove one of their files from"
                      + " Fiji's plugins folder.",
                  kind.name(), other.getClass().getName(), kind.getClass().getName()));
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new BadInput(
          "A kind of model cannot be loaded: "
              + e.getMessage()
              + ". Remove its file from Fiji's"
              + " plugins folder, or update it.",
          e);
    }
    return kinds;
  }

  /** All kinds, in the order of their registration. */
  public static List<ModelKind> all() {
    return List.copyOf(kinds().values());
  }

  /** Names of all kinds, for choice lists. */
  public static List<String> names() {
    return List.copyOf(kinds().keySet());
  }

  /**
   * The kind of this name; upper and lower case are the same.
   *
   * @throws BadInput that lists the names there are
   */
  public static ModelKind named(String name) {
    return kinds().values().stream()
        .filter(kind -> kind.name().equalsIgnoreCase(name.trim()))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    String.format(
                        "There is no model \"%s\". Choose from: %s.",
                        name, String.join(", ", names()))));
  }

  /** Reads a model file of any kind. */
  public static TrainedModel read(File file) {
    if (!file.isFile()) {
      throw new BadInput(
          "model="
              + file
              + ": there is no such file. Run BrainDyn Train... first, or choose the"
              + " file it wrote.");
    }
    try {
      return read(file.toPath(), null);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }

  /**
   * Reads a model file of any kind.
   *
   * @param graph the graph to use, or null for the file's own
   */
  public static TrainedModel read(Path file, BrainGraph graph) throws IOException {
    try {
      ModelArrays arrays = ModelArrays.read(file, graph);
      TrainedModel bare = kindOf(arrays).read(arrays);
      arrays.checkGraphUsed(bare);
      TrainedModel model =
          ModelIntervals.read(arrays)
              .<TrainedModel>map(widths -> new WithIntervals(bare, widths))
              .orElse(bare);
      Regions named = model.provenance().data().regions();
      if (named != null && named.size() != model.regions()) {
        throw new BadInput(
            String.format(
                "%s is damaged: it names %d regions, but its arrays are of %d. Train it again.",
                file, named.size(), model.regions()));
      }
      return model;
    } catch (BadInput e) {
      throw e;
    } catch (RuntimeException e) { // whatever else a damaged file may cause
      throw new BadInput(file + " is damaged (" + Reason.of(e) + "). Train the model again.", e);
    }
  }

  private static ModelKind kindOf(ModelArrays arrays) {
    List<ModelKind> able = new ArrayList<>(kinds().values());
    able.removeIf(kind -> !kind.recognises(arrays));
    if (!able.isEmpty()) {
      return able.get(0);
    }
    if (!arrays.kind().isEmpty()) {
      throw new BadInput(
          String.format(
              "%s is a model of the kind \"%s\", which is not installed. Install the plugin that"
                  + " made it. Kinds here: %s.",
              arrays.file(), arrays.kind(), String.join(", ", names())));
    }
    throw new BadInput(
        String.format(
            "%s holds no model of a known kind. It has the arrays %s.",
            arrays.file(), arrays.names().stream().limit(8).toList()));
  }
}
