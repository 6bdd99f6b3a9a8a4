package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.api.cohort.Answer;
import org.braindyn.api.cohort.Cohort;
import org.braindyn.api.cohort.CohortSettings;
import org.braindyn.cohort.SimulatedPeople;
import org.braindyn.command.cohort.CompareGroups;
import org.braindyn.command.cohort.Embed;
import org.braindyn.command.cohort.PredictVariable;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** Embed, Predict Variable and Compare Groups on files: results, files written, refusals. */
class CohortCommandsTest {
  private static final int PEOPLE = 24;

  @TempDir Path folder;

  private Path recordings;
  private File manifest;

  @BeforeEach
  void write() throws Exception {
    recordings = Files.createDirectories(folder.resolve("recordings"));
    SimulatedPeople simulated = new SimulatedPeople(8, 120, 0.6, Seed.of(1));
    Seed.Stream random = Seed.of(2).stream("traits");
    List<String> lines = new ArrayList<>(List.of("person\tfile\tscore\tgroup\tsite"));
    List<String> known = new ArrayList<>(List.of("participant_id\theight"));
    for (int p = 0; p < PEOPLE; p++) {
      double trait = random.gaussian();
      RegionSignals run = simulated.run(p, 0, trait);
      TimeSeriesWriter.write(recordings.resolve("sub-" + p + ".csv"), run);
      lines.add(
          String.join(
              "\t",
              "sub-" + p,
              "sub-" + p + ".csv",
              Double.toString(trait),
              trait > 0 ? "high" : "low",
              p % 2 == 0 ? "north" : "south"));
      known.add("sub-" + p + "\t" + trait);
    }
    manifest = Files.write(recordings.resolve("manifest.tsv"), lines).toFile();
    Files.write(folder.resolve("participants.tsv"), known);
  }

  private String csv(Path out, String name) throws Exception {
    return Files.readString(out.resolve(name));
  }

  @Test
  void embedsAndRecognises() throws Throwable {
    Path out = folder.resolve("embedded");
    CommandModule made =
        run(Embed.class, "data", manifest, "colour", "site", "output", out.toFile());
    ResultsTable table = (ResultsTable) made.getOutput("table");
    assertEquals(PEOPLE, table.size());
    ResultsTable recognised = (ResultsTable) made.getOutput("recognised");
    assertEquals("functional connectivity", recognised.getStringValue("Features", 0));
    assertTrue(recognised.getValue("Identified", 0) > 0.5, "fingerprints of 0.6");
    assertTrue(csv(out, "functional_connectivity.csv").contains("Region 1 - Region 2"));
    assertTrue(Files.size(out.resolve("functional_connectivity.png")) > 1000);
    refuses("no column \"taste\"", Embed.class, "data", manifest, "colour", "taste");
  }

  @Test
  void predictsFromAFolderAndParticipants() throws Throwable {
    Path out = folder.resolve("predicted");
    CommandModule made =
        run(
            PredictVariable.class,
            "data",
            recordings.toFile(),
            "pattern",
            "sub-*",
            "interval",
            2.0,
            "variable",
            "height",
            "permutations",
            19,
            "output",
            out.toFile());
    ResultsTable table = (ResultsTable) made.getOutput("table");
    assertEquals("covariates only (none are known)", table.getStringValue("Features", 0));
    assertEquals("functional connectivity", table.getStringValue("Features", 1));
    assertEquals(5, table.size());
    assertEquals(8, ((ResultsTable) made.getOutput("regions")).size());
    assertEquals(PEOPLE + 1, csv(out, "people.csv").lines().count());
    assertTrue(csv(out, "notes.txt").contains("24 people in 10 folds"));
    // The same through the door for scripts.
    Answer answer =
        Cohort.open(List.of(recordings.toString()), "sub-*", 2, Progress.NONE)
            .predict("height", CohortSettings.defaults().permutations(19));
    assertEquals(table.getValue("R2", 1), answer.table().number(1, "R2"), 1e-6);
    assertEquals(table.getValue("p", 2), answer.table().number(2, "p"), 1e-6);
  }

