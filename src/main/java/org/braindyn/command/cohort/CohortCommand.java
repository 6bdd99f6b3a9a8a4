package org.braindyn.command.cohort;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.CohortReader;
import org.braindyn.cohort.CohortSource;
import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.cohort.features.FeatureSets;
import org.braindyn.cohort.features.ModelEmbedding;
import org.braindyn.command.recordings.BatchReport;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.SignalsFile;
import org.braindyn.people.PeopleSource;
import org.scijava.plugin.Parameter;

/** What every command across people asks. */
abstract class CohortCommand extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      description = "folder of recordings or a manifest (person, file, then any columns)")
  private File data;

  @Parameter(persist = false, description = "which files of a folder, e.g. *_tc.mat")
  private String pattern = "*";

  @Parameter(
      persist = false,
      required = false,
      description = "table of people (participant_id, age ...); empty = participants.tsv if there")
  private File people;

  @Parameter(
      persist = false,
      required = false,
      description = "region names in the order of the rows (table), if the files have none")
  private File names;

  @Parameter(
      persist = false,
      choices = {"auto", "time in rows", "regions in rows"},
      description = "which axis of the files is time; auto = as they say")
  private String orientation = "auto";

  @Parameter(persist = false, min = "0", description = "s between samples, 0 = as the files say")
  private double interval = 0;

  @Parameter(
      persist = false,
      description =
          "all, or of: graph measures, effective connectivity, co-skewness (connectivity always)")
  private String features = "all";

  @Parameter(persist = false, required = false, description = "masked model whose embedding to add")
  private File model;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for all tables and pictures; empty = none")
  private File output;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for a report of each recording and one of all; empty = none")
  private File report;

  @Parameter(persist = false, description = "the same seed gives the same numbers")
  private long seed = 1;

  /**
   * Reads the people.
   *
   * @param other a second folder or manifest, or null
   * @param halves features of half recordings, too
   */
  final Cohort read(File other, boolean halves, Progress progress) {
    return read(other, halves, trained -> (person, recording) -> {}, progress);
  }

  /**
   * Reads the people.
   *
   * @param other a second folder or manifest, or null
   * @param halves features of half recordings, too
   * @param witness from the model, if there is one, who gets every person's recordings
   */
  final Cohort read(
      File other,
      boolean halves,
      Function<TrainedModel, BiConsumer<String, RegionSignals>> witness,
      Progress progress) {
    if (data == null) {
      throw new BadInput("data is missing. Choose a folder of recordings or a manifest.");
    }
    List<PeopleSource> sources = new ArrayList<>(List.of(source(data)));
    if (other != null) {
      sources.add(source(other));
    }
    CohortSource source = new CohortSource(sources, path(people));
    List<FeatureSet> sets = new ArrayList<>(FeatureSets.named(features));
    if (model == null) {
      return CohortReader.read(source, sets, halves, progress);
    }
    try (TrainedModel read = ModelKinds.read(model)) {
      sets.add(new ModelEmbedding(read));
      return CohortReader.read(source, sets, halves, witness.apply(read), progress);
    }
  }

  private PeopleSource source(File of) {
    double seconds = interval > 0 ? interval : Double.NaN;
    return new PeopleSource(
        of.toPath(), pattern, seconds, 0, path(names), null, SignalsFile.orientation(orientation));
  }

  /**
   * Reports of what was found, if they are asked for; outputs are set.
   *
   * @param notes what was found, which the Log shows
   * @return the same, and where the reports are
   */
  final String reported(String notes) {
    return reported(notes, person -> "");
  }

  /**
   * The same, with a sentence on every person.
   *
   * @param own of a person's name; empty for nothing to say
   */
  final String reported(String notes, UnaryOperator<String> own) {
    if (report == null) {
      return notes;
    }
    return notes
        + "\n"
        + BatchReport.write(
            report,
            this,
            source(data),
            (person, page) ->
                page.notes(Stream.of(own.apply(person)).filter(s -> !s.isEmpty()).toList()),
            progress());
  }

  /** True if a model is given. */
  final boolean hasModel() {
    return model != null;
  }

  /** The folder for results, or null. */
  final Path output() {
    return path(output);
  }

  /** The seed that was typed. */
  final Seed seed() {
    return Seed.of(seed);
  }

  private static Path path(File file) {
    return file == null ? null : file.toPath();
  }
}
