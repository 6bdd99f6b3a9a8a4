package org.braindyn.command.figures;

import java.io.File;
import java.util.List;
import org.braindyn.api.AskSettings;
import org.braindyn.api.Model;
import org.braindyn.api.Perturbation;
import org.braindyn.api.Report;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;

/**
 * What a report tells of a model: its worth on the last fifth, and answers.
 *
 * @param file the model
 * @param region to stimulate; empty for the hub, "none" for no stimulation
 * @param size of the stimulation in sd
 * @param horizon frames to follow
 * @param surrogates refitted models for p and q
 * @param connectivity whether to tell who drives whom
 */
record ReportModel(
    File file, String region, double size, int horizon, int surrogates, boolean connectivity) {
  private static final double TESTED = 0.2;
  private static final int LINK_FRAMES = 3;
  private static final double IMPULSE = 0.5;

  void tell(Report report, Signals signals, Progress progress) {
    try (Model model = Model.read(file.getPath())) {
      try {
        report.model(model, model.evaluate(signals.holdOut(TESTED).test(), progress.part(0, 0.3)));
      } catch (BadInput e) {
        report.untested(model, e.getMessage());
      }
      if (!region.trim().equalsIgnoreCase("none")) {
        AskSettings ask = new AskSettings(horizon, surrogates, progress.part(0.3, 0.7));
        Perturbation what = Perturbation.of("step", region.trim()).size(size);
        report.effect(model.perturb(List.of(signals), what.plan(model, signals), ask));
      }
      if (connectivity) {
        AskSettings ask = new AskSettings(LINK_FRAMES, surrogates, progress.part(0.7, 1));
        report.connectivity(model.connectivity(signals, IMPULSE, ask));
      }
    }
  }
}
