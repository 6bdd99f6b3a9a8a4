package org.braindyn.benchmark;

import org.braindyn.data.RegionSignals;

/**
 * What cleaning an EEG is worth (docs/eeg-cleaning.md). Arguments: {@code fill} (channels left
 * out), {@code "fill test"} (the same on the recording that chose nothing).
 */
public final class EegCleaningStudy {
  private static final String MICHIGAN =
      "eeg_seizure_michigan/derived/michigan_seizure_18ch_100Hz.edf";

  private EegCleaningStudy() {}

  /** Prints the tables. */
  public static void main(String[] arguments) {
    String what = arguments.length > 0 ? String.join(" ", arguments) : "all";
    if (what.equals("all") || what.equals("fill")) {
      chooseFill();
    }
    if (what.equals("all") || what.equals("bad")) {
      chooseBad();
    }
    if (what.equals("all") || what.equals("bad test")) {
      testBad();
    }
    if (what.equals("all") || what.equals("blinks")) {
      chooseBlinks();
    }
    if (what.equals("all") || what.equals("blinks test")) {
      testBlinks();
    }
    if (what.equals("all") || what.equals("fill test")) {
      testFill();
    }
  }

  private static void chooseBlinks() {
    for (long seed = 11; seed <= 13; seed++) {
      RegionSignals eeg = EegHeads.dipoles(120, 100, seed);
      for (double peak : new double[] {100, 200}) {
        new EegBlinkRows(eeg, 0, 120, peak, seed)
            .print("dipoles, seed " + seed + ", " + peak + " uV", 5, 7, 10, 15, 20, 30);
      }
    }
  }

  private static void testBlinks() {
    RegionSignals eeg = EegHeads.read(MICHIGAN, 100);
    for (double peak : new double[] {0, 200, 300, 400}) {
      new EegBlinkRows(eeg.frames(0, 17500), 0, 175, peak, 1)
          .print("Michigan, 0 to 175 s, " + peak + " uV", 10, 15, 20);
    }
  }

  private static void chooseBad() {
    EegBadRows.quality(EegHeads.read("edf_more/chtypes_edf.edf", 0), 60);
    EegBadRows.quality(EegHeads.dipoles(60, 100, 11), 40);
    System.out.println(
        "\n| recording | called bad as it is | flat | loud | faint | unrelated | noise | mains"
            + " | falsely |");
    for (long seed = 11; seed <= 13; seed++) {
      EegBadRows.row("dipoles, seed " + seed, EegHeads.dipoles(60, 100, seed), 40);
    }
  }

  private static void testBad() {
    RegionSignals eeg = EegHeads.read(MICHIGAN, 100);
    EegBadRows.quality(eeg, 0);
    System.out.println(
        "\n| recording | called bad as it is | flat | loud | faint | unrelated | noise | mains"
            + " | falsely |");
    EegBadRows.row("Michigan, 0 to 120 s", eeg.frames(0, 12000), 40);
    EegBadRows.row("Michigan, 350 to 470 s (seizure)", eeg.frames(35000, 47000), 40);
  }

  private static void chooseFill() {
    for (String file :
        new String[] {
          "edf_more/chtypes_edf.edf",
          "eeg_mne/test.bdf",
          "brainvision/test_old_layout_latin1_software_filter.vhdr"
        }) {
      RegionSignals eeg = EegHeads.read(file, 0);
      int[] whole = {0, eeg.frames()};
      EegFillRows rows = new EegFillRows(50);
      rows.leaveOut(eeg, whole, whole, false);
      rows.print(file + ", " + eeg.size() + " channels, " + eeg.frames() + " samples");
    }
    EegFillRows rows = new EegFillRows(50);
    for (long seed = 11; seed <= 13; seed++) {
      RegionSignals eeg = EegHeads.dipoles(60, 100, seed);
      rows.leaveOut(eeg, new int[] {0, 3000}, new int[] {3000, 6000}, true);
    }
    rows.print("dipoles, seeds 11 to 13");
  }

  private static void testFill() {
    RegionSignals eeg = EegHeads.read(MICHIGAN, 100);
    EegFillRows calm = new EegFillRows(100);
    calm.leaveOut(eeg, new int[] {0, 17500}, new int[] {17500, 35000}, true);
    calm.print("Michigan, learnt from 0 to 175 s, filled 175 to 350 s");
    EegFillRows seizure = new EegFillRows(100);
    seizure.leaveOut(eeg, new int[] {0, 17500}, new int[] {35000, 50000}, true);
    seizure.print("Michigan, learnt from 0 to 175 s, filled 350 to 500 s (the seizure)");
  }
}
