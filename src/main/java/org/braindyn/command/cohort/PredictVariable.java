package org.braindyn.command.cohort;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.cohort.predict.Prediction;
import org.braindyn.cohort.predict.PredictionTable;
import org.braindyn.cohort.predict.tuned.TunedPeople;
import org.braindyn.cohort.predict.tuned.Tuning;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.images.Tables;
import org.braindyn.kind.TrainedModel;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A column of a manifest foretold from recordings, beside connectivity and covariates alone. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Predict Variable",
    description = "Foretell age, a score or a group of people left out, beside covariates alone",
    attrs = @Attr(name = "no-legacy"))
public class PredictVariable extends CohortCommand {
  @Parameter(persist = false, description = "column to foretell: age, a score, a group")
  private String variable = "";

  @Parameter(
      persist = false,
      required = false,
      description = "two words of the column, if it has more, e.g. patient,control")
  private String classes = "";

  @Parameter(
      persist = false,
      description = "columns taken out inside the fold; auto = age, sex, motion, site if known")
  private String confounds = "auto";

  @Parameter(persist = false, min = "2", max = "1000", description = "folds of people")
  private int folds = 10;

  @Parameter(persist = false, min = "0", description = "shuffles for p, 0 = none")
  private int permutations = 200;

  @Parameter(persist = false, description = "also fine-tune the model inside every fold (slow)")
  private boolean finetune = false;

  @Parameter(persist = false, min = "0", description = "of finetune: most passes over the people")
  private int epochs = Tuning.usual().epochs();

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image: paints the importance of regions")
  private ImagePlus labels;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Importance of regions")
  private ResultsTable regions;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  private TunedPeople tuned;

  @Override
  protected void execute() {
    CohortOutputs files = new CohortOutputs(output());
    PredictSettings settings =
        new PredictSettings(variable, classes, confounds, folds, permutations, seed());
    if (finetune && !hasModel()) {
      throw new BadInput("finetune needs model: choose the masked model that is to be fine-tuned.");
    }
    Cohort cohort = read(null, false, this::witness, progress().part(0, 0.3));
    CohortOutputs.check(labels, cohort.regions());
    Prediction made =
        org.braindyn.cohort.predict.PredictVariable.run(
            cohort, tuned, settings, progress().part(0.3, 1));
    table = Tables.of(PredictionTable.rows(made));
    regions = Tables.of(PredictionTable.importance(made));
    plot = CalibrationPlot.of(made);
    map = CohortOutputs.map(labels, cohort.regions(), made.importance().value(), "importance");
    files
        .table("prediction.csv", PredictionTable.rows(made))
        .table("people.csv", PredictionTable.people(made))
        .table("importance.csv", PredictionTable.importance(made))
        .plot("calibration.png", plot);
    List<String> said = new ArrayList<>(made.warnings());
    said.addAll(made.notes());
    notes = files.notes(said);
    notes = reported(notes, person -> PredictionTable.sentence(made, person));
  }

  private BiConsumer<String, RegionSignals> witness(TrainedModel trained) {
    if (!finetune) {
      return (person, recording) -> {};
    }
    Tuning usual = Tuning.usual();
    tuned =
        new TunedPeople(trained, new Tuning(usual.all(), epochs, usual.rate(), usual.patience()));
    return tuned::keep;
  }
}
