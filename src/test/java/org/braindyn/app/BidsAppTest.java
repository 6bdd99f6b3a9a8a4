package org.braindyn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.derivatives.DerivativeSignals;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TextTable;
import org.braindyn.scans.Frames;
import org.braindyn.work.LocalWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls that a scheduler makes, in this process: shares, repeats, failures, the group. */
class BidsAppTest {
  private static final int PEOPLE = 6;
  private static final int FRAMES = 150;
  private static final String VAR = "VAR on whole recordings";
  private static final Grid GRID = Grid.spaced(4, 1, 1, 2, 2, 2);

  @TempDir Path dir;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void data() throws IOException {
    for (int p = 1; p <= PEOPLE; p++) {
      Path func = Files.createDirectories(dir.resolve("bids/sub-0" + p + "/ses-a/func"));
      Seed.Stream random = Seed.of(p).stream("frames");
      double[][] frames = new double[FRAMES][4];
      for (int t = 1; t < FRAMES; t++) {
        for (int v = 0; v < 4; v++) {
          double from = frames[t - 1][v] + 0.4 * (v == 0 ? 0 : frames[t - 1][v - 1]);
          frames[t][v] = 0.6 * from + random.gaussian();
        }
      }
      for (double[] frame : frames) {
        for (int v = 0; v < 4; v++) {
          frame[v] += 100;
        }
      }
      NiftiWriter.write(
          func.resolve("sub-0" + p + "_ses-a_task-rest_desc-preproc_bold.nii.gz"),
          new Frames(GRID, frames, 2));
    }
    NiftiWriter.writeLabels(
        dir.resolve("four.nii"), new Labels3D(GRID, new int[] {1, 2, 4, 7}, "four"));
    Files.writeString(dir.resolve("four.tsv"), "index\tname\n1\tVis\n2\tAud\n4\tDMN\n7\tSal\n");
  }

