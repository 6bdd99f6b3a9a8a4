package org.braindyn.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.io.AtomicFile;
import org.braindyn.model.Parameters;
import org.braindyn.signal.WindowSet;

/**
 * A training as it stood after an epoch: parameters, best parameters, optimiser state and log.
 * Written under a temporary name and moved into place, so that a kill leaves the last whole one.
 */
final class Checkpoint {
  private static final int MAGIC = 0x42445431;

  private Checkpoint() {}

  /** What must be the same for a resumed training to make sense. */
  static String fingerprint(Trainable model, TrainingSettings s, WindowSet train) {
    return String.join(
        ",",
        "parameters=" + model.parameters().size(),
        "batch=" + s.batch(),
        "learningRate=" + s.learningRate(),
        "weightDecay=" + s.weightDecay(),
        "clip=" + s.clip(),
        "plateau=" + s.plateauPatience(),
        "truth=" + s.truthProbability() + (s.truthProbability() > 0 ? "/" + s.epochs() : ""),
        "share=" + s.share(),
        "cosine=" + s.cosine() + (s.cosine() ? "/" + s.epochs() : ""),
        "seed=" + s.seed().value(),
        "windows=" + train.size(),
        "regions=" + train.regions(),
        "context=" + train.context(),
        "horizon=" + train.horizon());
  }

  static void write(Path file, TrainingState state, Trainable model, String fingerprint)
      throws IOException {
    AtomicFile.write(
        file,
        raw -> {
          DataOutputStream out = new DataOutputStream(raw);
          out.writeInt(MAGIC);
          out.writeUTF(fingerprint);
          put(out, model.parameters().values());
          put(out, state.best().values());
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
                "The checkpoint %s belongs to another training (%s; now %s). "
                    + "Delete it or choose another file.",
                file, found, wanted));
      }
      Parameters parameters = model.parameters();
      get(in, parameters.values());
      get(in, state.best().values());
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

  private static void get(DataInputStream in, double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }
}
