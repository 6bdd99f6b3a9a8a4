package org.braindyn.kernel;

/** A panel on the Java heap, for products in plain Java. */
final class JavaPanel extends Panel {
  final Vec values;

  JavaPanel(Vec values) {
    this.values = values;
  }

  @Override
  public void put(int at, Vec source, int from, int n) {
    values.copy(at, source, from, n);
  }

  @Override
  public void get(int at, Vec target, int to, int n) {
    target.copy(to, values, at, n);
  }

  @Override
  public void clear(int n) {
    values.fill(0, n, 0);
  }

  @Override
  public void close() {}
}
