package org.braindyn.kernel.linalg;

import org.braindyn.data.BadInput;

/** An array. */
final class JavaStore implements Store {
  final double[] values;

  JavaStore(long size) {
    if (size > Integer.MAX_VALUE - 8) {
      throw new BadInput(
          "A matrix of "
              + size
              + " values is too large for plain Java (2^31). Use fewer regions, or install the"
              + " native library OpenBLAS.");
    }
    values = new double[(int) size];
  }

  @Override
  public void read(long at, double[] into, int to, int length) {
    System.arraycopy(values, (int) at, into, to, length);
  }

  @Override
  public void write(long at, double[] from, int first, int length) {
    System.arraycopy(from, first, values, (int) at, length);
  }

  @Override
  public void copy(long at, Store from, long first, int length) {
    System.arraycopy(((JavaStore) from).values, (int) first, values, (int) at, length);
  }

  @Override
  public double get(long at) {
    return values[(int) at];
  }

  @Override
  public void set(long at, double value) {
    values[(int) at] = value;
  }

  @Override
  public Tiles tiles() {
    return JavaTiles.INSTANCE;
  }

  @Override
  public Store ofSameKind(long size) {
    return new JavaStore(size);
  }

  @Override
  public void close() {}
}
