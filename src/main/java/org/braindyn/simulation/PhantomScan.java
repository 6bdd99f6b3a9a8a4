package org.braindyn.simulation;

import java.util.Arrays;
import org.braindyn.data.Grid;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;

/** The phantom's voxels: mean image, 1 % of BOLD signal per sd, drift, noise; whole numbers. */
final class PhantomScan implements Volume4D {
  private static final double SIGNAL = 0.01;

  private final BoldPhantom.Settings settings;
  private final PhantomAnatomy anatomy;
  private final double[][] signals;
  private final int[] row;

  PhantomScan(BoldPhantom.Settings settings, PhantomAnatomy anatomy, double[][] signals) {
    this.settings = settings;
    this.anatomy = anatomy;
    this.signals = signals;
    int[] labels = anatomy.labels().labels();
    int[] rowOf = new int[Arrays.stream(labels).max().orElse(0) + 1];
    Arrays.fill(rowOf, -1);
    for (int r = 0; r < anatomy.regions().size(); r++) {
      rowOf[anatomy.regions().get(r).label()] = r;
    }
    row = Arrays.stream(labels).map(label -> rowOf[label]).toArray();
  }

  @Override
  public Grid grid() {
    return anatomy.labels().grid();
  }

  @Override
  public int frames() {
    return settings.frames();
  }

  @Override
  public double interval() {
    return settings.interval();
  }

  @Override
  public String name() {
    return "phantom";
  }

  @Override
  public FrameReader open() {
    return new FrameReader() {
      private int next = 0;

      @Override
      public void next(double[] frame) {
        if (next >= settings.frames()) {
          throw new IllegalStateException("the phantom has " + settings.frames() + " frames");
        }
        fill(next++, frame);
      }

      @Override
      public void close() {}
    };
  }

  private void fill(int t, double[] frame) {
    Seed.Stream noise = Seed.of(settings.seed()).derive("voxel noise", t).stream("frame");
    double[] mean = anatomy.mean();
    double part = (double) t / settings.frames();
    double drift = settings.drift() * (2 * part - 1 + Math.cos(2 * Math.PI * 1.5 * part));
    for (int i = 0; i < frame.length; i++) {
      if (mean[i] == 0) {
        frame[i] = 0;
        continue;
      }
      double change = drift + settings.noise() * noise.gaussian();
      if (row[i] >= 0) {
        change += SIGNAL * signals[row[i]][t];
      }
      frame[i] = Math.rint(mean[i] * (1 + change));
    }
  }
}
