package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.command.files.ImageFiles;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.text.ResultTable;
import org.braindyn.fiji.pictures.GridPicture;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.stimulation.ConnectionTables;
import org.braindyn.stimulation.EffectTable;
import org.braindyn.stimulation.OtherMap;

/** An effective connectivity as files. */
final class ConnectionFiles {
  private ConnectionFiles() {}

  /**
   * Writes matrix, significant links, links with p and q, hubs, notes and pictures.
   *
   * @param others matrices under other assumptions about links
   * @param links picture of the strongest links, or null
   */
  static void write(
      Path folder, ConnectionStatistics s, List<OtherMap> others, ImagePlus links, String notes) {
    try {
      Files.createDirectories(folder);
      TimeSeriesWriter.write(
          folder.resolve("effective_connectivity.csv"),
          ResultTable.matrix("source", s.regions().names(), s.effect()));
      for (OtherMap other : others) {
        TimeSeriesWriter.write(
            folder.resolve("effective_connectivity_other.csv"),
            ResultTable.matrix("source", s.regions().names(), other.values()));
        String title = "effective connectivity, " + other.assumption();
        png(folder, "effective_connectivity_other.png", matrix(s, other.values(), title));
      }
      TimeSeriesWriter.write(folder.resolve("links.csv"), ConnectionTables.links(s));
      TimeSeriesWriter.write(folder.resolve("hubs.csv"), ConnectionTables.hubs(s));
      png(folder, "effective_connectivity.png", matrix(s, s.effect(), "effective connectivity"));
      if (s.tested()) {
        double[][] kept = s.significant(EffectTable.LEVEL);
        TimeSeriesWriter.write(
            folder.resolve("significant_links.csv"),
            ResultTable.matrix("source", s.regions().names(), kept));
        png(folder, "significant_links.png", matrix(s, kept, "links with q <= 0.05"));
      }
      if (links != null) {
        ImageFiles.picture(links, folder.resolve("strongest_links.png"));
      }
      AtomicFile.write(
          folder.resolve("notes.txt"), out -> out.write(notes.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new BadInput("output=" + folder + " cannot be written: " + Reason.of(e), e);
    }
  }

  private static ColorProcessor matrix(ConnectionStatistics s, double[][] values, String title) {
    double[][] links = new double[values.length][];
    for (int u = 0; u < links.length; u++) {
      links[u] = values[u].clone();
      links[u][u] = Double.NaN; // grey: what a region does to itself would drown the rest
    }
    List<String> names = s.regions().names();
    return GridPicture.of(
        links,
        names,
        names,
        title + " (sd per sd)",
        "row = perturbed region, column = responding region");
  }

  private static void png(Path folder, String name, ColorProcessor picture) throws IOException {
    AtomicFile.write(folder.resolve(name), out -> PictureFiles.png(picture, out));
  }
}
