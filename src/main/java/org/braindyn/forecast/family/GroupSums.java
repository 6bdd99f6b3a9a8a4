package org.braindyn.forecast.family;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.Matrix;

/**
 * What a group's model file keeps so that one person's recording can be pooled with the group: the
 * sums of its direct forecast, and the penalty that the group chose.
 *
 * @param sums of the group's windows
 * @param ridge penalty per window
 */
public record GroupSums(DirectSums sums, double ridge) {
  /** Sums of more numbers than this are not worth a file: 4 bytes each, 24 MB. */
  private static final long MOST = 6_000_000;

  private static final int SHAPE = 5;

  /** Whether these sums are small enough for a model file. */
  public boolean storable() {
    return (long) sums.gram().rows() * (sums.gram().rows() + 1) / 2 + sums.cross().values().length
        <= MOST;
  }

  /**
   * Numbers by name: {@code shape} (regions, context, horizon, windows, ridge), {@code gram} (its
   * lower triangle, row by row), {@code cross}.
   */
  public Map<String, NamedArray> store() {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    arrays.put(
        "shape",
        NamedArray.of(sums.regions(), sums.context(), sums.horizon(), sums.windows(), ridge));
    Matrix gram = sums.gram();
    int n = gram.rows();
    double[] lower = new double[n * (n + 1) / 2];
    for (int i = 0, at = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        lower[at++] = gram.get(i, j);
      }
    }
    arrays.put("gram", new NamedArray(new int[] {lower.length}, lower));
    Matrix cross = sums.cross();
    arrays.put("cross", new NamedArray(new int[] {cross.rows(), cross.columns()}, cross.values()));
    return arrays;
  }

  /**
   * Sums kept by {@link #store()}.
   *
   * @throws BadInput if arrays are missing or do not fit
   */
  public static GroupSums restore(Map<String, NamedArray> arrays) {
    StoredModel all = StoredModel.of("sums", "sums", arrays);
    double[] shape = all.array("shape").values();
    if (shape.length != SHAPE) {
      throw new BadInput("The group's sums in the model are damaged. Train the model again.");
    }
    NamedArray cross = all.array("cross");
    int n = cross.shape()[0];
    double[] lower = all.array("gram").values();
    if (lower.length != n * (n + 1) / 2) {
      throw new BadInput("The group's sums in the model are damaged. Train the model again.");
    }
    Matrix gram = new Matrix(n, n);
    for (int i = 0, at = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        gram.set(i, j, lower[at++]);
      }
    }
    DirectSums sums =
        DirectSums.restore(
            new int[] {(int) shape[0], (int) shape[1], (int) shape[2]},
            gram,
            new Matrix(n, cross.shape()[1], cross.values()),
            shape[3]);
    return new GroupSums(sums, shape[4]);
  }
}
