package org.braindyn.command;

import static org.braindyn.command.CommandRun.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.open.ImportEeg;
import org.braindyn.command.open.ImportSignals;
import org.braindyn.command.open.ImportSpikes;
import org.braindyn.command.open.Save;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.cifti.CiftiBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;

/** Commands with files of other programs, as a macro runs them. */
class NewDoorsCommandsTest {
  @TempDir Path dir;

  private static void refuses(
      String words, Class<? extends Command> command, Object... keysAndValues) {
    BadInput error = assertThrows(BadInput.class, () -> run(command, keysAndValues));
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  private File text(String name, String content) throws Exception {
    return Files.writeString(dir.resolve(name), content).toFile();
  }

  private static ImagePlus signals() {
    Seed.Stream random = Seed.of(1).stream("signals");
    double[][] values = new double[3][40];
    for (double[] row : values) {
      for (int t = 0; t < row.length; t++) {
        row[t] = random.gaussian();
      }
    }
    Regions regions = Regions.named(List.of("V1", "M1", "S1"));
    return SignalsImage.image(new RegionSignals(regions, values, 2, "x"), "x");
  }

  @Test
  void aConnectomeIsBroughtIntoTheOrderOfTheRegions() throws Throwable {
    File table = text("w.csv", ",S1,V1,M1\nS1,0,7,0.2\nV1,0,0,3\nM1,5,0,0\n");
    CommandModule made =
        run(BuildGraph.class, "signals", signals(), "connectome", table, "threshold", 0.5);
    double[][] m = MatrixImage.matrix((ImagePlus) made.getOutput("graph"));
    assertArrayEquals(new double[] {0, 3, 0}, m[0]); // V1 to M1
    assertArrayEquals(new double[] {0, 0, 5}, m[1]); // M1 to S1
    assertArrayEquals(new double[] {7, 0, 0}, m[2]); // S1 to V1, not 0.2 to M1
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.startsWith("3 edges of w.csv"), notes);
    assertTrue(notes.contains("1 of 4 weights"), notes);
  }

  @Test
  void rowsWithoutNamesNeedAWord() throws Throwable {
    File plain = text("p.txt", "0 1 0\n0 0 2\n3 0 0\n");
    refuses("tick inorder", BuildGraph.class, "signals", signals(), "connectome", plain);
    CommandModule ordered =
        run(BuildGraph.class, "signals", signals(), "connectome", plain, "inorder", true);
    double[][] m = MatrixImage.matrix((ImagePlus) ordered.getOutput("graph"));
    assertEquals(2, m[1][2]);
    File names = text("n.txt", "S1\nM1\nV1\n");
    CommandModule named =
        run(BuildGraph.class, "signals", signals(), "connectome", plain, "names", names);
    m = MatrixImage.matrix((ImagePlus) named.getOutput("graph"));
    assertEquals(2, m[1][0]); // from the second row, M1, to the third, V1
    File two = text("two.csv", ",V1,M1\nV1,0,1\nM1,1,0\n");
    refuses(
        "no row for 1 of 3 regions: S1", BuildGraph.class, "signals", signals(), "connectome", two);
  }

  @Test
  void greyordinatesAreParcellatedWithoutPlaces() throws Throwable {
    double[][] values = {{1, 2}, {3, 4}, {5, 6}};
    Path scan = Files.write(dir.resolve("a.dtseries.nii"), CiftiBytes.dense(values, 0.72));
    Path labels =
        Files.write(
            dir.resolve("a.dlabel.nii"),
            CiftiBytes.denseLabels(new int[] {3, 3, 8}, Map.of(3, "V1", 8, "M1")));
    CommandModule made =
        run(Parcellate.class, "scanfile", scan.toFile(), "labelsfile", labels.toFile());
    RegionSignals s = SignalsImage.signals((ImagePlus) made.getOutput("signals"));
    assertEquals(List.of("V1", "M1"), s.regions().names());
    assertArrayEquals(new double[] {2, 3}, s.values()[0]);
    assertArrayEquals(new double[] {5, 6}, s.values()[1]);
    assertEquals(0.72, s.interval(), 1e-9);
    assertEquals(null, s.regions().get(0).centroid());
    assertTrue(((String) made.getOutput("notes")).contains("those of a.dlabel.nii"));
  }

  @Test
  void savedSeriesComeBack() throws Throwable {
    for (String name : List.of("a.ptseries.nii", "sub-1_timeseries.tsv")) {
      File file = dir.resolve(name).toFile();
      run(Save.class, "image", signals(), "file", file);
      CommandModule back = run(ImportSignals.class, "file", file);
      RegionSignals s = SignalsImage.signals((ImagePlus) back.getOutput("signals"));
      assertEquals(List.of("V1", "M1", "S1"), s.regions().names());
      assertEquals(2, s.interval());
      assertEquals(40, s.frames());
    }
  }

  @Test
  void spikesThatAreTooFastAreQuestionedAndTheirUnitCanBeGiven() throws Throwable {
    File seconds = text("s.dat", "1 0.001\n1 0.5\n1 0.8\n1 1.2\n2 1.5\n");
    CommandModule asMs = run(ImportSpikes.class, "spikes", seconds, "bin", 1.0);
    String notes = (String) asMs.getOutput("notes");
    assertTrue(notes.contains("neuron 1 fires at") && notes.contains("unit=s"), notes);
    CommandModule asS = run(ImportSpikes.class, "spikes", seconds, "bin", 100.0, "unit", "s");
    RegionSignals rates = SignalsImage.signals((ImagePlus) asS.getOutput("rates"));
    assertEquals(15, rates.frames());
    assertTrue(!((String) asS.getOutput("notes")).contains("fires at"));
  }

  @Test
  void anEegOfAnotherProgramAndOneForTheWrongEntry() throws Throwable {
    text("v.dat", "1 2 3 4\n5 6 7 8\n9 9 9 8\n");
    File header =
        text(
            "v.vhdr",
            "Brain Vision Data Exchange Header File Version 1.0\n[Common Infos]\nDataFile=v.dat\n"
                + "DataFormat=ASCII\nDataOrientation=VECTORIZED\nNumberOfChannels=3\n"
                + "SamplingInterval=5000\n[Channel Infos]\nCh1=C3,,1,mV\nCh2=C4,,1,mV\n"
                + "Ch3=ECG,,1,mV\n");
    CommandModule made =
        run(
            ImportEeg.class,
            "file",
            header,
            "montage",
            "all channels",
            "channels",
            "!ECG",
            "rate",
            0.0,
            "lowest",
            0.0);
    RegionSignals s = SignalsImage.signals((ImagePlus) made.getOutput("signals"));
    assertEquals(List.of("C3", "C4"), s.regions().names());
    assertArrayEquals(new double[] {1000, 2000, 3000, 4000}, s.values()[0], 1e-3);
    refuses("Open it with Import EEG", ImportSignals.class, "file", header);
    refuses("Open it with Import EEG", ImportSpikes.class, "spikes", header);
  }
}
