package org.braindyn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a model refuses, in words that name it. */
class BadInputTest {
  private final BrainGraph graph =
      new BrainGraph(3, new int[] {0, 1, 0}, new int[] {1, 2, 1}, new double[] {1, 1, 1});
  private final ModelSettings settings =
      ModelSettings.builder(3).hidden(2).maps(2).width(3).context(4).horizon(2).build();
  private final BrainDyn model = BrainDyn.create(settings, graph, Seed.of(1));

  @AfterEach
  void close() {
    model.close();
  }

  private static void refused(String said, Executable call) {
    BadInput error = assertThrows(BadInput.class, call);
    assertTrue(error.getMessage().contains(said), error.getMessage());
  }

  @Test
  void contextOfAnotherShape() {
    refused("4 regions, 4 steps", () -> model.forecast(new SignalBatch(1, 4, 4), 2));
    refused("3 regions, 5 steps", () -> model.forecast(new SignalBatch(1, 3, 5), 2));
    SignalBatch two = new SignalBatch(1, 3, 4, 2, new double[24]);
    refused("2 signals", () -> model.forecast(two, 2));
    refused("no window", () -> model.forecast(new SignalBatch(0, 3, 4), 2));
  }

  @Test
  void targetOfAnotherShape() {
    Gradient g = model.parameters().zeros();
    SignalBatch context = new SignalBatch(2, 3, 4);
    refused("target is [1", () -> model.lossAndGradient(context, new SignalBatch(1, 3, 2), g));
    refused("target is", () -> model.lossAndGradient(context, new SignalBatch(2, 3, 0), g));
    refused("target is", () -> model.lossAndGradient(context, new SignalBatch(2, 2, 2), g));
  }

  @Test
  void horizonOfNothing() {
    refused("horizon is 0", () -> model.forecast(new SignalBatch(1, 3, 4), 0));
    refused("horizon is 0", () -> settings.change().horizon(0).build());
  }

  @Test
  void valuesThatAreNotNumbers() {
    SignalBatch context = new SignalBatch(2, 3, 4);
    context.set(1, 2, 3, Double.NaN);
    refused("window 1, region 2, step 3", () -> model.forecast(context, 2));
    SignalBatch target = new SignalBatch(2, 3, 2);
    target.set(0, 1, 1, Double.POSITIVE_INFINITY);
    Gradient g = model.parameters().zeros();
    refused(
        "target holds Infinity at window 0, region 1, step 1",
        () -> model.lossAndGradient(new SignalBatch(2, 3, 4), target, g));
  }

  @Test
  void settingsOutOfRange() {
    refused("dt is 0", () -> settings.change().dt(0).build());
    refused("dt is -1", () -> settings.change().dt(-1).build());
    refused("dt is NaN", () -> settings.change().dt(Double.NaN).build());
    refused("dropout is 1", () -> settings.change().dropout(1).build());
    refused("hidden is 0", () -> settings.change().hidden(0).build());
    refused("rk9", () -> settings.change().method("rk9").build());
    refused("tolerances", () -> settings.change().relativeTolerance(0).build());
  }

  @Test
  void graphOfOtherRegions() {
    BrainGraph four = new BrainGraph(4, new int[0], new int[0], new double[0]);
    refused("4 regions, the model 3", () -> BrainDyn.create(settings, four, Seed.of(1)));
    double[] one = {1};
    refused("region 3", () -> new BrainGraph(3, new int[] {3}, new int[] {0}, one));
  }

  @Test
  void repeatedEdgesAreReported() {
    assertEquals(List.of("1 edges are listed more than once; each listing counts."), model.notes());
  }

  @Test
  void unknownArray() {
    refused("no array named \"x\"", () -> model.parameters().get("x"));
    refused("shape is [3]", () -> model.parameters().set(Names.field(0, "bias"), new double[2]));
  }

  @Test
  void cancelledForecastStops() {
    Progress stop =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(Cancelled.class, () -> model.forecast(new SignalBatch(5, 3, 4), 2, stop));
  }
}