  private int run(String out, String level, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(dir.resolve("bids").toString(), dir.resolve(out).toString(), level));
    words.addAll(List.of(options));
    if (level.equals("participant")) {
      words.addAll(List.of("--labels", dir.resolve("four.nii").toString()));
    }
    PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8);
    return BidsApp.run(to, Progress.NONE, words.toArray(String[]::new));
  }

  private String said() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** Files below a folder but lists of scans, name to content. */
  private Map<String, String> content(String out) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var files = Files.walk(dir.resolve(out))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().startsWith("manifest")) {
          all.put(dir.resolve(out).relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return all;
  }

  @Test
  void sharesMakeTheFilesOfOneCall() throws IOException {
    assertEquals(0, run("one", "participant", "--band", "0.01", "0.1", "--threads", "2"), said());
    for (int share = 1; share <= 4; share++) {
      assertEquals(
          0, run("four", "participant", "--shard", share + "/4", "--band", "0.01", "0.1"), said());
    }
    Map<String, String> wanted = content("one");
    assertEquals(wanted, content("four"));
    String name = "sub-03/ses-a/func/sub-03_ses-a_task-rest_atlas-four_";
    assertTrue(wanted.containsKey(name + "desc-cleaned_timeseries.json"), wanted.keySet() + "");
    Imported read =
        new DerivativeSignals()
            .read(dir.resolve("one/" + name + "desc-cleaned_timeseries.tsv"), ImportOptions.auto());
    assertEquals(List.of("Vis", "Aud", "DMN", "Sal"), read.signals().regions().names());
    assertEquals(2, read.signals().interval());
    String description = wanted.get("dataset_description.json");
    assertEquals(
        "derivative",
        JsonParser.parseString(description).getAsJsonObject().get("DatasetType").getAsString());
    assertFalse(wanted.keySet().stream().anyMatch(file -> file.endsWith(".part")));

    assertEquals(0, run("one", "group"), said());
    assertEquals(0, run("four", "group"), said());
    assertEquals(content("one"), content("four"));
    double mean = cell("one/group_atlas-four_stat-meanpearsoncorrelation_relmat.tsv");
    double z = 0;
    for (int p = 1; p <= PEOPLE; p++) {
      String file = name.replace("sub-03", "sub-0" + p) + "stat-pearsoncorrelation_relmat.tsv";
      z += atanh(cell("one/" + file));
    }
    assertEquals(Math.tanh(z / PEOPLE), mean, 1e-12);
  }

  /** What a table says of the first and the second region. */
  private double cell(String file) throws IOException {
    List<List<String>> rows = TextTable.read(dir.resolve(file)).rows();
    assertEquals(List.of("Node", "Vis", "Aud", "DMN", "Sal"), rows.get(0));
    assertEquals("Vis", rows.get(1).get(0));
    return Double.parseDouble(rows.get(1).get(2));
  }

  private static double atanh(double r) {
    return 0.5 * Math.log((1 + r) / (1 - r));
  }

  @Test
  void aModelOfEveryPersonAndOneOfTheGroup() throws IOException {
    assertEquals(
        0,
        run("ec", "participant", "--participant-label", "01", "sub-02", "--effective", VAR),
        said());
    String file =
        "sub-02/ses-a/func/sub-02_ses-a_task-rest_atlas-four_stat-effectiveconnectivity_relmat.tsv";
    // Each region drives the next one.
    assertTrue(cell("ec/" + file) > 0.1, said());
    assertFalse(Files.exists(dir.resolve("ec/sub-03")));
    assertEquals(0, run("ec", "participant"), said());
    assertEquals(0, run("ec", "group", "--train", VAR, "--seed", "3"), said());
    assertTrue(Files.isRegularFile(dir.resolve("ec/models/VAR_on_whole_recordings.npz")));
    assertTrue(Files.isRegularFile(dir.resolve("ec/models/VAR_on_whole_recordings_scores.tsv")));
  }

  @Test
  void whatIsDoneStaysAndWhatFailsIsTold() throws IOException {
    Path broken =
        dir.resolve("bids/sub-04/ses-a/func/sub-04_ses-a_task-rest_desc-preproc_bold.nii.gz");
    byte[] whole = Files.readAllBytes(broken);
    Files.write(broken, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertEquals(BidsApp.INCOMPLETE, run("out", "participant"));
    assertTrue(said().contains("5 done, 0 skipped, 1 failed"), said());
    assertEquals(BidsApp.INCOMPLETE, run("out", "group"));
    assertTrue(said().contains("5 scans are done, 1 failed."), said());
    Map<String, String> before = content("out");
    Files.write(broken, whole);
    assertEquals(0, run("out", "participant"));
    assertTrue(said().contains("1 done, 5 skipped, 0 failed"), said());
    Map<String, String> after = content("out");
    before.keySet().removeIf(file -> file.startsWith("group"));
    before.forEach((file, text) -> assertEquals(text, after.get(file), file));
    assertEquals(0, run("out", "group"));
  }

  @Test
  void callsThatCannotBeUsedEndWithTwo() {
    assertEquals(2, run("x", "participant", "--shard", "8/7"));
    assertEquals(2, run("x", "participant", "--shard", "1"));
    assertEquals(2, run("x", "participant", "--participant-label", "99"));
    assertEquals(2, run("x", "participant", "--colour", "red"));
    assertEquals(2, run("x", "participant", "--own-mask", "yes"));
    assertEquals(2, run("x", "participant", "--band", "0.1"));
    assertEquals(2, run("x", "nobody"));
    assertEquals(2, run("x", "group"));
    assertTrue(said().contains("no person sub-99"), said());
    assertEquals(8, said().strip().lines().count(), said());
  }

  @Test
  void whatAKilledWriterLeftIsGoneOnceItsPersonIsDone() throws IOException {
    Path mine = Files.createDirectories(dir.resolve("out/sub-02/ses-a/func"));
    Path left = Files.writeString(mine.resolve(".x_relmat.tsv.1-2.part"), "half");
    Path list = Files.createDirectories(dir.resolve("out/parcellation"));
    Path other = Files.writeString(list.resolve(".manifest_1o7.tsv.1-2.part"), "of another call");
    Path own = Files.writeString(list.resolve(".manifest_02.tsv.1-2.part"), "half");
    String[] words = {
      dir.resolve("bids").toString(),
      dir.resolve("out").toString(),
      "participant",
      "--labels",
      dir.resolve("four.nii").toString()
    };
    PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8);
    assertEquals(0, BidsApp.run(to, new LocalWork(2, "test"), Progress.NONE, words), said());
    assertFalse(Files.exists(left));
    assertFalse(Files.exists(own));
    assertTrue(Files.exists(other));
  }
}
