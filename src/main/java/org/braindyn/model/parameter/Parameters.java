package org.braindyn.model.parameter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * Named arrays in one flat array of doubles: a model's parameters, or a gradient of the same
 * layout. Names are those of the reference's {@code state_dict}. Inner arrays are row-major.
 */
public final class Parameters {
  /**
   * Place of one array.
   *
   * @param name the reference's name
   * @param offset position of its first value
   * @param shape its shape, e.g. [16, 4]
   */
  public record Entry(String name, int offset, int[] shape) {
    /** Number of values. */
    public int size() {
      int size = 1;
      for (int s : shape) {
        size = Math.multiplyExact(size, s);
      }
      return size;
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final double[] values;

  /** All zero, with these names and shapes in this order. */
  public Parameters(Map<String, int[]> shapes) {
    int offset = 0;
    for (Map.Entry<String, int[]> e : shapes.entrySet()) {
      Entry entry = new Entry(e.getKey(), offset, e.getValue().clone());
      entries.put(e.getKey(), entry);
      offset = Math.addExact(offset, entry.size());
    }
    values = new double[offset];
  }

  private Parameters(Parameters layout, double[] values) {
    entries.putAll(layout.entries);
    this.values = values;
  }

  /** The same layout, all zero. */
  public Parameters zeros() {
    return new Parameters(this, new double[values.length]);
  }

  /** A copy that shares nothing. */
  public Parameters copy() {
    return new Parameters(this, values.clone());
  }

  /** Takes the values of another of the same layout. */
  public void assign(Parameters other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
  }

  /** All values; writing changes the parameters. */
  public double[] values() {
    return values;
  }

  /** Number of values in all. */
  public int size() {
    return values.length;
  }

  /** The arrays in order. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** True if there is an array of that name. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /**
   * Place of an array.
   *
   * @throws BadInput if there is none
   */
  public Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new BadInput(
          "The model has no array named \"" + name + "\". It has " + entries.keySet() + ".");
    }
    return entry;
  }

  /** A copy of one array. */
  public double[] get(String name) {
    Entry entry = entry(name);
    return Arrays.copyOfRange(values, entry.offset, entry.offset + entry.size());
  }

  /**
   * Sets one array.
   *
   * @throws BadInput if the length differs
   */
  public void set(String name, double[] array) {
    Entry entry = entry(name);
    if (array.length != entry.size()) {
      throw new BadInput(
          String.format(
              "Array \"%s\" has %d values, but the model's shape is %s.",
              name, array.length, Arrays.toString(entry.shape)));
    }
    System.arraycopy(array, 0, values, entry.offset, array.length);
  }

  /** Sets all values to zero. */
  public void clear() {
    Arrays.fill(values, 0);
  }

  /** Square root of the sum of squares of all values. */
  public double norm() {
    double sum = 0;
    for (double v : values) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }
}
