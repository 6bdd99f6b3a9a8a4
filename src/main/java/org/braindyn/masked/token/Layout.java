package org.braindyn.masked.token;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * Names, shapes and places of arrays in one flat array of parameters. Names are those of the
 * released state dictionary; inner arrays are row-major, linear weights (out, in).
 */
public final class Layout {
  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private int size;

  /** Adds an array behind the others; returns this. */
  public Layout add(String name, int... shape) {
    shapes.put(name, shape.clone());
    places.put(name, size);
    size = Math.addExact(size, count(shape));
    return this;
  }

  /** Adds weights (out, in) and a bias of a linear map. */
  public Layout linear(String name, int in, int out) {
    return add(name + ".weight", out, in).add(name + ".bias", out);
  }

  /** Adds gains and offsets of a layer normalisation. */
  public Layout norm(String name, int width) {
    return add(name + ".weight", width).add(name + ".bias", width);
  }

  /** Number of values of a shape. */
  public static int count(int... shape) {
    int count = 1;
    for (int s : shape) {
      count = Math.multiplyExact(count, s);
    }
    return count;
  }

  /** Number of values in all. */
  public int size() {
    return size;
  }

  /** All names in order. */
  public List<String> names() {
    return List.copyOf(shapes.keySet());
  }

  /** True if there is such an array. */
  public boolean has(String name) {
    return shapes.containsKey(name);
  }

  /**
   * Shape of an array.
   *
   * @throws BadInput if there is none of that name
   */
  public int[] shape(String name) {
    int[] shape = shapes.get(name);
    if (shape == null) {
      throw new BadInput("The model has no array named \"" + name + "\".");
    }
    return shape.clone();
  }

  /** Position of an array's first value. */
  public int at(String name) {
    shape(name);
    return places.get(name);
  }

  /** Name and shape, for messages. */
  public String describe(String name) {
    return name + " " + Arrays.toString(shape(name));
  }
}
