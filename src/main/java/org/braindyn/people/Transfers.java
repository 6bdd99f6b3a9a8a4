package org.braindyn.people;

import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.data.join.AtlasOverlap;
import org.braindyn.forecast.family.personal.CutField;
import org.braindyn.forecast.family.personal.RegionTransfer;
import org.braindyn.kind.TrainedModel;

/** How a recording's regions become a model's, as dialogs, macros and scripts name it. */
public final class Transfers {
  private static final String OVERLAP = "atlas overlap";

  private Transfers() {}

  /**
   * True if regions are the same, so that nothing is carried.
   *
   * @param transfer none, atlas overlap or homologues
   * @param from atlas of the model's regions, or null
   * @param to atlas of the recording's, or null
   * @param weight of pooling, which carrying chooses itself
   * @throws BadInput if something is given that would be ignored, or missing
   */
  public static boolean none(String transfer, Object from, Object to, double weight) {
    boolean overlap = transfer.equals(OVERLAP);
    if (overlap && (from == null || to == null)) {
      throw new BadInput(
          "transfer=atlas overlap needs two label images in MNI space: from= of the model's regions"
              + " and to= of the recording's; "
              + (from == null ? "from" : "to")
              + " is missing.");
    }
    if (!overlap && (from != null || to != null)) {
      throw new BadInput(
          (from == null ? "to" : "from")
              + " is given, but transfer="
              + transfer
              + " uses no atlas. Choose transfer=[atlas overlap], or leave it out.");
    }
    if (!transfer.equals("none") && weight > 0) {
      throw new BadInput(
          "weight="
              + weight
              + " cannot be given with transfer="
              + transfer
              + ", which chooses it: the own recording counts once unless another weight is surely"
              + " better. Leave one of them out.");
    }
    return transfer.equals("none");
  }

  /**
   * The mapping.
   *
   * @param from atlas of the model's regions; null, as {@code to}, for the other hemisphere
   * @param to atlas of the recording's regions
   */
  public static RegionTransfer of(Atlas from, Atlas to, TrainedModel model, RegionSignals own) {
    if ((from == null) != (to == null)) {
      throw new BadInput(
          "One atlas was given. Give that of the model's regions and that of the"
              + " recording's, or none.");
    }
    Regions wanted = model.provenance().data().regions();
    if (wanted == null) {
      throw new BadInput(
          "The group's model does not name its regions, so that none can be carried. Train it again"
              + " on signals with names or label values.");
    }
    return from != null
        ? overlap(from, wanted, to, own.regions())
        : RegionTransfer.homologues(wanted, own.regions());
  }

  /**
   * By shares of voxels.
   *
   * @param from atlas of the model's regions
   * @param to atlas of the recording's
   */
  public static RegionTransfer overlap(Atlas from, Regions model, Atlas to, Regions own) {
    CutField field = CutField.of(from, model, to, own);
    AtlasOverlap shared = field.overlap();
    double both = Arrays.stream(shared.volume()).flatMapToDouble(Arrays::stream).sum();
    double all = Arrays.stream(shared.second()).sum();
    return RegionTransfer.byPlaces(
        field,
        String.format(
            Locale.ROOT,
            "The model was carried from %s to %s, which share %.0f %% of the latter's voxels.",
            from.labels().name(),
            to.labels().name(),
            100 * both / all));
  }
}
