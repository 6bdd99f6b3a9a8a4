package org.braindyn.eeg.channel;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.signal.montage.TenTen;

/**
 * Where the electrodes of a recording are.
 *
 * @param names of the channels
 * @param places on the unit sphere (x to the right ear, y to the nose, z up), [channel][3]; null
 *     where it is not known
 */
public record Electrodes(List<String> names, double[][] places) {
  /** Places by name (10-20, 10-10), else the direction of the place that the recording has. */
  public static Electrodes of(Regions regions) {
    List<String> names = new ArrayList<>();
    double[][] places = new double[regions.size()][];
    for (int c = 0; c < places.length; c++) {
      names.add(regions.get(c).name());
      double[] named = TenTen.place(regions.get(c).name());
      places[c] = named == null ? direction(regions.get(c).centroid()) : named;
    }
    return new Electrodes(List.copyOf(names), places);
  }

  private static double[] direction(double[] place) {
    if (place == null) {
      return null;
    }
    double length = Math.sqrt(place[0] * place[0] + place[1] * place[1] + place[2] * place[2]);
    return length > 0
        ? new double[] {place[0] / length, place[1] / length, place[2] / length}
        : null;
  }

  /** Number of channels. */
  public int size() {
    return places.length;
  }

  /** True if the place of a channel is known. */
  public boolean placed(int channel) {
    return places[channel] != null;
  }

  /**
   * Refuses differences of electrodes, which have no place to interpolate at.
   *
   * @param source for the message
   * @throws BadInput if a channel is named as "Fp1-F7"
   */
  public void refuseBipolar(String source) {
    for (String name : names) {
      String[] ends = name.split("-");
      if (ends.length == 2 && TenTen.place(ends[0]) != null && TenTen.place(ends[1]) != null) {
        throw new BadInput(
            source
                + ": channel "
                + name
                + " is a difference of two electrodes, which lies at no place of the head. Import"
                + " with reference=recorded, clean, and make the montage afterwards; or bad=none"
                + " to leave the channels as they are.");
      }
    }
  }

  /** Distance of two channels on the sphere, as a chord, 0 to 2. */
  double chord(int a, int b) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double d = places[a][i] - places[b][i];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }
}
