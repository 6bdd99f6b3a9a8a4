package org.braindyn.api;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.NamedArray;

/**
 * A model's numbers as they stand in its file, to be looked at or handed to another library ({@code
 * org.braindyn.kernel.nd4j.Nd4jArrays} makes ND4J's arrays of them).
 */
public final class ModelNumbers {
  private ModelNumbers() {}

  /**
   * All of them.
   *
   * @param model any model
   * @return copies, in the file's order; texts are left out
   */
  public static List<NamedArray> of(Model model) {
    List<NamedArray> arrays = new ArrayList<>();
    model
        .trained()
        .arrays()
        .forEach(
            (name, array) -> {
              if (array.numbers() != null) {
                arrays.add(new NamedArray(name, array.shape().clone(), array.numbers().clone()));
              }
            });
    return arrays;
  }

  /**
   * One of them.
   *
   * @param model any model
   * @param name name of the array
   * @return a copy
   * @throws BadInput if there is none of that name
   */
  public static NamedArray of(Model model, String name) {
    List<NamedArray> all = of(model);
    return all.stream()
        .filter(array -> array.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput("The model has no array named \"" + name + "\". It has " + all + "."));
  }
}
