package org.braindyn.command.models;

import java.util.List;
import java.util.Map;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.bridge.ListedChoices;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.people.TrainOptions;
import org.scijava.plugin.Parameter;

/** What a command asks about the kind of model it trains: settings that several kinds share. */
abstract class KindCommand extends BrainDynCommand implements ListedChoices {
  @Parameter(persist = false, min = "1", description = "passes over the training windows")
  private int epochs = 30;

  @Parameter(persist = false, min = "1", description = "windows per step")
  private int batch = 16;

  @Parameter(persist = false, min = "1e-7", max = "1", description = "learning rate")
  private double rate = 1e-3;

  @Parameter(persist = false, min = "1", max = "1024", description = "size of a region's stalk (H)")
  private int hidden = 16;

  @Parameter(persist = false, min = "2", max = "1024", description = "size of its maps (M)")
  private int maps = 16;

  @Parameter(
      choices = {"rk4", "midpoint", "euler"},
      persist = false,
      description = "ODE solver")
  private String method = "rk4";

  @Parameter(
      persist = false,
      required = false,
      description = "what else the variant asks, e.g. order=2; see the docs of variants")
  private String further = "";

  final Map<String, Object> fields() {
    return Map.of(
        "epochs", epochs, "batch", batch, "rate", rate, "hidden", hidden, "maps", maps, "method",
        method);
  }

  /** Settings of a kind, as the dialog says. */
  protected final KindSettings settings(ModelKind kind, long seed) {
    Map<String, Object> presets =
        new KindCommand() {
          @Override
          protected void execute() {}
        }.fields();
    return TrainOptions.of(kind, fields(), presets, further, seed);
  }

  @Override
  public List<String> choices(String parameter) {
    return parameter.equals("variant") ? ModelKinds.names() : List.of();
  }
}
