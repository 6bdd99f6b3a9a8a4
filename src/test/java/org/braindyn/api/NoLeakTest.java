package org.braindyn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.GroovyShell;
import groovy.lang.MissingMethodException;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test frames get into no graph and no training: it does not compile, or it is refused. */
class NoLeakTest {
  private static final String BEFORE =
      """
      double[][] values = new double[3][200];
      Signals signals = Signals.of(values, 2.0);
      HeldOut parts = signals.holdOut(0.2);
      Model model = null;
      """;

  @TempDir Path folder;

  private static Signals recording(long seed, int frames) {
    Seed.Stream random = Seed.of(1).derive("person", (int) seed).stream("recording");
    double[][] values = new double[4][frames];
    for (int t = 1; t < frames; t++) {
      for (int r = 0; r < 4; r++) {
        values[r][t] =
            0.7 * values[r][t - 1] + 0.2 * values[(r + 1) % 4][t - 1] + random.gaussian();
      }
    }
    return Signals.of(values, 2, "A", "B", "C", "D");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Graph.correlation(parts.test());",
        "Graph.correlation(signals);",
        "Graph.correlation(parts);",
        "Graph.partialCorrelation(parts.test(), GraphSettings.defaults());",
        "Graph.of(\"correlation\", parts.test(), GraphSettings.defaults());",
        "Model.train(\"persistence\", parts.test());",
        "Model.train(\"persistence\", signals);",
        "Model.train(\"persistence\", parts);",
        "model.evaluate(parts.training());",
        "model.evaluate(signals);",
        "model.evaluate(parts);",
        "Training training = parts.test();",
        "Training training = (Training) (Object) null; Test test = training;",
        "class Mine extends Training {}",
        "class Mine extends Test {}",
      })
  void leaksDoNotCompile(String leak) {
    List<String> errors = Snippet.errors("import org.braindyn.api.*;", BEFORE + leak, folder);
    assertTrue(!errors.isEmpty(), "it compiles: " + leak);
    assertTrue(errors.stream().noneMatch(e -> e.contains("cannot find symbol")), errors.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Graph.correlation(parts.training());",
        "Graph.correlation(signals.allForTraining());",
        "Model.train(\"persistence\", parts.training());",
        "model.evaluate(parts.test());",
        "model.evaluate(signals.allForTest());",
      })
  void theRightWaysCompile(String way) {
    assertEquals(List.of(), Snippet.errors("import org.braindyn.api.*;", BEFORE + way, folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Graph.correlation(parts.test())",
        "Graph.correlation(signals)",
        "Model.train('persistence', parts.test())",
        "Model.train('persistence', signals)",
        "Model.train('persistence', parts.training()).evaluate(parts.training())",
      })
  void leaksFindNoMethodInGroovy(String leak) {
    GroovyShell shell = new GroovyShell(getClass().getClassLoader());
    shell.setVariable("signals", recording(1, 200));
    String code = "import org.braindyn.api.*\nparts = signals.holdOut(0.2)\n" + leak;
    assertThrows(MissingMethodException.class, () -> shell.evaluate(code));
  }

  @Test
  void framesAfterTheLearntOnesChangeNothingThatIsLearnt() {
    Signals one = recording(1, 200);
    double[][] values = one.values();
    for (double[] row : values) {
      for (int t = 160; t < 200; t++) {
        row[t] = 100 * Math.sin(t);
      }
    }
    Signals other = Signals.of(values, 2, "A", "B", "C", "D");
    GraphSettings all = GraphSettings.defaults().atLeast(0);
    double[][] first = Graph.correlation(one.holdOut(0.2).training(), all).weights();
    double[][] second = Graph.correlation(other.holdOut(0.2).training(), all).weights();
    TrainSettings short_ = TrainSettings.defaults().windows(10, 3, 1);
    try (Model a = Model.train("VAR on windows", one.holdOut(0.2).training(), null, short_);
        Model b = Model.train("VAR on windows", other.holdOut(0.2).training(), null, short_)) {
      for (int r = 0; r < 4; r++) {
        org.junit.jupiter.api.Assertions.assertArrayEquals(first[r], second[r], 0.0);
        org.junit.jupiter.api.Assertions.assertArrayEquals(
            a.forecast(one, 150, AskSettings.follow(5)).signals().values()[r],
            b.forecast(other, 150, AskSettings.follow(5)).signals().values()[r],
            0.0);
      }
    }
  }

  @Test
  void aTestThatReachesIntoTheTrainingIsRefused() {
    Signals signals = recording(1, 200);
    TrainSettings windows = TrainSettings.defaults().windows(10, 3, 1);
    HeldOut parts = signals.holdOut(0.2);
    try (Model model = Model.train("VAR on windows", parts.training(), null, windows)) {
      for (org.braindyn.api.Test leak :
          List.of(signals.allForTest(), signals.holdOut(0.5).test())) {
        String said = assertThrows(BadInput.class, () -> model.evaluate(leak)).getMessage();
        assertTrue(said.contains("has learnt"), said);
      }
      assertEquals(
          model.evaluate(parts.test()).error(),
          model.evaluate(signals.holdOut(40).test()).error(),
          "the same frames, held out again");
      assertTrue(model.evaluate(recording(2, 120).allForTest()).error() > 0);
      Path file = folder.resolve("model.npz");
      model.write(file.toString());
      try (Model read = Model.read(file.toString())) {
        assertEquals(model.evaluate(parts.test()).error(), read.evaluate(parts.test()).error());
        for (org.braindyn.api.Test leak :
            List.of(signals.holdOut(0.5).test(), recording(2, 200).holdOut(0.2).test())) {
          String said = assertThrows(BadInput.class, () -> read.evaluate(leak)).getMessage();
          assertTrue(said.contains("was trained on"), said);
        }
      }
    }
  }
}
