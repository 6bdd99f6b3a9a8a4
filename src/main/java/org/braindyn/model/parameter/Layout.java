package org.braindyn.model.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * Names, shapes and places of arrays that lie one behind the other: what {@link Parameters} and a
 * {@link Gradient} by them share. Names are those of the reference's {@code state_dict}. Inner
 * arrays are row-major.
 */
public abstract sealed class Layout permits Parameters, Gradient {
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

  private final Map<String, Entry> entries;
  private final int size;

  /** These names and shapes in this order. */
  Layout(Map<String, int[]> shapes) {
    entries = new LinkedHashMap<>();
    int offset = 0;
    for (Map.Entry<String, int[]> e : shapes.entrySet()) {
      Entry entry = new Entry(e.getKey(), offset, e.getValue().clone());
      entries.put(e.getKey(), entry);
      offset = Math.addExact(offset, entry.size());
    }
    size = offset;
  }

  Layout(Layout same) {
    entries = same.entries; // never changed once made
    size = same.size;
  }

  /** Number of values in all. */
  public final int size() {
    return size;
  }

  /** The arrays in order. */
  public final List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** True if there is an array of that name. */
  public final boolean has(String name) {
    return entries.containsKey(name);
  }

  /**
   * Place of an array.
   *
   * @throws BadInput if there is none
   */
  public final Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new BadInput(
          "The model has no array named \"" + name + "\". It has " + entries.keySet() + ".");
    }
    return entry;
  }

  /** A copy of one array. */
  public abstract double[] get(String name);
}