  @Test
  void comparesGroupsOfAColumnAndOfTwoFolders() throws Throwable {
    Path out = folder.resolve("compared");
    CommandModule made =
        run(
            CompareGroups.class,
            "data",
            manifest,
            "group",
            "group",
            "permutations",
            100,
            "features",
            "graph measures",
            "output",
            out.toFile());
    assertEquals(28, ((ResultsTable) made.getOutput("table")).size(), "pairs of 8 regions");
    assertEquals(8, ((ImagePlus) made.getOutput("differences")).getWidth());
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.contains("high less low") || notes.contains("low less high"), notes);
    assertTrue(csv(out, "prediction.csv").contains("covariates + graph measures"), "site is known");
    assertTrue(csv(out, "links.csv").startsWith("Region A,Region B,Network,Difference (z),t,p"));
    // The same files as two folders, whose recordings differ in length: site, not group.
    Path other = Files.createDirectories(folder.resolve("other"));
    SimulatedPeople simulated = new SimulatedPeople(8, 60, 0.6, Seed.of(9));
    for (int p = 0; p < 6; p++) {
      TimeSeriesWriter.write(other.resolve("sub-x" + p + ".csv"), simulated.run(p, 0, 0));
    }
    CommandModule two =
        run(
            CompareGroups.class,
            "data",
            recordings.toFile(),
            "pattern",
            "sub-*",
            "other",
            other.toFile(),
            "permutations",
            20,
            "features",
            "graph measures");
    assertTrue(((String) two.getOutput("notes")).startsWith("Site, not group"));
  }

  @Test
  void aMaskedModelsEmbeddingStandsBeside() throws Throwable {
    Path file = folder.resolve("masked.npz");
    train("masked", "epochs=1; width=8; depth=1; windows=8", 8, file);
    CommandModule made =
        run(Embed.class, "data", manifest, "features", "graph measures", "model", file.toFile());
    ResultsTable recognised = (ResultsTable) made.getOutput("recognised");
    assertEquals(3, recognised.size());
    assertEquals("embedding", recognised.getStringValue("Features", 2));
    assertEquals(8, recognised.getValue("Numbers", 2), 0);
    Object[] tuned = {
      "data",
      manifest,
      "variable",
      "group",
      "features",
      "graph measures",
      "permutations",
      0,
      "model",
      file.toFile(),
      "finetune",
      true,
      "epochs",
      2
    };
    CommandModule foretold = run(PredictVariable.class, tuned);
    ResultsTable rows = (ResultsTable) foretold.getOutput("table");
    assertEquals(5, rows.size());
    assertEquals("covariates + fine-tuned masked model", rows.getStringValue("Features", 4));
    assertTrue(rows.getValue("AUROC", 4) > 0.2, "a number");
    String notes = (String) foretold.getOutput("notes");
    assertTrue(notes.contains("passes in each fold"), notes);
    refuses(
        "finetune needs model",
        PredictVariable.class,
        "data",
        manifest,
        "variable",
        "group",
        "finetune",
        true);
    Path smaller = folder.resolve("smaller.npz");
    train("masked", "epochs=1; width=8; depth=1; windows=8", 6, smaller);
    refuses("regions", Embed.class, "data", manifest, "model", smaller.toFile());
    Path other = folder.resolve("other.npz");
    train("VAR on windows", "", 8, other);
    refuses("cannot put a recording", Embed.class, "data", manifest, "model", other.toFile());
  }

  private static void train(String kind, String settings, int regions, Path file) {
    SimulatedPeople simulated = new SimulatedPeople(regions, 90, 0.6, Seed.of(1));
    ModelKind known = ModelKinds.named(kind);
    TrainingSplit split =
        TrainingSplit.all(List.of(simulated.run(0, 0, 0), simulated.run(1, 0, 0)), 12, 6);
    try (TrainedModel model =
        known.train(
            split, null, known.defaults().with(settings), TrainingWatch.of(Progress.NONE))) {
      model.write(file);
    }
  }

  @Test
  void saysWhatIsWrong() throws Throwable {
    refuses("data is missing", PredictVariable.class, "variable", "score");
    refuses("Which column", CompareGroups.class, "data", manifest);
    refuses(
        "features=colour",
        PredictVariable.class,
        "data",
        manifest,
        "variable",
        "score",
        "features",
        "colour");
    Path one = Files.createDirectories(folder.resolve("one"));
    Files.copy(recordings.resolve("sub-1.csv"), one.resolve("sub-1.csv"));
    refuses("one person only", Embed.class, "data", one.toFile(), "interval", 2.0);
    List<String> lines = new ArrayList<>(Files.readAllLines(manifest.toPath()));
    lines.set(2, lines.get(2).replaceFirst("^sub-1", "sub-0"));
    Files.write(manifest.toPath(), lines);
    refuses(
        List.of("sub-0", "north and south", "two names"),
        PredictVariable.class,
        "data",
        manifest,
        "variable",
        "score");
  }
}
