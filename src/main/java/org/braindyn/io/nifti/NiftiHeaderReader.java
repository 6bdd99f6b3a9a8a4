package org.braindyn.io.nifti;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.unit.SamplingInterval;

/** Turns raw header fields into a checked {@link NiftiHeader}. */
final class NiftiHeaderReader {
  private NiftiHeaderReader() {}

  static NiftiHeader read(byte[] bytes, String file, boolean mayBeAnalyze) {
    NiftiFields f = new NiftiFields(bytes, file, mayBeAnalyze);
    List<String> notes = new ArrayList<>();
    long[] size = size(f, file);
    long voxels = size[0] * size[1] * size[2];
    NiftiType type = NiftiType.of(f.datatype, file);
    if (f.bitpix != 0 && f.bitpix != 8 * type.bytes()) {
      throw new BadInput(
          file + ": datatype " + type + " and " + f.bitpix + " bits per voxel contradict.");
    }
    if (voxels > Integer.MAX_VALUE - 16) {
      throw new BadInput(file + ": " + voxels + " voxels per frame are more than can be read.");
    }
    double slope = 1;
    double intercept = 0;
    if (f.slope != 0 && !Double.isNaN(f.slope)) {
      slope = f.slope;
      intercept = f.intercept;
      if (Double.isInfinite(slope) || !Double.isFinite(intercept)) {
        throw new BadInput(
            file + ": scl_slope " + slope + " and scl_inter " + intercept + " are not usable.");
      }
      if (f.format.startsWith("Analyze") && slope != 1) {
        notes.add("The SPM scale factor " + slope + " of the Analyze header is applied.");
      }
    }
    int[] dims = {(int) size[0], (int) size[1], (int) size[2]};
    Grid grid = NiftiGeometry.grid(f, dims, file, notes);
    int frames = (int) size[3];
    double interval = frames > 1 ? interval(f, file, notes) : Double.NaN;
    return new NiftiHeader(
        f.format,
        f.order,
        f.pair,
        type,
        offset(f, file),
        slope,
        intercept,
        grid,
        frames,
        interval,
        f.intent,
        List.copyOf(notes));
  }

  private static long[] size(NiftiFields f, String file) {
    long axes = f.dim[0];
    if (axes < 1 || axes > 7) {
      throw new BadInput(
          file + ": the header claims " + axes + " dimensions; 1 to 7 are possible.");
    }
    long[] size = {1, 1, 1, 1};
    for (int i = 1; i <= axes; i++) {
      long n = f.dim[i];
      if (n < 1 || n > Integer.MAX_VALUE) {
        throw new BadInput(file + ": the header claims " + n + " voxels along axis " + i + ".");
      }
      if (i <= 4) {
        size[i - 1] = n;
      } else if (n > 1) {
        throw new BadInput(
            file
                + " has "
                + n
                + " values along axis "
                + i
                + " (vectors or several measures per voxel). Save one of them as a 4-D image.");
      }
    }
    try {
      long bytes = Math.multiplyExact(Math.multiplyExact(size[0] * size[1], size[2]), size[3]);
      Math.multiplyExact(bytes, 8L);
    } catch (ArithmeticException e) {
      throw new BadInput(file + ": the header claims an impossible number of voxels.", e);
    }
    return size;
  }

  private static long offset(NiftiFields f, String file) {
    long first = f.pair ? 0 : f.format.equals("NIfTI-2") ? 544 : 352;
    double given = Math.floor(f.voxOffset);
    if (given == 0 || (f.pair && Double.isNaN(given))) {
      return first;
    }
    if (!(given >= (f.pair ? 0 : first - 4)) || given > 1e12) {
      throw new BadInput(
          file + ": the voxels cannot start at byte " + f.voxOffset + " (vox_offset).");
    }
    return (long) given;
  }

  private static double interval(NiftiFields f, String file, List<String> notes) {
    double value = f.pixdim[4];
    int code = f.units & 0x38;
    double unit =
        switch (code) {
          case 8 -> 1;
          case 16 -> 1e-3;
          case 24 -> 1e-6;
          default -> Double.NaN;
        };
    String ask = " The time between frames is taken as unknown; give it (TR in s) yourself.";
    if (Double.isNaN(unit)) {
      notes.add("The header gives " + value + " per frame without a unit of time." + ask);
      return Double.NaN;
    }
    double seconds = value * unit;
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      notes.add("The header gives " + seconds + " s per frame." + ask);
      return Double.NaN;
    }
    SamplingInterval kind = f.dim[3] > 1 ? SamplingInterval.SCAN : SamplingInterval.SIGNALS;
    if (!kind.plausible(seconds)) {
      notes.add(kind.warning(exact(f, value) * unit, file + ": the header"));
      return Double.NaN;
    }
    // Stored as float: 1.35 must not become 1.350000023841858.
    return exact(f, value) * unit;
  }

  private static double exact(NiftiFields f, double value) {
    return f.format.equals("NIfTI-2") ? value : Double.parseDouble(Float.toString((float) value));
  }
}
