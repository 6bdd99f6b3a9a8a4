package org.braindyn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.braindyn.perturbation.TargetRegions;
import org.braindyn.signal.Homologues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HemisphereTest {
  /** Names of one region on both sides, as atlases and programs write them. */
  @ParameterizedTest
  @CsvSource({
    "L-Frontal-1, R-Frontal-1",
    "Precentral_L, Precentral_R",
    "Left-Thalamus-Proper, Right-Thalamus-Proper",
    "Left Crus I, Right Crus I",
    "ctx-lh-bankssts, ctx-rh-bankssts",
    "ctx_lh_G_cuneus, ctx_rh_G_cuneus",
    "7Networks_LH_Vis_1, 7Networks_RH_Vis_1",
    "17Networks_LH_DefaultA_PFCm_2, 17Networks_RH_DefaultA_PFCm_2",
    "lh.V1, rh.V1",
    "lh_V1, rh_V1",
    "HIP-lh, HIP-rh",
    "Insula-L, Insula-R",
    "L V1, R V1",
    "V1 L, V1 R",
    "L_V1_ROI, R_V1_ROI",
    "SFG_L_7_1, SFG_R_7_1",
    "CORTEX_LEFT, CORTEX_RIGHT",
    "V1 (L), V1 (R)",
    "V1 [left], V1 [right]",
    "leftAmygdala, rightAmygdala",
    "LeftAmygdala, RightAmygdala",
    "Left Cerebrum.Frontal Lobe, Right Cerebrum.Frontal Lobe",
    "Thal_VL_L, Thal_VL_R",
    "L.Area 4, R.Area 4"
  })
  void oneClassKnowsSidesAndMirrorImages(String left, String right) {
    Regions regions = Regions.named(List.of(right, "Brain stem", left));
    assertArrayEquals(new int[] {2}, TargetRegions.rows("left", regions));
    assertArrayEquals(new int[] {0}, TargetRegions.rows("right", regions));
    assertArrayEquals(new int[] {2, 1, 0}, Homologues.of(regions));
    assertEquals(Hemisphere.LEFT, Hemisphere.of(left));
    assertEquals(Hemisphere.RIGHT, Hemisphere.of(right));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Brain stem", "Vermis 3", "rhinal cortex", "cleft", "Label 12", "Fp1", "Region 1"})
  void otherNamesTellNothing(String name) {
    assertEquals(Hemisphere.NEITHER, Hemisphere.of(name));
  }

  @Test
  void placesTellWhereNamesDoNot() {
    assertEquals(Hemisphere.LEFT, Hemisphere.of(new Region(1, "V1", 1, new double[] {-3, 0, 0})));
    assertEquals(Hemisphere.RIGHT, Hemisphere.of(new Region(1, "V1", 1, new double[] {3, 0, 0})));
    assertEquals(Hemisphere.NEITHER, Hemisphere.of(new Region(1, "V1", 1, new double[3])));
    assertEquals(
        Hemisphere.RIGHT, Hemisphere.of(new Region(1, "V1_R", 1, new double[] {-3, 0, 0})));
  }
}
