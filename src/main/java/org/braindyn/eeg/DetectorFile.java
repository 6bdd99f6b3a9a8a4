package org.braindyn.eeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.text.Program;
import org.braindyn.io.model.ModelFile;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.io.model.StoredModel;
import org.braindyn.kind.ModelKinds;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.models.ModelFit;
import org.braindyn.task.Representation;
import org.braindyn.task.SeizureClassifier;
import org.braindyn.task.SeizureHead;

/** A seizure detector as a model file whose recipe also holds the head. */
public final class DetectorFile {
  private static final String HEAD = "seizure_head";
  private static final String SHIFT = "shift";
  private static final String SCALE = "scale";
  private static final String REPRESENTATION = "representation";

  private DetectorFile() {}

  /** Writes a detector with the channels and the rate it was made for. */
  public static void write(
      Path file, SeizureClassifier detector, RegionSignals like, long seed, Map<String, ?> recipe) {
    Map<String, Object> all = new LinkedHashMap<>(recipe);
    Map<String, Object> head = new LinkedHashMap<>();
    for (Parameters.Entry entry : detector.head().parameters().entries()) {
      head.put(entry.name(), detector.head().parameters().get(entry.name()));
    }
    head.put(SHIFT, detector.shift());
    head.put(SCALE, detector.scale());
    all.put(HEAD, head);
    all.put(REPRESENTATION, detector.representation().label());
    ModelInfo info =
        new ModelInfo(
            like.regions(), like.interval(), "context", seed, Program.version(), Map.of(), all);
    try {
      ModelFile.write(file, detector.backbone(), info);
    } catch (IOException e) {
      throw new BadInput(
          "model=" + file + " cannot be written: " + Reason.of(e) + ". Choose another.", e);
    }
  }

  /**
   * Reads a detector for these signals; close it.
   *
   * @throws BadInput if it is no detector, or was made for other channels or another rate
   */
  public static SeizureClassifier read(Path file, RegionSignals signals) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(
          "model="
              + file
              + ": there is no such file. Run BrainDyn Train Seizure Detector... first.");
    }
    try {
      Map<String, Object> told = ModelKinds.read(file, null).provenance().more();
      if (!(told.get(HEAD) instanceof Map<?, ?> head)) {
        throw new BadInput(
            file + " is a forecasting model, not a seizure detector. Choose a detector's file.");
      }
      StoredModel stored = ModelFile.read(file);
      checkFits(stored, signals, file.getFileName().toString());
      Representation seen =
          Representation.of(String.valueOf(stored.info().recipe().get(REPRESENTATION)));
      SeizureHead read = new SeizureHead(seen.size(stored.settings().hidden()));
      for (Parameters.Entry entry : read.parameters().entries()) {
        read.parameters().set(entry.name(), array(head, entry.name(), entry.size(), file));
      }
      SeizureClassifier detector = new SeizureClassifier(stored.open(), read, seen);
      System.arraycopy(array(head, SHIFT, read.size(), file), 0, detector.shift(), 0, read.size());
      System.arraycopy(array(head, SCALE, read.size(), file), 0, detector.scale(), 0, read.size());
      return detector;
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }

  private static double[] array(Map<?, ?> head, String name, int size, Path file) {
    if (!(head.get(name) instanceof List<?> list)
        || list.size() != size
        || !list.stream().allMatch(v -> v instanceof Number)) {
      throw new BadInput(
          file + ": the head has no array " + name + " of " + size + " numbers; it is damaged.");
    }
    return list.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
  }

  // Gaps (NaN) are no obstacle to detection, so the check of forecasts is too strict here.
  private static void checkFits(StoredModel stored, RegionSignals signals, String name) {
    ModelFit.checkSampling(
        stored.settings().regions(),
        stored.info().regions(),
        stored.info().interval(),
        signals,
        name);
  }
}
