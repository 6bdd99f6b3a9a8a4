package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.Grid;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.sample.SampleFolder;
import org.braindyn.simulation.BoldPhantom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros run headless on the packaged jar, each in its own JVM. */
class MacrosIT {
  private static final Path SHARED = Path.of(System.getProperty("braindyn.shared", "../shared"));

  @TempDir Path folder;
  private PlainImageJ imagej;

  @BeforeEach
  void install() throws IOException {
    imagej = new PlainImageJ(Files.createDirectories(folder.resolve("imagej")));
  }

  private Path run(String macro, String argument, String lastLine) throws Exception {
    PlainImageJ.Result result = imagej.macro(Path.of("macros", macro), argument, 400);
    assertTrue(result.output().contains(lastLine), result.output());
    return folder.resolve("out");
  }

  private Path scan(Path scan, Path labels, int context, int horizon) throws Exception {
    String argument =
        String.join(
            "|",
            scan.toAbsolutePath().toString(),
            labels.toAbsolutePath().toString(),
            folder.resolve("out").toString(),
            Integer.toString(context),
            Integer.toString(horizon));
    Path out = run("scan.ijm", argument, "BrainDyn scan done");
    Volume4D original = Nifti.open(scan);
    Volume4D map = Nifti.open(out.resolve("effect_map.nii.gz"));
    Grid grid = map.grid();
    assertTrue(grid.sameSize(original.grid()), grid.describe());
    assertTrue(grid.samePlace(original.grid(), 1e-4), grid.describe());
    assertEquals(original.interval(), map.interval(), 1e-5);
    assertEquals(20, map.frames());
    return out;
  }

  @Test
  void reportAndFiguresOfTheSample() throws Exception {
    run("report.ijm", folder.resolve("out").toString(), "BrainDyn report done");
    Path out = folder.resolve("out");
    for (String figure : List.of("carpet.svg", "matrix.svg", "circle.svg")) {
      String svg = Files.readString(out.resolve(figure));
      assertTrue(svg.startsWith("<svg ") && svg.contains("L-Frontal-1"), figure);
    }
    String html = Files.readString(out.resolve("report.html"));
    for (String words :
        List.of(
            "BrainDyn Phantom", "&quot;BrainDyn Train...&quot;", "damped persistence", "tsnr")) {
      assertTrue(html.contains(words), words);
    }
  }

  @Test
  void scanOnTheSample() throws Exception {
    Path sample = folder.resolve("sample"); // that of the main job is long
    SampleFolder.write(BoldPhantom.make(BoldPhantom.Settings.defaults().withVoxels(16)), 2, sample);
    Path out =
        scan(sample.resolve("phantom_bold.nii.gz"), sample.resolve("phantom_labels.nii.gz"), 12, 4);
    List<String> errors = Files.readAllLines(out.resolve("forecast_errors.csv"));
    assertEquals(6, errors.size(), "five forecasters and a header: " + errors);
    assertTrue(errors.get(1).startsWith("BrainDyn continuous,"), errors.get(1));
    List<String> names = Files.readAllLines(sample.resolve("phantom_labels.tsv"));
    String header = Files.readAllLines(out.resolve("region_signals.csv")).get(0);
    assertEquals("Time (s)", header.split(",")[0]);
    assertEquals(names.get(1).split("\t")[1], header.split(",")[1], "names by label value");
  }

  @Test
  @Tag("real-data")
  void scanOnARealScan() throws Exception {
    Path subject = SHARED.resolve("data/fmri_pymvpa/haxby2001/sub001");
    assumeTrue(Files.isDirectory(subject), "no real data at " + subject);
    Path out =
        scan(
            subject.resolve("BOLD/task001_run001/bold_25mm.nii.gz"),
            subject.resolve("masks/25mm/hoc.nii.gz"),
            20,
            8);
    var signals =
        TimeSeriesTable.read(out.resolve("region_signals.csv"), ImportOptions.auto()).signals();
    assertEquals(21, signals.size());
    assertEquals(121, signals.frames());
    assertEquals(2.5, signals.interval(), 1e-6);
  }

  @Test
  void signalsOfTwoPeople() throws Exception {
    for (String person : new String[] {"a", "b"}) {
      Seed.Stream random = Seed.of(5).stream(person);
      double[][] values = new double[4][120];
      for (int t = 1; t < 120; t++) {
        for (int r = 0; r < 4; r++) {
          values[r][t] =
              0.7 * values[r][t - 1] + 0.2 * values[(r + 1) % 4][t - 1] + random.gaussian();
        }
      }
      TimeSeriesWriter.write(
          folder.resolve(person + ".csv"),
          new org.braindyn.data.RegionSignals(Regions.numbered("Region", 4), values, 0.72, person));
    }
    String argument =
        folder.resolve("a.csv") + "|" + folder.resolve("b.csv") + "|0.72|" + folder.resolve("out");
    Path out = run("signals.ijm", argument, "BrainDyn signals done");
    assertTrue(Files.size(out.resolve("model.npz")) > 1000);
  }

  @Test
  void anUnknownTitleStopsTheMacroAtThatLine() throws Exception {
    Path macro = folder.resolve("wrong.ijm");
    Files.writeString(
        macro,
        "run(\"BrainDyn Phantom (fMRI, 4-D)\");\n"
            + "run(\"BrainDyn Parcellate...\", \"scan=phantom labels=[no such image]\");\n"
            + "print(\"went on\");\n");
    PlainImageJ.Result result = imagej.macro(macro, "", 60);
    assertTrue(
        result.output().contains("labels=no such image: no open image has this title"),
        result.output());
    assertTrue(result.output().contains("\"phantom\", \"phantom labels\""), result.output());
    assertFalse(result.output().contains("went on"), result.output());
  }

  @Test
  void aModelFileRunsOnASignalsFile() throws Exception {
    Path golden = Path.of("src/test/resources/golden/a_directed.npz").toAbsolutePath();
    Path macro = folder.resolve("file.ijm");
    Path out = folder.resolve("forecast.npy");
    Files.writeString(
        macro,
        "run(\"BrainDyn Forecast File...\", \"model=["
            + golden
            + "] signals=["
            + golden
            + "] horizon=4 method=rk4 normalise=none precision=double output=["
            + out
            + "]\");\n");
    PlainImageJ.Result result = imagej.macro(macro, "", 60);
    assertTrue(Files.exists(out), result.output());
    double[] ours = Npy.read(out).numbers();
    double[] reference = Npz.read(golden).get("f64/rk4/x_pred").numbers();
    assertEquals(reference.length, ours.length);
    // ours is [window, region, step], the reference's [step, window, region]
    for (int step = 0; step < 4; step++) {
      for (int row = 0; row < 10; row++) {
        assertEquals(reference[step * 10 + row], ours[row * 4 + step], 1e-12);
      }
    }
  }

  @Test
  void everyMacroIsRunByATest() throws IOException {
    StringBuilder tests = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java/org/braindyn"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("IT.java")).toList()) {
        tests.append(Files.readString(file));
      }
    }
    try (Stream<Path> macros = Files.list(Path.of("macros"))) {
      for (Path macro : macros.toList()) {
        String name = macro.getFileName().toString();
        String stem = name.substring(0, name.indexOf('.'));
        boolean run = tests.indexOf(name) >= 0 || tests.indexOf('"' + stem + '"') >= 0;
        assertTrue(run, macro + " is never run");
      }
    }
  }
}
