package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.api.Model;
import org.braindyn.api.Signals;
import org.braindyn.command.models.AdaptToRecording;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.Train;
import org.braindyn.command.models.TrainAcrossPeople;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.SampleModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** A group's model made one's own, through the command. */
class AdaptCommandTest {
  @TempDir static Path folder;
  private static File group;

  @BeforeAll
  static void trainTheGroup() throws Throwable {
    Path data = Files.createDirectory(folder.resolve("people"));
    for (int p = 0; p < 8; p++) {
      TimeSeriesWriter.write(data.resolve("sub-" + p + ".csv"), SampleModels.recording(p, 150), 0);
    }
    group = train(data.toFile(), "auto");
  }

  private static File train(File data, String variant) throws Throwable {
    File model = folder.resolve(variant + ".npz").toFile();
    Object[] how = {
      "data",
      data,
      "variant",
      variant,
      "model",
      model,
      "context",
      12,
      "horizon",
      3,
      "stride",
      2,
      "interval",
      SampleModels.INTERVAL
    };
    run(TrainAcrossPeople.class, how);
    return model;
  }

  /** Regions that drive one another the other way round, strongly, up to a frame. */
  private static RegionSignals unlike(int frames, int until) {
    Seed.Stream random = Seed.of(77).stream("unlike");
    double[][] x = new double[4][frames];
    for (int t = 1; t < frames; t++) {
      for (int n = 0; n < 4; n++) {
        double next = x[(n + 1) % 4][t - 1];
        double before = x[(n + 3) % 4][t - 1];
        x[n][t] =
            (t < until ? -0.9 * before : 0.5 * x[n][t - 1] + 0.2 * next) + 3 * random.gaussian();
      }
    }
    return new RegionSignals(SampleModels.REGIONS, x, SampleModels.INTERVAL, "somebody");
  }

  private static ImagePlus image(RegionSignals signals) {
    return SignalsImage.image(signals, "somebody");
  }

  private static Object[] with(Object signals, File model, File personal) {
    return new Object[] {"signals", signals, "model", model, "personal", personal};
  }

  private static double[] errors(CommandModule made) {
    ResultsTable table = (ResultsTable) made.getOutput("table");
    assertEquals("group", table.getStringValue("Model", 0));
    return table.getColumn("MSE");
  }

