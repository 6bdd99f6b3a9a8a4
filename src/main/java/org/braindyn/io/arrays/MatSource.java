package org.braindyn.io.arrays;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import us.hebi.matlab.mat.types.Source;

/**
 * A source of a MATLAB file that refuses lengths it cannot hold: names are otherwise allocated in
 * whatever length a damaged file claims for them. Single whole numbers are read for tags only.
 *
 * @param inner where bytes come from
 * @param most longest piece that can be true, in bytes
 */
record MatSource(Source inner, long most) implements Source {
  @Override
  public int readInt() throws IOException {
    int value = inner.readInt();
    if (value < 0 || value > most) {
      throw new IOException("it claims a piece of " + (value & 0xffffffffL) + " bytes");
    }
    return value;
  }

  @Override
  public Source order(ByteOrder order) {
    inner.order(order);
    return this;
  }

  @Override
  public ByteOrder order() {
    return inner.order();
  }

  @Override
  public long getPosition() {
    return inner.getPosition();
  }

  @Override
  public byte readByte() throws IOException {
    return inner.readByte();
  }

  @Override
  public void readBytes(byte[] to, int at, int n) throws IOException {
    inner.readBytes(to, at, n);
  }

  @Override
  public short readShort() throws IOException {
    return inner.readShort();
  }

  @Override
  public void readShorts(short[] to, int at, int n) throws IOException {
    inner.readShorts(to, at, n);
  }

  @Override
  public void readInts(int[] to, int at, int n) throws IOException {
    inner.readInts(to, at, n);
  }

  @Override
  public long readLong() throws IOException {
    return inner.readLong();
  }

  @Override
  public void readLongs(long[] to, int at, int n) throws IOException {
    inner.readLongs(to, at, n);
  }

  @Override
  public float readFloat() throws IOException {
    return inner.readFloat();
  }

  @Override
  public void readFloats(float[] to, int at, int n) throws IOException {
    inner.readFloats(to, at, n);
  }

  @Override
  public double readDouble() throws IOException {
    return inner.readDouble();
  }

  @Override
  public void readDoubles(double[] to, int at, int n) throws IOException {
    inner.readDoubles(to, at, n);
  }

  @Override
  public Source readInflated(int bytes, int buffer) throws IOException {
    return inner.readInflated(bytes, buffer);
  }

  @Override
  public boolean isMutatedByChildren() {
    return inner.isMutatedByChildren();
  }

  @Override
  public void readByteBuffer(ByteBuffer to) throws IOException {
    inner.readByteBuffer(to);
  }

  @Override
  public void skip(long bytes) throws IOException {
    inner.skip(bytes);
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}
