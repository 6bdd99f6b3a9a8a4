package org.braindyn.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.braindyn.data.BadInput;
import org.braindyn.io.AtomicFile;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.optimiser.Trainable;

/**
 * A training as it stood after an epoch: parameters, best parameters, optimiser state and log.
 * Written under a temporary name and moved into place, so that a kill leaves the last whole one.
 */
final class Checkpoint {
  private static final int MAGIC = 0x42445432;
  private static final String BETWEEN = "; ";
  private static final String PARTS = "[,;] |\\[|\\]"; // of a record's text too

  private Checkpoint() {}

  /** What must be the same for a resumed training to make sense: "name=value, name=value ...". */
  static String fingerprint(Trainable model, TrainingSettings s, WindowSet train) {
    return String.join(
        BETWEEN,
        "model=" + model.kind(),
        "parameters=" + model.parameters().size(),
        "batch=" + s.batch(),
        "learningRate=" + s.learningRate(),
        "weightDecay=" + s.weightDecay(),
        "clip=" + s.clip(),
        "plateau=" + s.plateauPatience(),
        "truth=" + s.truthProbability() + (s.truthProbability() > 0 ? "/" + s.epochs() : ""),
        "share=" + s.share() + (s.forcing() > 0 ? "/forcing " + s.forcing() : ""),
        "cosine=" + s.cosine() + (s.cosine() ? "/" + s.epochs() : ""),
        "seed=" + s.seed().value(),
        "windows=" + train.size(),
        "regions=" + train.regions(),
        "context=" + train.context(),
        "horizon=" + train.horizon(),
        "stride=" + train.stride(),
        "recordings=" + Long.toHexString(digest(train)));
  }

  /** Tells other recordings of the same shape apart: whose they are and how each begins. */
  private static long digest(WindowSet train) {
    CRC32 crc = new CRC32();
    for (Recording recording : train.recordings()) {
      double[] start = new double[Math.min(recording.frames(), train.context() + train.horizon())];
      ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * start.length + Integer.BYTES);
      crc.update(recording.person().getBytes(StandardCharsets.UTF_8));
      for (int n = 0; n < recording.regions(); n++) {
        recording.read(n, 0, start.length, start, 0);
        bytes.clear();
        bytes.putInt(recording.frames());
        for (double value : start) {
          bytes.putDouble(value);
        }
        crc.update(bytes.array());
      }
    }
    return crc.getValue();
  }

  /** The parts in which two fingerprints differ: "batch=64 (now batch=32)". */
  private static String difference(String found, String wanted) {
    List<String> before = List.of(found.split(PARTS));
    List<String> now = List.of(wanted.split(PARTS));
    if (before.size() != now.size()) {
      return "written by another version";
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      if (!before.get(i).equals(now.get(i))) {
        parts.add(before.get(i) + " (now " + now.get(i) + ")");
      }
    }
    return String.join(", ", parts);
  }

  static void write(Path file, TrainingState state, Trainable model, String fingerprint)
      throws IOException {
    AtomicFile.write(
        file,
        raw -> {
          DataOutputStream out = new DataOutputStream(raw);
          out.writeInt(MAGIC);
          out.writeUTF(fingerprint);
          put(out, model.parameters().numbers());
          put(out, state.best().numbers());
          put(out, state.optimiser().state());
          out.writeInt(state.epochs());
          for (TrainingLog.Epoch e : state.log().epochs()) {
            out.writeDouble(e.trainLoss());
            out.writeDouble(e.validationLoss());
            out.writeDouble(e.learningRate());
            out.writeBoolean(e.best());
            out.writeDouble(e.seconds());
          }
          out.flush();
        });
  }

  /** Takes over a checkpoint, if the file is there. */
  static void resume(
      Path file, TrainingState state, Trainable model, TrainingSettings settings, WindowSet train)
      throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (DataInputStream in =
        new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new BadInput(file + " is not a checkpoint of BrainDyn. Choose another file.");
      }
      String wanted = fingerprint(model, settings, train);
      String found = in.readUTF();
      if (!found.equals(wanted)) {
        throw new BadInput(
            String.format(
                "The checkpoint %s belongs to another training: %s. "
                    + "Delete it to start anew, or choose another file.",
                file, difference(found, wanted)));
      }
      Parameters parameters = model.parameters();
      get(in, parameters);
      get(in, state.best());
      double[] optimiser = new double[state.optimiser().state().length];
      get(in, optimiser);
      state.optimiser().restore(optimiser);
      int epochs = in.readInt();
      for (int e = 1; e <= epochs; e++) {
        state.resume(
            new TrainingLog.Epoch(
                e,
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean(),
                in.readDouble()));
      }
    } catch (EOFException e) {
      throw new BadInput("The checkpoint " + file + " is cut off. Delete it and start again.", e);
    }
  }

  private static void put(DataOutputStream out, double[] values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static void get(DataInputStream in, Parameters parameters) throws IOException {
    double[] values = new double[parameters.size()];
    get(in, values);
    parameters.setNumbers(values);
  }

  private static void get(DataInputStream in, double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }
}
