package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.api.Model;
import org.braindyn.api.cohort.NewScanner;
import org.braindyn.api.cohort.ScannerSettings;
import org.braindyn.command.models.TryNewScanner;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.SampleModels;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** New Scanner from a folder of tables. */
class NewScannerCommandTest {
  @TempDir Path folder;

  @Test
  void tellsWhatCarriesOver() throws Throwable {
    ModelKind kind = ModelKinds.named("masked");
    Path file = folder.resolve("masked.npz");
    try (TrainedModel model =
        kind.train(
            TrainingSplit.all(
                List.of(SampleModels.recording(1, 90), SampleModels.recording(2, 90)), 12, 4),
            null,
            KindSettings.defaults(kind).with("epochs=1; width=8; depth=1; windows=16"),
            TrainingWatch.of(Progress.NONE))) {
      model.write(file);
    }
    Path site = Files.createDirectories(folder.resolve("site"));
    for (int p = 5; p < 8; p++) {
      TimeSeriesWriter.write(
          site.resolve("person" + p + ".csv"), SampleModels.recording(p, 100), 0);
    }
    CommandModule made =
        run(TryNewScanner.class, "model", file.toFile(), "data", site.toFile(), "interval", 2.0);
    ResultsTable table = (ResultsTable) made.getOutput("table");
    assertEquals(4 * 6 + 3 + 3, table.size());
    assertTrue(made.getOutput("notes").toString().startsWith("Of 4 kinds of hiding"));
    // The same through the door for scripts.
    try (Model read = Model.read(file.toString())) {
      NewScanner report =
          NewScanner.of(read, site.toString(), ScannerSettings.defaults().interval(2));
      assertEquals(table.getValue("Value", 5), report.table().number(5, "Value"), 1e-9);
      assertEquals(made.getOutput("notes"), String.join("\n", report.notes()));
    }
    refuses(
        "to is missing",
        TryNewScanner.class,
        "model",
        file.toFile(),
        "data",
        site.toFile(),
        "interval",
        2.0,
        "from",
        LabelImage.image(
            new Labels3D(Grid.spaced(2, 1, 1, 1, 1, 1), new int[] {1, 2}, "labels"), null));
    Files.delete(site.resolve("person6.csv"));
    refuses(
        "3 or more",
        TryNewScanner.class,
        "model",
        file.toFile(),
        "data",
        site.toFile(),
        "interval",
        2.0);
  }
}
