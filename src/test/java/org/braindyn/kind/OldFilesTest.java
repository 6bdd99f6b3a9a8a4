package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.io.arrays.Npz;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Model files that the program wrote before kinds were named in them (one of each; that of version
 * 0.1 has its description only), and what it forecast with them then, kept in expected.npz.
 */
class OldFilesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "old-models");

  @ParameterizedTest
  @CsvSource({
    "one_released, released, 3, 0",
    "one_continuous, continuous, 3, 0",
    "one_linear_skip, linear skip, 4, 0",
    "many_released, released, 3, 4",
    "many_continuous, continuous, 3, 4",
    "many_graph_convolution, graph convolution, 3, 4",
    "many_no_graph, no graph, 3, 4",
    "many_last_value, last value, 3, 4",
    "many_linear_skip, linear skip, 4, 3",
    "linear_skip_0.1, linear skip, , 0",
    "detector, released, 2, 0"
  })
  void areReadAsTheirKindAndForecastAsThen(String file, String kind, Integer epochs, int people)
      throws Exception {
    SignalBatch context = new SignalBatch(1, 4, 12);
    Arrays.setAll(context.values(), Math::sin);
    double[] then = Npz.read(FOLDER.resolve("expected.npz")).get(file).numbers();
    try (TrainedModel model = ModelKinds.read(FOLDER.resolve(file + ".npz").toFile())) {
      assertEquals(kind, model.kind().name());
      assertTrue(model.intervals().isEmpty() && model.sums().isEmpty(), "nothing made up");
      double[] now = model.forecaster().forecast(context, 7, Progress.NONE).values();
      assertArrayEquals(then, now, 1e-5, "floats on another machine");
      Provenance from = model.provenance();
      assertEquals(people, from.data().trained().size());
      Object said = from.settings().get("epochs");
      assertEquals(epochs, said == null ? null : ((Number) said).intValue());
      assertEquals(4, ((Number) from.settings().get("hidden")).intValue(), "as the arrays show");
      assertEquals(List.of("A_L", "A_R", "B_L", "B_R"), from.data().regions().names());
    }
  }

  /** The fault: a list of best epochs, as trainings across people write it, was not understood. */
  @ParameterizedTest
  @CsvSource({"one_released", "many_released", "many_linear_skip", "one_linear_skip"})
  void theirLikeIsFittedForTheBestEpochsNotForAll(String file) {
    Provenance from = ModelKinds.read(FOLDER.resolve(file + ".npz").toFile()).provenance();
    List<Integer> best = from.members().stream().map(Provenance.Member::bestEpoch).toList();
    assertTrue(best.stream().allMatch(e -> e > 0), best.toString());
    int last = from.again(ModelKinds.named(from.kind())).whole("last");
    assertTrue(last >= best.stream().mapToInt(e -> e).min().orElse(0));
    assertTrue(last <= best.stream().mapToInt(e -> e).max().orElse(0));
  }
}
