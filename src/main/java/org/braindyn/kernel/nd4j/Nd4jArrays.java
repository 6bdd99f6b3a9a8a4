package org.braindyn.kernel.nd4j;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.NamedArray;
import org.braindyn.kernel.Kernel;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Numbers of a model as ND4J's arrays and back, for scripts: {@code Nd4jArrays.of(model.array(
 * name))}. Needs ND4J's jars, which the small size of the plugin leaves out.
 */
public final class Nd4jArrays {
  private Nd4jArrays() {}

  /**
   * A copy in ND4J's memory.
   *
   * @param array numbers, last index fastest
   * @return doubles of the same shape and order ('c')
   * @throws BadInput if ND4J cannot be used here, with the reason
   */
  public static INDArray of(NamedArray array) {
    String reason = Kernel.arrays(); // starts ND4J with the loader that sees its backend
    if (reason != null) {
      throw new BadInput(reason);
    }
    long[] shape = Arrays.stream(array.shape()).asLongStream().toArray();
    return Nd4j.create(array.values(), shape, DataType.DOUBLE);
  }

  /**
   * A copy as plain numbers, e.g. to be written or put into a model.
   *
   * @param name its name
   * @param array any array, also a view
   */
  public static NamedArray back(String name, INDArray array) {
    int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
    return new NamedArray(name, shape, array.dup('c').data().asDouble());
  }
}
