package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.braindyn.api.Inside;
import org.braindyn.api.Plan;
import org.braindyn.command.files.ImageFiles;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.fiji.pictures.PlanPlot;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.TrainedModel;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.planning.PlanStimulation;
import org.braindyn.planning.SiteRow;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.PerturbSignals;

/** A plan as tables, pictures and files. */
final class PlanShown {
  private final PlanStimulation plan;
  private final ModelRecordings recordings;
  private final TrainedModel model;
  private final ImagePlus labels;

  PlanShown(Plan plan, TrainedModel model, ModelRecordings recordings, ImagePlus labels) {
    this.model = model;
    this.plan = Inside.made(plan);
    this.recordings = recordings;
    this.labels = labels;
  }

  ResultsTable sites() {
    return Tables.of(plan.table());
  }

  ResultsTable waveform() {
    return Tables.of(plan.waveformTable(recordings.interval()));
  }

  /** Worth of every site, painted; null without labels. */
  ImagePlus worth() {
    if (labels == null || !plan.where().areRegions()) {
      return null;
    }
    double[][] values = new double[plan.regions().size()][1];
    Arrays.stream(values).forEach(row -> row[0] = Double.NaN);
    for (SiteRow site : plan.sites()) {
      values[site.row()][0] = site.worth();
    }
    RegionSignals painted =
        new RegionSignals(plan.regions(), values, recordings.interval(), "worth of sites");
    return MapImage.showFromZero(
        MapImage.image(
            RegionPainter.paint(LabelImage.atlas(labels), painted, Double.NaN),
            "worth of sites",
            Progress.NONE));
  }

  EffectMaps foretold() {
    return new EffectMaps(
        plan.foretold(),
        PerturbSignals.summaries(plan.foretold(), model, recordings, 0, Progress.NONE),
        PerturbSignals.mean(plan.foretold(), plan.text()),
        null,
        labels);
  }

  /** Strengths and what the targets would do; null if there is no plan. */
  Plot plot() {
    if (!plan.planned()) {
      return null;
    }
    double dt = recordings.interval() > 0 ? recordings.interval() : 1;
    double[][] mean = plan.foretold().mean();
    int[] targets = plan.question().goal().regions();
    int from = plan.question().goal().from();
    return PlanPlot.of(
        new PlanPlot.Lines(plan.where().names(plan.waveform().sites()), plan.waveform().strength()),
        plan.question().limits().blockFrames() * dt,
        new PlanPlot.Lines(
            Arrays.stream(targets).mapToObj(this::name).toList(),
            Arrays.stream(targets).mapToObj(r -> mean[r]).toArray(double[][]::new)),
        Arrays.stream(plan.question().goal().change())
            .mapToDouble(row -> Arrays.stream(row).average().orElse(0))
            .toArray(),
        new double[] {from * dt, (plan.question().goal().end() - 1) * dt},
        dt);
  }

  private String name(int row) {
    return plan.regions().get(row).name();
  }

  /** Writes tables, plan and pictures into a folder, which is made if it is not there. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      TimeSeriesWriter.write(folder.resolve("sites.csv"), plan.table());
      TimeSeriesWriter.write(
          folder.resolve("waveform.csv"), plan.waveformTable(recordings.interval()));
      String text = (plan.text() + "\n\n" + plan.notes() + "\n").stripLeading();
      AtomicFile.write(
          folder.resolve("plan.txt"), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      if (worth() != null) {
        ImageFiles.save(worth(), folder.resolve("worth_map.nii.gz"));
      }
      if (plan.planned()) {
        var picture = plot().getProcessor().convertToColorProcessor();
        AtomicFile.write(folder.resolve("plan.png"), out -> PictureFiles.png(picture, out));
      }
    } catch (IOException e) {
      throw new BadInput("output=" + folder + " cannot be written: " + Reason.of(e), e);
    }
  }
}
