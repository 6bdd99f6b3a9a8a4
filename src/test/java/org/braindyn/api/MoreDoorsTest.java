package org.braindyn.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.command.Commands;
import org.braindyn.command.models.TrainAcrossPeople;
import org.braindyn.command.open.ImportEeg;
import org.braindyn.command.open.ImportSpikes;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.eeg.EegSample;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** People, EEG, spikes, connectomes, gaps and files, beside the commands and known answers. */
class MoreDoorsTest {
  @TempDir Path folder;

  private static Signals recording(long seed, int frames) {
    Seed.Stream random = Seed.of(1).derive("person", (int) seed).stream("recording");
    double[][] values = new double[4][frames];
    for (int t = 1; t < frames; t++) {
      for (int r = 0; r < 4; r++) {
        values[r][t] =
            0.6 * values[r][t - 1] + 0.3 * values[(r + 1) % 4][t - 1] + random.gaussian();
      }
    }
    return Signals.of(values, 2, "A", "B", "C", "D");
  }

  @Test
  void peopleAreTrainedAndTestedAsByTheCommand() throws Throwable {
    Path data = Files.createDirectory(folder.resolve("people"));
    for (int p = 0; p < 8; p++) {
      recording(p, 70).write(data.resolve("sub-0" + p + ".csv").toString());
    }
    File file = folder.resolve("people.npz").toFile();
    CommandModule command =
        Commands.run(
            TrainAcrossPeople.class,
            "data",
            data.toFile(),
            "variant",
            "VAR on windows",
            "context",
            8,
            "horizon",
            3,
            "seed",
            4L,
            "model",
            file);
    TrainSettings settings = TrainSettings.defaults().windows(8, 3, 0).seed(4);
    try (People people = People.open(data.toString());
        Model read = Model.read(file.toString())) {
      HeldOut parts = people.holdOut(4);
      Model own = Model.train("VAR on windows", parts.training(), null, settings);
      Evaluation worth = own.evaluate(parts.test());
      ResultsTable shown = (ResultsTable) command.getOutput("table");
      Table table = worth.intervals(4);
      assertEquals(shown.size(), table.rows().size());
      for (int row = 0; row < shown.size(); row++) {
        assertEquals(shown.getStringValue("Forecaster", row), table.text(row, "Forecaster"));
        for (String column : List.of("MSE", "MSE low", "MSE high", "MAE", "SCC", "DTW")) {
          assertEquals(shown.getValue(column, row), table.number(row, column), 0.0, column);
        }
      }
      assertTrue(((String) command.getOutput("notes")).contains(worth.verdict()), worth.verdict());
      assertEquals(worth.error(), read.evaluate(parts.test()).error(), "the model file");
      for (long seed = 5; seed < 9; seed++) {
        HeldOut others = people.holdOut(seed);
        String said = assertThrows(BadInput.class, () -> own.evaluate(others.test())).getMessage();
        assertTrue(said.contains("other people"), said);
      }
      String said =
          assertThrows(BadInput.class, () -> Graph.correlation(parts.training())).getMessage();
      assertTrue(said.contains("leave the graph out"), said);
      Signals one = recording(3, 70);
      said = assertThrows(BadInput.class, () -> own.evaluate(one.allForTest())).getMessage();
      assertTrue(said.contains("many people"), said);
      Effect effect =
          own.perturb(
              List.of(recording(1, 70), recording(2, 70), recording(5, 70)),
              "step on A size 1",
              AskSettings.follow(4));
      assertTrue(effect.notes().contains("3 people"), effect.notes());
      assertTrue(Double.isFinite(effect.table().number(0, "95 % low")));
    }
  }

  private static void same(CommandModule command, String output, Signals own) {
    double[][] shown = SignalsImage.signals((ImagePlus) command.getOutput(output)).values();
    assertEquals(shown.length, own.regions().size());
    for (int r = 0; r < shown.length; r++) {
      for (int t = 0; t < shown[r].length; t++) {
        assertEquals((float) shown[r][t], (float) own.values()[r][t]);
      }
    }
  }

