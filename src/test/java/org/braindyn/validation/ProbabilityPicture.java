package org.braindyn.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.braindyn.data.Annotation;

/** Several probability traces below one another, drawn from the study's table. */
final class ProbabilityPicture {
  private ProbabilityPicture() {}

  /** Draws the table that {@link SeizureDetectionStudy} wrote; arguments: table, picture. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void write(Path table, Path picture) throws IOException {
    List<String> lines = Files.readAllLines(table);
    String[] names = lines.get(0).split(",");
    Map<String, double[]> traces = new LinkedHashMap<>();
    List<Annotation> ictal = new ArrayList<>();
    int seconds = lines.size() - 1;
    for (int column = 2; column < names.length; column++) {
      traces.put(names[column].replace(';', ','), new double[seconds]);
    }
    for (int s = 0; s < seconds; s++) {
      String[] cells = lines.get(s + 1).split(",");
      if (cells[1].equals("1")) {
        ictal.add(new Annotation(s, 1, "seiz", ""));
      }
      int column = 2;
      for (double[] trace : traces.values()) {
        trace[s] = Double.parseDouble(cells[column++]);
      }
    }
    ImageIO.write(
        TracePicture.of(traces, 1, ictal, "probability of seizure, blocks never trained on")
            .getBufferedImage(),
        "png",
        picture.toFile());
    System.out.println("Written: " + picture);
  }
}
