package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.personal.PersonalModel;
import org.braindyn.forecast.ridge.DirectRidge;
import org.braindyn.forecast.ridge.DirectRidgeFit;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

class DirectModelTest {
  private final WindowSet group = new WindowSet(Tiny.people(3, 4, 120, 0.25), 12, 3, 1);
  private final WindowSet own = new WindowSet(Tiny.people(1, 4, 90, -0.3), 12, 3, 1);

  @Test
  void equalsTheOlderDirectRidge() {
    DirectModel model = DirectModel.fit(DirectSums.of(group, Progress.NONE), 0.2, 0.1);
    DirectRidgeSettings settings = new DirectRidgeSettings(new double[] {0.2}, 2, 0.1, null, 0);
    DirectRidge older = new DirectRidgeFit(settings, Progress.NONE).fit(group, null);
    double[][] a = older.coefficients();
    double[][] b = model.coefficients();
    for (int i = 0; i < a.length; i++) {
      assertArrayEquals(a[i], b[i], 1e-9);
    }
    SignalBatch context = group.range(0, 5).context();
    assertArrayEquals(
        older.forecast(context, 7, Progress.NONE).values(),
        model.forecast(context, 7, Progress.NONE).values(),
        1e-9);
  }

  /** Of 16 regions two are neighbours of each. */
  @Test
  void neighboursAreFreerAsInTheOlderOne() {
    WindowSet many = new WindowSet(Tiny.people(3, 16, 200, 0.25), 12, 3, 1);
    DirectModel model = DirectModel.fit(DirectSums.of(many, Progress.NONE), 0.2, 0.1);
    DirectRidgeSettings settings =
        new DirectRidgeSettings(new double[] {0.2}, 2, 0.1, 2, 0.4, null, false, 0);
    double[][] a = new DirectRidgeFit(settings, Progress.NONE).fit(many, null).coefficients();
    double[][] b = model.coefficients();
    for (int i = 0; i < a.length; i++) {
      assertArrayEquals(a[i], b[i], 1e-9);
    }
  }

  @Test
  void poolingWeighsWindows() {
    DirectSums sums = DirectSums.of(group, Progress.NONE);
    PersonalModel pooled = PersonalModel.of(sums, own, 2, 0.2);
    List<org.braindyn.signal.Recording> all = new java.util.ArrayList<>(group.recordings());
    all.addAll(own.recordings());
    all.addAll(own.recordings());
    DirectModel both = DirectModel.fit(DirectSums.of(group.of(all), Progress.NONE), 0.2, 0.1);
    for (int i = 0; i < both.coefficients().length; i++) {
      assertArrayEquals(both.coefficients()[i], pooled.model().coefficients()[i], 1e-9);
    }
  }

  @Test
  void theWeightOfOnesOwnRecordingIsChosenByItsLastQuarter() {
    WindowSet longer = new WindowSet(Tiny.people(1, 4, 600, -0.3), 12, 3, 1);
    PersonalModel different =
        PersonalModel.chosen(DirectSums.of(group, Progress.NONE), longer, 0.2);
    assertTrue(different.weight() >= 4, "a person unlike the group counts: " + different.weight());
    assertEquals(PersonalModel.WEIGHTS.length, different.errors().length);
    assertThrows(
        BadInput.class, () -> PersonalModel.of(DirectSums.of(group, Progress.NONE), own, -1, 0.2));
  }

  @Test
  void everyKindIsKeptAndReadAgain() {
    FamilyData data = FamilyData.of(group, LinkWeights.uniform(4), org.braindyn.data.Seed.of(1));
    SignalBatch context = group.range(0, 4).context();
    List<FamilyModel> models = new java.util.ArrayList<>();
    for (Family family : Families.all(data)) {
      models.add(family.fit(data, family.grid().get(0), Progress.NONE));
    }
    double[][] weights = new double[models.size()][3];
    weights[3][0] = 0.5;
    weights[4][2] = 0.25;
    models.add(new StackedModel(List.copyOf(models), weights));
    for (FamilyModel model : models) {
      FamilyModel again = model.store().restore();
      assertEquals(model.name(), again.name());
      assertEquals(model.parameters(), again.parameters());
      assertArrayEquals(
          model.forecast(context, 5, Progress.NONE).values(),
          again.forecast(context, 5, Progress.NONE).values(),
          model.name());
    }
    StoredModel unknown = StoredModel.of("new", "new", java.util.Map.of());
    assertThrows(BadInput.class, unknown::restore);
    StoredModel empty = StoredModel.of("linear", "VAR", java.util.Map.of());
    assertThrows(BadInput.class, empty::restore);
  }
}
