package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.command.figures.WriteReport;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.models.Train;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.command.samples.MakeSample;
import org.braindyn.fiji.session.SessionLog;
import org.braindyn.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** A report from the commands that led to it. */
class ReportCommandTest {
  @TempDir Path folder;

  @AfterEach
  void forget() {
    Session.clear();
  }

  private static CommandModule logged(CommandModule module) {
    SessionLog.done(module);
    return module;
  }

  @Test
  void fromTheSampleToThePage() throws Throwable {
    CommandModule sample = logged(run(MakeSample.class, "regions", 6, "frames", 120, "seed", 2L));
    ImagePlus scan = (ImagePlus) sample.getOutput("scan");
    ImagePlus labels = (ImagePlus) sample.getOutput("labels");
    ImagePlus signals =
        (ImagePlus)
            logged(run(Parcellate.class, "scan", scan, "labels", labels)).getOutput("signals");
    ImagePlus graph =
        (ImagePlus)
            logged(run(BuildGraph.class, "signals", signals, "threshold", 0.2)).getOutput("graph");
    File model = folder.resolve("m.npz").toFile();
    logged(
        run(
            Train.class,
            "signals",
            signals,
            "variant",
            "VAR on windows",
            "context",
            10,
            "horizon",
            2,
            "model",
            model));
    Path file = folder.resolve("report.html");
    run(
        WriteReport.class,
        "signals",
        signals,
        "labels",
        labels,
        "scan",
        scan,
        "graph",
        graph,
        "model",
        model,
        "region",
        "L-Frontal-1",
        "horizon",
        5,
        "connectivity",
        true,
        "title",
        "A study",
        "file",
        file.toFile());
    String html = Files.readString(file);
    assertTrue(html.contains("<h1>A study</h1>"));
    assertTrue(html.contains("damped persistence"), "baselines");
    assertTrue(html.contains("BrainDyn Make Sample"), "the first line of the macro");
    assertTrue(html.contains("&quot;BrainDyn Train...&quot;"), "its last line");
    assertTrue(html.contains("Effective connectivity"));
    assertEquals(8, html.split("<svg ", -1).length - 1, "pictures");
  }

  @Test
  void refusals() throws Throwable {
    ImagePlus sample =
        (ImagePlus) run(MakeSample.class, "regions", 6, "frames", 60).getOutput("labels");
    refuses("region x time", WriteReport.class, "signals", sample);
  }
}
