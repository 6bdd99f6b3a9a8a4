package org.braindyn.forecast.family.personal;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.signal.Homologues;

/**
 * How signals of one parcellation become those of another and back. A region of a model is the mean
 * of what the recording's regions say of its voxels; a region of the recording is forecast by what
 * the model's regions say of its own.
 *
 * @param there weights of the recording's regions in each of the model's, [model's][recording's];
 *     rows sum to 1, or to 0 where nothing is known
 * @param back weights of the model's regions in each of the recording's, [recording's][model's]
 * @param sentence what was done, for notes
 * @param field where both kinds of regions lie; null if that says nothing
 */
public record RegionTransfer(double[][] there, double[][] back, String sentence, CutField field) {
  /**
   * By shares of voxels.
   *
   * @param volume shared by a region of the model and one of the recording, [model's][recording's]
   * @param sentence what was done, for notes
   */
  public static RegionTransfer byVolumes(double[][] volume, String sentence) {
    double[][] turned = new double[volume[0].length][volume.length];
    for (int i = 0; i < volume.length; i++) {
      for (int j = 0; j < turned.length; j++) {
        turned[j][i] = volume[i][j];
      }
    }
    return new RegionTransfer(shares(volume), shares(turned), sentence, null);
  }

  /**
   * By where the regions lie.
   *
   * @param sentence what was done, for notes
   */
  public static RegionTransfer byPlaces(CutField field, String sentence) {
    RegionTransfer shares = byVolumes(field.overlap().volume(), sentence);
    return new RegionTransfer(shares.there, shares.back, sentence, shares.renamed() ? null : field);
  }

  /** True if every region of the one is one of the other, voxel by voxel. */
  boolean renamed() {
    return there.length == back.length
        && Arrays.stream(there).allMatch(RegionTransfer::one)
        && Arrays.stream(back).allMatch(RegionTransfer::one);
  }

  private static boolean one(double[] row) {
    return Arrays.stream(row).anyMatch(v -> v == 1);
  }

  private static double[][] shares(double[][] volume) {
    return Arrays.stream(volume)
        .map(
            row -> {
              double sum = Arrays.stream(row).sum();
              return Arrays.stream(row).map(v -> sum > 0 ? v / sum : 0).toArray();
            })
        .toArray(double[][]::new);
  }

  /**
   * Every region from its mirror image in the other hemisphere.
   *
   * @param model the model's regions
   * @param own the recording's
   * @throws BadInput if no region of the recording mirrors one of the model
   */
  public static RegionTransfer homologues(Regions model, Regions own) {
    double[][] same = new double[model.size()][own.size()];
    int pairs = 0;
    for (int i = 0; i < model.size(); i++) {
      for (int j = 0; j < own.size(); j++) {
        boolean mirrored = Homologues.mirror(model.get(i).name(), own.get(j).name());
        same[i][j] = mirrored ? 1 : 0;
        pairs += mirrored ? 1 : 0;
      }
    }
    if (pairs == 0) {
      throw new BadInput(
          "No region of the recording mirrors one of the model's (its first is \""
              + model.get(0).name()
              + "\", the recording's \""
              + own.get(0).name()
              + "\"). Names must say the hemisphere, e.g. Precentral_L and Precentral_R.");
    }
    return byVolumes(
        same,
        pairs
            + " of "
            + own.size()
            + " regions are forecast as their mirror images in the other hemisphere.");
  }

  /** The recording's regions that nothing of the model speaks of. */
  public int unknown() {
    return (int) Arrays.stream(back).filter(row -> Arrays.stream(row).sum() == 0).count();
  }
}