  @Test
  void aPersonUnlikeTheGroupGainsAndTheFileIsAModelLikeAnyOther() throws Throwable {
    File personal = folder.resolve("personal.npz").toFile();
    CommandModule made =
        run(AdaptToRecording.class, with(image(unlike(400, 400)), group, personal));
    double[] mse = errors(made);
    assertTrue(mse[1] < 0.9 * mse[0], mse[1] + " is not clearly below " + mse[0]);
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.contains("Pooling with weight"), notes);
    assertTrue(notes.contains("better on the last fifth of somebody"), notes);
    assertTrue(notes.contains("The group's intervals are kept"), notes);
    try (TrainedModel read = ModelKinds.read(personal)) {
      assertEquals("direct ridge", read.kind().name());
      assertTrue(read.intervals().isPresent());
      assertTrue(read.sums().isPresent(), "a further recording can be added");
      assertTrue(read.notes().get(0).contains("Pooling with weight"), read.notes().toString());
    }
    String told =
        (String)
            run(Forecast.class, "signals", image(unlike(400, 400)), "model", personal)
                .getOutput("notes");
    assertTrue(told.contains("It was trained on this recording."), told);
    refuses(
        "is among the recordings that trained the model",
        AdaptToRecording.class,
        with(image(unlike(400, 400)), personal, folder.resolve("twice.npz").toFile()));
  }

  /** The Java API makes the same file, and its forecast has the intervals of the table. */
  @Test
  void theApiMakesTheSameFile() throws Throwable {
    File personal = folder.resolve("by_command.npz").toFile();
    run(AdaptToRecording.class, with(image(unlike(400, 400)), group, personal));
    File other = folder.resolve("by_api.npz").toFile();
    RegionSignals own = SignalsImage.signals(image(unlike(400, 400)));
    Signals signals =
        Signals.of(own.values(), own.interval(), own.regions().names().toArray(new String[0]));
    Model pooled = Model.read(group.toString()).adapt(signals);
    pooled.write(other.toString());
    try (TrainedModel a = ModelKinds.read(personal);
        TrainedModel b = ModelKinds.read(other)) {
      for (String name : a.arrays().keySet()) {
        assertArrayEquals(a.arrays().get(name).numbers(), b.arrays().get(name).numbers(), name);
      }
    }
    var ahead = pooled.forecast(signals, 3);
    assertTrue(ahead.low(0.9)[1][2] < ahead.low(0.5)[1][2]);
    assertTrue(ahead.high(0.5)[1][2] < ahead.high(0.9)[1][2]);
    assertThrows(BadInput.class, () -> ahead.low(0.95));
  }

  @Test
  void regionsInAnotherOrderAreTheSamePerson() throws Throwable {
    RegionSignals own = unlike(400, 400);
    RegionSignals turned =
        new RegionSignals(
            new Regions(
                List.of(
                    own.regions().get(2),
                    own.regions().get(0),
                    own.regions().get(3),
                    own.regions().get(1))),
            new double[][] {own.values()[2], own.values()[0], own.values()[3], own.values()[1]},
            own.interval(),
            own.source());
    File one = folder.resolve("one.npz").toFile();
    File other = folder.resolve("other.npz").toFile();
    double[] a = errors(run(AdaptToRecording.class, with(image(own), group, one)));
    double[] b = errors(run(AdaptToRecording.class, with(image(turned), group, other)));
    assertEquals(a[1], b[1]);
    assertEquals(-1, Files.mismatch(one.toPath(), other.toPath()));
  }

  /** The last fifth is like the group; what came before taught something else. */
  @Test
  void theGroupsModelIsKeptWherePoolingDoesNotHelp() throws Throwable {
    File personal = folder.resolve("kept.npz").toFile();
    CommandModule made =
        run(AdaptToRecording.class, with(image(unlike(400, 320)), group, personal));
    double[] mse = errors(made);
    assertTrue(mse[1] >= mse[0], mse[1] + " is below " + mse[0]);
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.contains("does not help"), notes);
    assertTrue(notes.contains("The group's model is kept"), notes);
    assertEquals(-1, Files.mismatch(group.toPath(), personal.toPath()));
  }

  @Test
  void whatCannotBeUsedIsRefusedAndNothingIsWritten() throws Throwable {
    File personal = folder.resolve("refused.npz").toFile();
    RegionSignals own = unlike(400, 400);
    RegionSignals renamed =
        new RegionSignals(
            Regions.named(List.of("A_L", "A_R", "C_L", "C_R")), own.values(), 2, "somebody");
    refuses(
        List.of("has no signal for 2 of the 4 regions", "B_L, B_R", "same parcellation"),
        AdaptToRecording.class,
        with(image(renamed), group, personal));
    RegionSignals slower = new RegionSignals(own.regions(), own.values(), 3, "somebody");
    refuses(
        List.of("every 2.000 s", "every 3.000 s"),
        AdaptToRecording.class,
        with(image(slower), group, personal));
    refuses(
        List.of("13 frames", "12 + 3"),
        AdaptToRecording.class,
        with(image(unlike(13, 13)), group, personal));
    refuses(
        List.of("16 frames: 10 to pool", "longer recording"),
        AdaptToRecording.class,
        with(image(unlike(16, 16)), group, personal));
    own.values()[2][7] = Double.NaN;
    refuses("B_L", AdaptToRecording.class, with(image(own), group, personal));
    refuses("signals is missing", AdaptToRecording.class, with(null, group, personal));
    refuses("Choose another file", AdaptToRecording.class, with(image(own), group, group));
    refuses(
        "weight=-1",
        AdaptToRecording.class,
        "signals",
        image(unlike(400, 400)),
        "model",
        group,
        "personal",
        personal,
        "weight",
        -1.0);
    assertFalse(personal.exists());
  }

  @Test
  void aModelWithoutSumsSaysWhatToDo() throws Throwable {
    File model = train(folder.resolve("people").toFile(), "VAR on windows");
    refuses(
        List.of("keeps no sums", "variant=auto"),
        AdaptToRecording.class,
        with(image(unlike(400, 400)), model, folder.resolve("none.npz").toFile()));
  }

  @Test
  void trainingOnOneShortRecordingOffersTheGroup() throws Throwable {
    Object[] how = {
      "signals",
      image(unlike(200, 200)),
      "variant",
      "VAR on windows",
      "model",
      folder.resolve("short.npz").toFile(),
      "context",
      12,
      "horizon",
      3
    };
    String notes = (String) run(Train.class, how).getOutput("notes");
    assertTrue(notes.contains("120 frames of one recording teach little"), notes);
    assertTrue(notes.contains("BrainDyn Adapt to Recording..."), notes);
  }

  /** A_L is forecast as A_R and so on; the file is a model of the recording's regions. */
  @Test
  void aModelIsCarriedToTheOtherHemisphere() throws Throwable {
    File personal = folder.resolve("mirrored.npz").toFile();
    CommandModule made =
        run(
            AdaptToRecording.class,
            "signals",
            image(SampleModels.recording(50, 300)),
            "model",
            group,
            "transfer",
            "homologues",
            "personal",
            personal);
    ResultsTable table = (ResultsTable) made.getOutput("table");
    assertEquals("carried", table.getStringValue("Model", 0));
    String notes = (String) made.getOutput("notes");
    assertTrue(
        notes.contains("4 of 4 regions are forecast as their mirror images in the other"), notes);
    try (TrainedModel read = ModelKinds.read(personal)) {
      assertEquals("direct ridge", read.kind().name());
      assertEquals(SampleModels.REGIONS.names(), read.provenance().data().regions().names());
    }
    run(
        Forecast.class,
        "signals",
        image(SampleModels.recording(51, 100)),
        "model",
        personal,
        "horizon",
        5);
    Model model = Model.read(group.getPath());
    Signals own = Signals.of(SampleModels.recording(50, 300));
    assertTrue(model.carry(own, null, null).notes().toString().contains("mirror images"));
    model.close();
  }

  @Test
  void whatCarryingDoesNotKnowIsRefused() {
    Object signals = image(SampleModels.recording(50, 300));
    File personal = folder.resolve("never.npz").toFile();
    Object[] base = {"signals", signals, "model", group, "personal", personal};
    refuses(
        "from is missing",
        AdaptToRecording.class,
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(base),
                java.util.stream.Stream.of("transfer", "atlas overlap"))
            .toArray());
    refuses(
        "weight=4.0 cannot be given with transfer=",
        AdaptToRecording.class,
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(base),
                java.util.stream.Stream.of("transfer", "homologues", "weight", 4))
            .toArray());
    assertFalse(personal.exists());
  }
}
