package org.braindyn.command.states;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.command.recordings.RecordingInputs;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.text.ResultTable;
import org.braindyn.fiji.pictures.GridPicture;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.states.FoundStates;
import org.braindyn.states.StateTables;

/** States as files of one folder, and what is said of them. */
final class StateFiles {
  private StateFiles() {}

  /**
   * Writes all.
   *
   * @param folder null for nowhere
   * @return sentences for the Log
   */
  static String write(Path folder, FoundStates found, RecordingInputs inputs) {
    List<String> said = new ArrayList<>(found.notes());
    if (found.states() > 1) {
      said.add(
          String.format(
              Locale.ROOT,
              "Agreement (adjusted Rand index) with sliding-window k-means %.2f, with co-activation"
                  + " patterns %.2f.",
              found.windows(),
              found.patterns()));
    }
    said.addAll(inputs.notes());
    String text = String.join("\n", said);
    if (folder == null) {
      return text;
    }
    try {
      Files.createDirectories(folder);
      double interval = inputs.recordings().get(0).interval();
      TimeSeriesWriter.write(
          folder.resolve("times.csv"), StateTables.times(found, inputs.names(), interval));
      TimeSeriesWriter.write(
          folder.resolve("transitions.csv"), StateTables.moves(found, inputs.names()));
      TimeSeriesWriter.write(
          folder.resolve("states.csv"), StateTables.sequence(found, inputs.names()));
      TimeSeriesWriter.write(folder.resolve("choice.csv"), StateTables.choice(found));
      List<String> names = found.regions().names();
      double limit = GridPicture.limit(found.connectivity()); // one scale, to compare
      for (int k = 0; k < found.states(); k++) {
        double[][] matrix = found.connectivity()[k];
        String file = "connectivity_state_" + (k + 1);
        TimeSeriesWriter.write(
            folder.resolve(file + ".csv"), ResultTable.matrix("region", names, matrix));
        ColorProcessor picture =
            GridPicture.of(
                matrix, names, names, "connectivity of state " + (k + 1), "correlation", limit);
        AtomicFile.write(folder.resolve(file + ".png"), out -> PictureFiles.png(picture, out));
      }
      for (int r = 0; r < inputs.names().size() && found.states() > 1; r++) {
        List<String> states = new ArrayList<>();
        for (int k = 0; k < found.states(); k++) {
          states.add("state " + (k + 1));
        }
        String stem = inputs.names().get(r).replaceAll("[^A-Za-z0-9_-]+", "_");
        ColorProcessor moves =
            GridPicture.of(
                found.numbers().get(r).moves(),
                states,
                states,
                "transitions of " + inputs.names().get(r),
                "row = from, column = to");
        AtomicFile.write(
            folder.resolve("transitions_" + stem + ".png"), out -> PictureFiles.png(moves, out));
      }
      AtomicFile.write(
          folder.resolve("notes.txt"), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new BadInput("output=" + folder + " cannot be written: " + Reason.of(e), e);
    }
    return text;
  }
}
