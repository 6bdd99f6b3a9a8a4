package org.braindyn.command.models;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.fiji.bridge.ListedChoices;
import org.braindyn.kind.ModelKind;
import org.braindyn.people.ConditionStudy;
import org.braindyn.people.PeopleData;
import org.braindyn.people.PeopleFold;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleStudy;
import org.braindyn.people.TestedModel;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Many people: train on some, test on others, every model and baseline in one table. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Evaluate",
    description = "Train on some people, test on others: errors of all models with intervals",
    attrs = @Attr(name = "no-legacy"))
public class Evaluate extends StudyOutputs implements ListedChoices {
  @Parameter(
      persist = false,
      choices = {"one split", "folds", "sites", "conditions"},
      description = "people once, by folds, by sites, or conditions of one brain (ZAPBench)")
  private String design = "one split";

  @Parameter(persist = false, min = "3", max = "1000", description = "number of folds")
  private int folds = 5;

  @Parameter(
      persist = false,
      required = false,
      description = "of design=conditions: the recording that nobody trains on; empty = none")
  private String holdout = "";

  @Parameter(
      persist = false,
      description = "all = beside a linear skip, as released, and an LSTM without graph")
  private String models = "all";

  @Parameter(persist = false, min = "0", description = "epochs of all but the linear skip, 0 = 30")
  private int epochs = 0;

  @Parameter(persist = false, required = false, description = "a trained model to test beside them")
  private File model;

  @Parameter(persist = false, description = "also let every model run freely: FC and spectra")
  private boolean generate;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image of the regions: paints their errors on the brain")
  private ImagePlus labels;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for tables, pictures and models; empty = none")
  private File output;

  @Override
  public List<String> choices(String parameter) {
    return parameter.equals("models") ? PeoplePlan.words() : List.of();
  }

  @Override
  protected void execute() {
    PeoplePlan plan = plan().withEpochs(epochs);
    Path folder = path(output);
    boolean conditions = design.equals("conditions");
    if (conditions) {
      ConditionStudy.alone(split(), train(), model);
    } else if (!holdout.isBlank()) {
      throw new BadInput("holdout=" + holdout + " is of design=conditions. Choose that, or none.");
    }
    try (PeopleData people = conditions ? recordings() : people();
        TestedModel tested = TestedModel.open(model, people.set(), plan.context())) {
      String said = String.join("\n", people.notes());
      if (conditions) {
        List<ModelKind> kinds = PeoplePlan.kinds(models);
        Progress rest = progress().part(0.1, 1);
        show(ConditionStudy.run(people.set(), holdout, kinds, plan.seed(), rest), folder, said);
        return;
      }
      ErrorMap.check(people.set().regions(), labels);
      List<PeopleFold> parts =
          PeopleFold.of(design, people.set(), split(), train(), validation(), folds, plan.seed());
      PeopleStudy.Work work =
          new PeopleStudy.Work(PeoplePlan.kinds(models), tested, generate, new LiveLoss(), folder);
      PeopleStudy study = PeopleStudy.run(people.set(), parts, plan, work, progress().part(0.1, 1));
      StudyPictures pictures = new StudyPictures(study, labels);
      pictures.write(folder, plan.seed());
      show(study, pictures, plan.seed(), said + TestedModel.warning(tested, study));
    }
  }
}
