package org.braindyn.command.models;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.Tables;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.people.ConditionStudy;
import org.braindyn.people.PeopleStudy;
import org.braindyn.people.StudyTables;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** What an evaluation shows: errors of all models, by person and by step, pictures and notes. */
abstract class StudyOutputs extends PeopleCommand {
  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Error by person")
  private ResultsTable persons;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot steps;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot example;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot spectra;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  final void show(PeopleStudy study, StudyPictures pictures, Seed seed, String said) {
    table = Tables.of(StudyTables.overview(study.scores(), seed));
    persons = Tables.of(StudyTables.people(study));
    steps = StepPlot.of(study.scores());
    example = pictures.example();
    spectra = pictures.spectra();
    map = pictures.map();
    notes = said;
    notes = reported(said, study.scores());
  }

  /**
   * @param folder where the table goes, too; null for nowhere
   */
  final void show(ConditionStudy study, Path folder, String said) {
    table = Tables.of(study.table());
    notes = said;
    notes = reported(said);
    if (folder != null) {
      try {
        Files.createDirectories(folder);
        TimeSeriesWriter.write(folder.resolve("conditions.csv"), study.table());
      } catch (IOException e) {
        throw new BadInput("output=" + folder + " cannot be written: " + Reason.of(e), e);
      }
    }
  }
}
