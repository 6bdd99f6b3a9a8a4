package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Persistence;
import org.braindyn.forecast.Zero;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.models.SampleModels;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final ModelKind KIND = ModelKinds.named("released");
  private static final WindowSet TEST =
      WindowSet.of(List.of(SampleModels.recording(1, 60)), 12, 3, 1);

  @Test
  void theBestBaselineIsNamedWithBothErrors() {
    Scores zero = score(named("zero", new Zero())).asBaseline();
    Scores persistence = score(named("persistence", new Persistence())).asBaseline();
    double better = Math.min(zero.all().mse(), persistence.all().mse());
    String best = zero.all().mse() == better ? "zero" : "persistence";
    boolean calm = best.equals("zero");
    Scores model = score(named("BrainDyn", calm ? new Persistence() : new Zero()));
    Scores good = score(named("BrainDyn", calm ? new Zero() : new Persistence()));

    String loses = Verdict.of(List.of(model, zero, persistence), KIND);
    assertTrue(loses.startsWith("Note: it forecasts"), loses);
    assertTrue(loses.contains(String.format("%.3f of %s", better, best)), loses);
    assertTrue(loses.contains("linear skip"), loses);
    assertTrue(
        Verdict.of(List.of(good, calm ? persistence : zero), KIND).startsWith("It forecasts"));
    assertEquals("", Verdict.of(List.of(zero, persistence), KIND));
  }

  private static Scores score(Forecaster forecaster) {
    return Evaluation.of(forecaster, TEST, Progress.NONE);
  }

  private static Forecaster named(String name, Forecaster inner) {
    return new Forecaster() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
        return inner.forecast(context, horizon, progress);
      }
    };
  }
}
