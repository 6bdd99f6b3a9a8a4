package org.braindyn.io.edf;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.io.edf.EdfHeader.Signal;

/** Collects the samples of the chosen signals, record by record, in physical units. */
final class EdfRecords {
  private final EdfHeader header;
  private final Signal[] signals;
  private final double[][] values;
  private final double[] starts;
  private final EdfAnnotations annotations = new EdfAnnotations();

  EdfRecords(EdfHeader header, List<Signal> chosen, int records, String name) {
    this.header = header;
    signals = chosen.toArray(Signal[]::new);
    values = new double[signals.length][];
    for (int s = 0; s < signals.length; s++) {
      long samples = (long) records * signals[s].samples();
      if (samples > Integer.MAX_VALUE - 8) {
        throw new BadInput(
            name
                + ": channel \""
                + signals[s].label()
                + "\" has "
                + samples
                + " samples, too many.");
      }
      values[s] = new double[(int) samples];
    }
    starts = new double[records];
    Arrays.fill(starts, Double.NaN);
  }

  /** Decodes the record that begins at {@code offset} of {@code bytes}. */
  void add(byte[] bytes, int offset, int record) {
    for (int s = 0; s < signals.length; s++) {
      Signal signal = signals[s];
      double gain =
          (signal.physicalMax() - signal.physicalMin())
              / (signal.digitalMax() - signal.digitalMin());
      int from = offset + (int) signal.offset();
      int to = record * signal.samples();
      if (header.bytesPerSample() == 2) {
        decode16(bytes, from, values[s], to, signal, gain);
      } else {
        decode24(bytes, from, values[s], to, signal, gain);
      }
    }
    for (Signal signal : header.signals()) {
      if (signal.annotations()) {
        int from = offset + (int) signal.offset();
        int length = signal.samples() * header.bytesPerSample();
        double start = annotations.read(Arrays.copyOfRange(bytes, from, from + length));
        // Several annotation signals: the first one that tells the time keeps it.
        starts[record] = Double.isNaN(starts[record]) ? start : starts[record];
      }
    }
  }

  private static void decode16(
      byte[] bytes, int from, double[] out, int to, Signal signal, double gain) {
    double min = signal.digitalMin();
    double base = signal.physicalMin();
    for (int i = 0, p = from; i < signal.samples(); i++, p += 2) {
      int digital = (short) (bytes[p] & 0xff | bytes[p + 1] << 8);
      out[to + i] = (digital - min) * gain + base;
    }
  }

  private static void decode24(
      byte[] bytes, int from, double[] out, int to, Signal signal, double gain) {
    double min = signal.digitalMin();
    double base = signal.physicalMin();
    for (int i = 0, p = from; i < signal.samples(); i++, p += 3) {
      int digital = bytes[p] & 0xff | (bytes[p + 1] & 0xff) << 8 | bytes[p + 2] << 16;
      out[to + i] = (digital - min) * gain + base;
    }
  }

  /** Samples of chosen signal s, given away so that they can be freed. */
  double[] take(int s) {
    double[] taken = values[s];
    values[s] = null;
    return taken;
  }

  /** When each record starts in s, NaN where it does not say. */
  double[] starts() {
    return starts;
  }

  EdfAnnotations annotations() {
    return annotations;
  }
}