  @Test
  void eegAndSpikesAsByTheCommands() throws Throwable {
    Path edf = EegSample.write(EegSample.make(20, 100, 1), folder, "eeg");
    CommandModule eeg = Commands.run(ImportEeg.class, "file", edf.toFile(), "reference", "average");
    same(eeg, "signals", Signals.eeg(edf.toString(), EegSettings.defaults().reference("average")));
    Path gdf = Files.writeString(folder.resolve("s.gdf"), "1 10.0\n2 12.5\n1 33.0\n3 95.0\n");
    CommandModule spikes = Commands.run(ImportSpikes.class, "spikes", gdf.toFile());
    same(spikes, "rates", Signals.spikes(gdf.toString(), null, 10));
  }

  @Test
  void aConnectomeIsJoinedByName() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("weights.csv"),
            "source,D,A,B,C\nD,0,0.5,0,0\nA,0,0,0.25,0\nB,0,0,0,0\nC,2,0,0,0\n");
    Graph graph = Graph.connectome(file.toString(), recording(1, 20).regions());
    double[][] expected = {{0, 0.25, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 2}, {0.5, 0, 0, 0}};
    assertEquals(3, graph.edges());
    for (int r = 0; r < 4; r++) {
      assertArrayEquals(expected[r], graph.weights()[r], 0.0);
    }
    for (String name : List.of("g.csv", "g.npy")) {
      graph.write(folder.resolve(name).toString());
    }
    Graph again = Graph.connectome(folder.resolve("g.csv").toString(), recording(1, 20).regions());
    assertArrayEquals(expected[3], again.weights()[3], 0.0);
  }

  @Test
  void gapsAreFilledAndMarked() {
    Signals whole = recording(9, 400);
    double[][] holes = whole.values();
    for (int t = 20; t < 400; t += 9) {
      holes[t % 4][t] = Double.NaN;
    }
    Signals gappy = Signals.of(holes, 2, "A", "B", "C", "D");
    Filled filled = gappy.fillGaps();
    double inside = 0;
    double count = 0;
    for (int r = 0; r < 4; r++) {
      for (int t = 0; t < 400; t++) {
        boolean hole = Double.isNaN(holes[r][t]);
        assertEquals(hole, filled.mask()[r][t]);
        double value = whole.values()[r][t];
        if (hole) {
          count++;
          inside += value >= filled.low(0.9)[r][t] && value <= filled.high(0.9)[r][t] ? 1 : 0;
        } else {
          assertEquals(value, filled.signals().values()[r][t], 1e-12);
        }
      }
    }
    assertTrue(inside / count > 0.75, inside + " of " + count + " in 90 % intervals");
    assertTrue(filled.explained() > 0, "" + filled.explained());
    Filled straight = gappy.fillGaps(FillSettings.defaults().method("time interpolation"));
    assertEquals("time interpolation", straight.method());
    assertEquals(
        (whole.values()[0][19] + whole.values()[0][21]) / 2,
        straight.signals().values()[0][20],
        1e-9,
        "half way between the neighbours");
    Filled helped =
        gappy.fillGaps(
            FillSettings.defaults().group(List.of(recording(10, 300), recording(11, 300))));
    assertEquals("own and group moments", helped.method());
  }

  @Test
  void signalsAreWrittenAndReadAgain() {
    Signals signals = recording(1, 30);
    for (String name : List.of("s.csv", "s.tsv", "s.npz")) {
      String file = folder.resolve(name).toString();
      signals.write(file);
      Signals read = Signals.open(file);
      assertEquals(signals.regions().names(), read.regions().names(), name);
      for (int r = 0; r < 4; r++) {
        assertArrayEquals(signals.values()[r], read.values()[r], 0.0, name);
      }
    }
  }

  @Test
  void progressIsHeard() {
    double[] most = {0};
    Watch watch = Watch.of((share, what) -> most[0] = Math.max(most[0], share));
    Model.train(
            "linear skip",
            recording(1, 120).holdOut(0.2).training(),
            null,
            TrainSettings.defaults().windows(8, 2, 2).with("epochs", 1).watch(watch))
        .close();
    assertTrue(most[0] > 0.5 && most[0] <= 1, "" + most[0]);
    List<String> names = Model.settingsOf("linear skip").stream().map(s -> s.name()).toList();
    assertTrue(names.contains("epochs"), names.toString());
    assertTrue(Model.kinds().contains("linear skip"));
  }
}
