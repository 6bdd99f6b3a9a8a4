package org.braindyn.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Golden;
import org.braindyn.model.parameter.Embedding;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeizureHeadTest {
  private static final Golden GOLDEN = Golden.read("seizure_head");

  private static SeizureClassifier reference(Representation representation) {
    ModelSettings settings =
        ModelSettings.builder(7)
            .hidden(6)
            .maps(6)
            .width(8)
            .context(9)
            .horizon(4)
            .precision(Precision.DOUBLE)
            .build();
    BrainDyn model = BrainDyn.create(settings, GOLDEN.graph(7), Seed.of(1));
    for (Parameters.Entry entry : model.parameters().entries()) {
      model.parameters().set(entry.name(), GOLDEN.numbers("param/" + entry.name()));
    }
    SeizureHead head = new SeizureHead(6);
    for (Parameters.Entry entry : head.parameters().entries()) {
      head.parameters().set(entry.name(), GOLDEN.numbers("head/" + entry.name()));
    }
    return new SeizureClassifier(model, head, representation);
  }

  @ParameterizedTest
  @CsvSource({"MESSAGES, lap_h", "STALKS, h_t"})
  void equalsTheReference(Representation representation, String key) {
    try (SeizureClassifier classifier = reference(representation)) {
      double[][] means = classifier.represent(GOLDEN.batch("x_history"), null);
      double[] flat = Arrays.stream(means).flatMapToDouble(Arrays::stream).toArray();
      assertArrayEquals(GOLDEN.numbers(key + "/representation"), flat, 1e-12);
      double[] logits = Arrays.stream(means).mapToDouble(classifier.head()::logit).toArray();
      assertArrayEquals(GOLDEN.numbers(key + "/logits"), logits, 1e-12);
      boolean[] ictal = new boolean[5];
      for (int w = 0; w < 5; w++) {
        ictal[w] = GOLDEN.numbers("labels")[w] == 1;
      }
      double weight = GOLDEN.scalar("pos_weight");
      assertEquals(
          GOLDEN.scalar(key + "/loss"),
          SeizureTraining.loss(classifier, means, ictal, weight),
          1e-12);
      Gradient gradient = classifier.head().parameters().zeros();
      for (int w = 0; w < 5; w++) {
        boolean label = ictal[w];
        classifier
            .head()
            .accumulate(
                means[w], null, z -> SeizureTraining.slope(z, label, weight) / 5, gradient, null);
      }
      for (Parameters.Entry entry : gradient.entries()) {
        assertArrayEquals(
            GOLDEN.numbers(key + "/head_grad/" + entry.name()),
            gradient.get(entry.name()),
            1e-12,
            entry.name());
      }
    }
  }

  @Test
  void gradientByTheRepresentationEqualsDifferences() {
    SeizureHead head = SeizureHead.create(8, Seed.of(2));
    Seed.Stream random = Seed.of(3).stream("x");
    double[] x = new double[8];
    Arrays.setAll(x, j -> random.gaussian());
    double[] kept = {0, 2, 1, 1.5};
    double[] back = new double[8];
    head.accumulate(x, kept, z -> 1, head.parameters().zeros(), back);
    for (int j = 0; j < 8; j++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[j] += 1e-6;
      down[j] -= 1e-6;
      Gradient unused = head.parameters().zeros();
      double rise =
          head.accumulate(up, kept, z -> 0, unused, null)
              - head.accumulate(down, kept, z -> 0, unused, null);
      assertEquals(rise / 2e-6, back[j], 1e-8);
    }
  }

  @ParameterizedTest
  @EnumSource(Representation.class)
  void gradientByTheBackboneEqualsDifferences(Representation representation) {
    try (SeizureClassifier classifier = reference(Representation.STALKS)) {
      SignalBatch x = GOLDEN.batch("x_history");
      double[] sd = new double[35];
      Arrays.fill(sd, 2);
      BrainDyn model = classifier.backbone();
      Embedding embedding = model.embed(x);
      double[][] value = representation.of(embedding, sd, 0);
      double[][] slope = new double[5][value[0].length];
      Seed.Stream random = Seed.of(8).stream("slopes");
      for (double[] row : slope) {
        Arrays.setAll(row, j -> random.gaussian());
      }
      Gradient gradient = model.parameters().zeros();
      model.pullEmbedding(x, representation.back(embedding, value, slope), gradient);
      for (int k = 3; k < gradient.size(); k += 97) {
        double[] p = model.parameters().numbers();
        double kept = p[k];
        p[k] = kept + 1e-6;
        model.parameters().setNumbers(p);
        double up = dot(representation.of(model.embed(x), sd, 0), slope);
        p[k] = kept - 1e-6;
        model.parameters().setNumbers(p);
        double down = dot(representation.of(model.embed(x), sd, 0), slope);
        p[k] = kept;
        model.parameters().setNumbers(p);
        assertEquals((up - down) / 2e-6, gradient.values()[k], 1e-6, "parameter " + k);
      }
    }
  }

  private static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += a[i][j] * b[i][j];
      }
    }
    return sum;
  }

  /** Windows of a slow or a fast wave in noise; the wave tells the label. */
  private static SeizureTraining.Labelled windows(int count, Seed seed) {
    Seed.Stream random = seed.stream("windows");
    SignalBatch raw = new SignalBatch(count, 4, 20);
    boolean[] ictal = new boolean[count];
    for (int w = 0; w < count; w++) {
      ictal[w] = w % 3 == 0;
      double phase = random.uniform(0, 6);
      for (int n = 0; n < 4; n++) {
        for (int t = 0; t < 20; t++) {
          raw.set(w, n, t, Math.sin(phase + t * (ictal[w] ? 0.4 : 1.5)) + 0.2 * random.gaussian());
        }
      }
    }
    return new SeizureTraining.Labelled(raw, ictal);
  }

  @ParameterizedTest
  @CsvSource({"0, STALKS", "1e-3, STALKS", "1e-3, MESSAGES", "0, MOMENTS", "1e-3, MOMENTS"})
  void trainingLearnsToTellWavesApart(double backboneRate, Representation representation) {
    double[][] full = new double[4][4];
    for (double[] row : full) {
      Arrays.fill(row, 1);
    }
    ModelSettings settings =
        ModelSettings.builder(4).hidden(16).maps(4).width(8).context(20).horizon(5).build();
    BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(full), Seed.of(1));
    Parameters before = model.parameters().copy();
    try (SeizureClassifier classifier =
        new SeizureClassifier(
            model, SeizureHead.create(representation.size(16), Seed.of(1)), representation)) {
      SeizureTraining training = new SeizureTraining(40, 16, 1e-2, backboneRate, 0.1, Seed.of(4));
      double[] losses =
          training.run(
              classifier, windows(150, Seed.of(5)), windows(60, Seed.of(6)), Progress.NONE);
      assertEquals(40, losses.length);
      SeizureTraining.Labelled test = windows(90, Seed.of(7));
      double auc = RankingCurves.auroc(test.ictal(), classifier.probabilities(test.raw()));
      assertTrue(auc > 0.9, "ROC AUC " + auc);
      boolean same = Arrays.equals(before.numbers(), model.parameters().numbers());
      assertEquals(backboneRate == 0, same, "the backbone moves only if it is fine-tuned");
    }
  }

  @Test
  void aLossThatIsNeverANumberIsRefused() {
    try (SeizureClassifier classifier = reference(Representation.STALKS)) {
      SignalBatch raw = new SignalBatch(4, 7, 9);
      SeizureTraining.Labelled windows =
          new SeizureTraining.Labelled(raw, new boolean[] {true, false, true, false});
      SeizureTraining training = new SeizureTraining(3, 4, 1e-3, 0, 0, Seed.of(4));
      double[] spoilt = classifier.head().parameters().get("norm.weight");
      spoilt[0] = Double.NaN;
      classifier.head().parameters().set("norm.weight", spoilt);
      BadInput refused =
          assertThrows(
              BadInput.class, () -> training.run(classifier, windows, windows, Progress.NONE));
      assertTrue(refused.getMessage().contains("not a finite number"), refused.getMessage());
    }
  }
}
