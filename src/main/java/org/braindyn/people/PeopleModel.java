package org.braindyn.people;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ModelSettingsBuilder;
import org.braindyn.model.parameter.Variant;
import org.braindyn.training.residual.SkipTraining;

/** The kinds of model that learn from many people. */
public enum PeopleModel {
  /** BrainDyn for what a linear forecast leaves over: the best one on resting fMRI. */
  LINEAR_SKIP("linear skip", SkipTraining.NAME),
  /** BrainDyn as its authors released it. */
  RELEASED("released", "BrainDyn released"),
  /** BrainDyn with messages at every stage of the solver. */
  CONTINUOUS("continuous", "BrainDyn continuous"),
  /** Ablation: a graph convolution in place of the sheaf. */
  GRAPH_CONVOLUTION("graph convolution", "BrainDyn, graph convolution"),
  /** Ablation: no messages, every region for itself. */
  NO_GRAPH("no graph", "LSTM without graph"),
  /** Ablation: the last sample in place of the context. */
  LAST_VALUE("last value", "BrainDyn, last value only");

  private final String word;
  private final String title;

  PeopleModel(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** The model by the word that dialogs and macros use. */
  public static PeopleModel of(String word) {
    return Arrays.stream(values())
        .filter(m -> m.word.equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "There is no model \""
                        + word
                        + "\". Choose from: "
                        + String.join(", ", Arrays.stream(values()).map(PeopleModel::word).toList())
                        + "."));
  }

  /** The word that dialogs and macros use. */
  public String word() {
    return word;
  }

  /** Name in tables. */
  public String title() {
    return title;
  }

  /** Settings of the model; not for the one beside a linear skip. */
  ModelSettings settings(int regions, int context, int horizon) {
    ModelSettingsBuilder settings =
        ModelSettings.builder(regions).context(context).horizon(horizon);
    return switch (this) {
      case CONTINUOUS -> settings.variant(Variant.CONTINUOUS).build();
      case GRAPH_CONVOLUTION -> settings.coupling(Coupling.GRAPH_CONVOLUTION).build();
      case NO_GRAPH -> settings.coupling(Coupling.NONE).build();
      case LAST_VALUE -> settings.history(History.LAST_VALUE).build();
      default -> settings.build();
    };
  }
}
