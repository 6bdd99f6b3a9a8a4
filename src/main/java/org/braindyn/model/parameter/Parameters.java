package org.braindyn.model.parameter;

import java.util.Arrays;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * A model's parameters: named arrays of doubles, one behind the other. They come and go by whole
 * arrays or runs, since ND4J owns their memory while a model computes with them ({@link #store}).
 */
public final class Parameters extends Layout {
  private final ParameterStore store;

  /** All zero, with these names and shapes in this order. */
  public Parameters(Map<String, int[]> shapes) {
    super(shapes);
    store = new ParameterStore(size());
  }

  private Parameters(Parameters layout) {
    super(layout);
    store = new ParameterStore(size());
  }

  /** A gradient of this layout, all zero. */
  public Gradient zeros() {
    return new Gradient(this);
  }

  /** A copy that shares nothing, on the heap. */
  public Parameters copy() {
    Parameters copy = new Parameters(this);
    copy.assign(this);
    return copy;
  }

  /** Takes the values of another of the same layout. */
  public void assign(Parameters other) {
    setNumbers(other.numbers());
  }

  /** Where they lie, and the way to runs of them. */
  public ParameterStore store() {
    return store;
  }

  /** A copy of all values. */
  public double[] numbers() {
    double[] values = new double[size()];
    store.get(0, values, 0, values.length);
    return values;
  }

  /**
   * Sets all values.
   *
   * @throws BadInput if there are more or fewer
   */
  public void setNumbers(double[] values) {
    if (values.length != size()) {
      throw new BadInput(values.length + " values are not the " + size() + " of the model.");
    }
    store.put(0, values, 0, values.length);
  }

  @Override
  public double[] get(String name) {
    Entry entry = entry(name);
    double[] values = new double[entry.size()];
    store.get(entry.offset(), values, 0, values.length);
    return values;
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
              name, array.length, Arrays.toString(entry.shape())));
    }
    store.put(entry.offset(), array, 0, array.length);
  }
}
