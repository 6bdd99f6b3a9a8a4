package org.braindyn.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.models.RecordingHash;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;

/** What the file of a model says about the people and the training it comes from. */
final class PeopleRecipe {
  private PeopleRecipe() {}

  /** Everything that a model file tells. */
  static ModelInfo info(PeopleModel kind, PeopleTask task, TrainedPeople model) {
    DataSet data = task.data();
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("model", kind.word());
    recipe.put("split", "by person");
    recipe.put("train", persons(data, task.split().train()));
    recipe.put("validation", persons(data, task.split().validation()));
    recipe.put("test", persons(data, task.split().test()));
    recipe.put("stride", task.plan().stride());
    recipe.put("epochs", model.settings().epochs());
    recipe.put("batch", model.settings().batch());
    recipe.put("learning_rate", model.settings().learningRate());
    recipe.put("weight_decay", model.settings().weightDecay());
    recipe.put("best_epoch", model.results().stream().map(TrainingResult::bestEpoch).toList());
    recipe.put("validation_mse", model.results().stream().map(TrainingResult::bestLoss).toList());
    recipe.put("stopped_by_user", model.cancelled());
    Map<String, String> hashes = new LinkedHashMap<>();
    for (List<Integer> part : List.of(task.split().train(), task.split().validation())) {
      part.forEach(i -> hashes.put(name(data, i), RecordingHash.of(data.recordings().get(i))));
    }
    return new ModelInfo(
        data.regions(),
        data.interval(),
        "context",
        task.plan().seed().value(),
        TrainSignals.version(),
        hashes,
        recipe);
  }

  private static List<String> persons(DataSet data, List<Integer> who) {
    return who.stream().map(data.persons()::get).distinct().toList();
  }

  /**
   * Person, session, run and file name: no folder of somebody's computer goes into a model file.
   */
  private static String name(DataSet data, int i) {
    DataSetEntry e = data.entries().get(i);
    return Stream.of(e.person(), e.session(), e.run(), String.valueOf(e.file().getFileName()))
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
